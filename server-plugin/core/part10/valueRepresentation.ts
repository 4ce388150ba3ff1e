/** The Value Representations of PS3.5 section 6.2. */
export type VR =
  | 'AE'
  | 'AS'
  | 'AT'
  | 'CS'
  | 'DA'
  | 'DS'
  | 'DT'
  | 'FD'
  | 'FL'
  | 'IS'
  | 'LO'
  | 'LT'
  | 'OB'
  | 'OD'
  | 'OF'
  | 'OL'
  | 'OV'
  | 'OW'
  | 'PN'
  | 'SH'
  | 'SL'
  | 'SQ'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'TM'
  | 'UC'
  | 'UI'
  | 'UL'
  | 'UN'
  | 'UR'
  | 'US'
  | 'UT'
  | 'UV';

const SHORT = 'AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US'.split(' ');
const LONG = 'OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' ');

/** The two characters of a VR as they stand in the bytes, high byte first. */
const codeOf = (vr: string): number => (vr.charCodeAt(0) << 8) | vr.charCodeAt(1);

const VR_BY_CODE: ReadonlyMap<number, VR> = new Map([...SHORT, ...LONG].map((vr) => [codeOf(vr), vr as VR]));
const LONG_VRS: ReadonlySet<string> = new Set(LONG);

/** The VR that two bytes spell, or undefined. */
export const vrFromCode = (code: number): VR | undefined => VR_BY_CODE.get(code);

/** Whether explicit encoding has two reserved bytes and a 32-bit length (PS3.5 table 7.1-1). */
export const hasLongHeader = (vr: VR): boolean => LONG_VRS.has(vr);

const TEXT_IN_CHARACTER_SET: ReadonlySet<string> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);
/** Whether Specific Character Set (0008,0005) governs the value (PS3.5 section 6.1.2.3). */
export const usesCharacterSet = (vr: VR): boolean => TEXT_IN_CHARACTER_SET.has(vr);

const STRINGS: ReadonlySet<string> = new Set('AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT'.split(' '));
export const isStringVR = (vr: VR): boolean => STRINGS.has(vr);

const SINGLE_VALUED: ReadonlySet<string> = new Set(['LT', 'ST', 'UR', 'UT']);
/** Whether a backslash separates values (PS3.5 section 6.4). */
export const isMultiValuedVR = (vr: VR): boolean => STRINGS.has(vr) && !SINGLE_VALUED.has(vr);

/** The byte that pads a value to even length (PS3.5 section 6.2). */
export const paddingOf = (vr: VR): number => (vr !== 'UI' && STRINGS.has(vr) ? 0x20 : 0);

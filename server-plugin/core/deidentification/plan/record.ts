import {
  DEFAULT_CHARACTER_SET,
  encodeText,
  find,
  valuesOf,
  type CharacterSet,
  type NewElement,
  type Part10File,
  type Tag,
  type VR,
} from '../../part10/index.ts';
import type { PixelOutcome } from '../pixelOutcome.ts';
import { BASIC_PROFILE_CODE, OPTION_CODES, OPTIONS } from '../profile/option.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import type { Product } from './fileMeta.ts';
import { hasPixels } from './pixelRecord.ts';

interface Code {
  readonly value: string;
  readonly meaning: string;
}

const MOST_CHARACTERS_OF_LO = 64;
const CODE_VALUE: Tag = 0x00080100;
const CODING_SCHEME_DESIGNATOR: Tag = 0x00080102;
const CODE_MEANING: Tag = 0x00080104;
const PATIENT_IDENTITY_REMOVED: Tag = 0x00120062;
const METHOD: Tag = 0x00120063;
const METHOD_CODE_SEQUENCE: Tag = 0x00120064;
const LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED: Tag = 0x00280303;

/** Of PS3.16 CID 7050: codes that an object from elsewhere may have already. */
const ALL_CODES: readonly Code[] = [
  BASIC_PROFILE_CODE,
  { value: '113102', meaning: 'Clean Recognizable Visual Features Option' },
  ...Object.values(OPTION_CODES),
];

const earlierMethods = (file: Part10File, characterSet: CharacterSet): readonly string[] => {
  const element = find(file.dataset, METHOD);
  return element === undefined ? [] : valuesOf(file.source, element, characterSet);
};

const earlierCodes = (file: Part10File, characterSet: CharacterSet): readonly string[] =>
  (find(file.dataset, METHOD_CODE_SEQUENCE)?.items ?? []).flatMap(({ dataset }) => {
    const element = find(dataset, CODE_VALUE);
    return element === undefined ? [] : valuesOf(file.source, element, characterSet);
  });

/** What was done: the Basic Profile, and the Options that are on; Clean Pixel Data only where every frame was searched. */
const codesOf = (profile: ResolvedProfile, pixels: PixelOutcome, file: Part10File): readonly string[] => [
  BASIC_PROFILE_CODE.value,
  ...OPTIONS.filter((option) => profile[option])
    .filter((option) => option !== 'cleanPixelData' || (pixels.searched && hasPixels(file)))
    .map((option) => OPTION_CODES[option].value),
];

const temporalInformation = (profile: ResolvedProfile): string => {
  if (profile.retainLongitudinalFullDates) return 'UNMODIFIED';
  return profile.retainLongitudinalModifiedDates ? 'MODIFIED' : 'REMOVED';
};

/** The Item of a code of DCM (PS3.3 section 8). */
const codeItem = ({ value, meaning }: Code): readonly NewElement[] => {
  const text = (tag: Tag, vr: VR, content: string): NewElement => ({
    tag,
    vr,
    value: encodeText(content, DEFAULT_CHARACTER_SET, vr),
  });
  return [
    text(CODE_VALUE, 'SH', value),
    text(CODING_SCHEME_DESIGNATOR, 'SH', 'DCM'),
    text(CODE_MEANING, 'LO', meaning),
  ];
};

const CODE_ITEMS = ALL_CODES.map((code) => [code.value, codeItem(code)] as const);

/**
 * The attributes that say what was done to the object (PS3.3 section C.7.1.1 and C.12.1, PS3.15 section E.1.1). Where the profile
 * leaves an identifier the object says that the identity was not removed. What an earlier de-identification wrote stays.
 */
export const recordOf = (
  file: Part10File,
  characterSet: CharacterSet,
  profile: ResolvedProfile,
  pixels: PixelOutcome,
  { name, version }: Product,
): readonly NewElement[] => {
  const method = `${name} ${version}, profile ${profile.name}`.slice(0, MOST_CHARACTERS_OF_LO);
  const earlier = earlierMethods(file, characterSet);
  const methods = earlier.includes(method) ? earlier : [...earlier, method];
  const done = profile.removesIdentity ? codesOf(profile, pixels, file) : [];
  const known = new Set([...earlierCodes(file, characterSet), ...done]);
  const text = (tag: Tag, vr: VR, value: string): NewElement => ({
    tag,
    vr,
    value: encodeText(value, characterSet, vr),
  });
  return [
    text(PATIENT_IDENTITY_REMOVED, 'CS', profile.removesIdentity ? 'YES' : 'NO'),
    text(METHOD, 'LO', methods.join('\\')),
    {
      tag: METHOD_CODE_SEQUENCE,
      vr: 'SQ',
      value: { items: CODE_ITEMS.filter(([value]) => known.has(value)).map(([, item]) => item) },
    },
    text(LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, 'CS', temporalInformation(profile)),
  ];
};

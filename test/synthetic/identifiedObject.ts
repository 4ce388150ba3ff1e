import type { SyntheticElement, SyntheticFile } from './buildPart10.ts';

/** Values that identify one person, as bytes of the object's Character Set, one character a byte. */
export interface Person {
  readonly characterSet: string;
  readonly name: string;
  /** What must not be found: the name's groups and parts in the bytes of the Character Set. */
  readonly nameParts: readonly string[];
  /** The name as it is written in text. */
  readonly spoken: string;
}

export const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
/** ISO 8859-5: letters lie in the order of Unicode, from 0xA0 on. */
const cyrillic = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x400 ? character : String.fromCharCode(code - 0x400 + 0xa0);
  }).join('');
/** ISO 2022 IR 87 (JIS X 0208) by escape sequences, as PS3.5 annex H shows. */
const jis = (bytes: string): string => `\x1b$B${bytes}\x1b(B`;

const person = (
  characterSet: string,
  family: string,
  given: string,
  encode: (text: string) => string = (text) => text,
): Person => ({
  characterSet,
  name: `${encode(family)}^${encode(given)}`,
  nameParts: [encode(family), encode(given)],
  spoken: `${encode(family)} ${encode(given)}`,
});

/** One person for each way of writing text: single byte, multi-byte, code extensions. */
export const PEOPLE: Readonly<Record<string, Person>> = {
  ASCII: person('', 'Wexcombe', 'Ottoline'),
  'Latin 1': person('ISO_IR 100', 'Bj\u00f6rnst\u00e5hl', '\u00c9l\u00e9onore'),
  Cyrillic: person(
    'ISO_IR 144',
    '\u0416\u0434\u0430\u043d\u043e\u0432',
    '\u0418\u043b\u044c\u044f',
    cyrillic,
  ),
  'UTF-8': person('ISO_IR 192', '\u5b89\u85e4\u5bb6', '\u0141ucja', utf8),
  'ISO 2022': {
    characterSet: '\\ISO 2022 IR 87',
    name: `Yamada^Tarou=${jis(';3ED')}^${jis('B@O:')}=${jis('$d$^$@')}^${jis('$?$m$&')}`,
    spoken: `${jis(';3ED')} ${jis('B@O:')} ${jis('$d$^$@')} ${jis('$?$m$&')}`,
    nameParts: ['Yamada', 'Tarou', ';3ED', 'B@O:', '$d$^$@', '$?$m$&'],
  },
};

/** ASCII values that identify, each found nowhere else in the object. */
const IDENTIFIERS = {
  patientID: '88310274',
  otherID: 'MZX-440917',
  accession: 'ACC7719203',
  street: '17 Larkspur Lane',
  telephone: '+44 20 7946 0812',
  physician: 'Thistlewood',
  operator: 'Oakenshott',
  institution: 'Calderbrook Infirmary',
  station: 'CTROOM7KX',
  serialNumber: 'SN5519027',
  studyUID: '1.2.826.0.1.777.1',
  seriesUID: '1.2.826.0.1.777.2',
  sopUID: '1.2.826.0.1.777.3',
  otherUID: '1.2.826.0.1.777.4',
  studyDate: '20170409',
  birthDate: '19581123',
  otherDate: '20160229',
} as const;

const element = (tag: number, vr: string, value: SyntheticElement['value']): SyntheticElement => ({
  tag,
  vr,
  value,
});

const sorted = (elements: readonly SyntheticElement[]): readonly SyntheticElement[] =>
  elements.toSorted((a, b) => a.tag - b.tag);

/** The same identifiers, as they lie in a Dataset or an Item. */
const people = ({ name }: Person): readonly SyntheticElement[] => [
  element(0x00080090, 'PN', `${IDENTIFIERS.physician}^Ada`),
  element(0x00100010, 'PN', name),
  element(0x00100020, 'LO', IDENTIFIERS.patientID),
  element(0x00100030, 'DA', IDENTIFIERS.birthDate),
  element(0x00101040, 'LO', IDENTIFIERS.street),
  element(0x00102154, 'SH', IDENTIFIERS.telephone.slice(0, 16)),
];

const narrative = ({ name, spoken }: Person): string =>
  [
    `${name} seen by Dr ${IDENTIFIERS.physician} at ${IDENTIFIERS.institution}`,
    `${spoken}, MRN ${IDENTIFIERS.patientID}, tel. ${IDENTIFIERS.telephone}`,
    `${IDENTIFIERS.street}; ${IDENTIFIERS.accession}; ${IDENTIFIERS.studyDate}; ${IDENTIFIERS.otherUID}`,
  ].join(' - ');

const ITEMS = (who: Person): SyntheticElement['value'] => ({
  items: [sorted([...people(who), element(0x00204000, 'LT', narrative(who))])],
});

/** An image with the person's identifiers in every kind of place that a file has. */
export const identifiedObject = (who: Person, transferSyntaxUID: string): SyntheticFile => {
  const text = narrative(who);
  const latin = (value: string): Uint8Array => Uint8Array.from(value, (c) => c.charCodeAt(0));
  return {
    transferSyntaxUID,
    preamble: latin(text.padEnd(128).slice(0, 128)),
    meta: [
      element(0x00020016, 'AE', IDENTIFIERS.station),
      element(0x00020100, 'UI', IDENTIFIERS.otherUID),
      element(0x00020102, 'OB', latin(text)),
    ],
    elements: sorted([
      ...people(who),
      ...(who.characterSet === '' ? [] : [element(0x00080005, 'CS', who.characterSet)]),
      element(0x00080008, 'CS', 'ORIGINAL\\PRIMARY'),
      element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
      element(0x00080018, 'UI', IDENTIFIERS.sopUID),
      element(0x00080020, 'DA', IDENTIFIERS.studyDate),
      element(0x0008002a, 'DT', `${IDENTIFIERS.studyDate}101500.25+0200`),
      element(0x00080050, 'SH', IDENTIFIERS.accession),
      element(0x00080060, 'CS', 'CT'),
      element(0x00080080, 'LO', IDENTIFIERS.institution),
      element(0x00081010, 'SH', IDENTIFIERS.station),
      element(0x00081030, 'LO', `CT thorax ${who.spoken}`),
      element(0x0008103e, 'LO', `Series for ${IDENTIFIERS.operator}`),
      element(0x00081070, 'PN', `${IDENTIFIERS.operator}^Rex`),
      element(0x00081115, 'SQ', ITEMS(who)),
      element(0x00081140, 'SQ', { items: [[element(0x00081155, 'UI', IDENTIFIERS.otherUID)]] }),
      element(0x00090010, 'LO', 'SYNTHETIC 1.0'),
      element(0x00091001, 'LO', text.slice(0, 60)),
      element(0x00091002, 'SQ', ITEMS(who)),
      element(0x00091003, 'UN', ITEMS(who)),
      element(0x00101000, 'LO', IDENTIFIERS.otherID),
      element(0x00101002, 'SQ', { items: [[element(0x00100020, 'LO', IDENTIFIERS.otherID)]] }),
      element(0x001021b0, 'LT', text),
      element(0x00104000, 'LT', text),
      element(0x00181000, 'LO', IDENTIFIERS.serialNumber),
      element(0x00180050, 'DS', IDENTIFIERS.institution.slice(0, 16)),
      element(0x0020000d, 'UI', IDENTIFIERS.studyUID),
      element(0x0020000e, 'UI', IDENTIFIERS.seriesUID),
      element(0x00200010, 'SH', IDENTIFIERS.accession),
      element(0x00204000, 'LT', text),
      element(0x00280010, 'US', [2]),
      element(0x00280011, 'US', [2]),
      element(0x00321060, 'LO', `For ${IDENTIFIERS.physician}`),
      element(0x0040a730, 'SQ', {
        items: [
          [element(0x0040a040, 'CS', 'TEXT'), element(0x0040a160, 'UT', text)],
          [element(0x0040a040, 'CS', 'PNAME'), element(0x0040a123, 'PN', who.name)],
          [element(0x0040a040, 'CS', 'DATE'), element(0x0040a121, 'DA', IDENTIFIERS.otherDate)],
        ],
      }),
      element(0x04000561, 'SQ', { items: [[element(0x04000550, 'SQ', ITEMS(who))]] }),
      element(0x50003000, 'OW', latin(text.padEnd(text.length + (text.length % 2)))),
      element(0x60003000, 'OW', latin(text.padEnd(text.length + (text.length % 2)))),
      element(0x7fe00010, 'OW', new Uint8Array(8)),
      element(0xfffcfffc, 'OB', latin(text)),
    ]),
  };
};

/** What must be nowhere in the bytes of the result, one character a byte. */
export const identifyingValues = ({ nameParts }: Person): readonly string[] => [
  ...nameParts,
  ...Object.values(IDENTIFIERS),
  '7946',
  'Larkspur',
  'Calderbrook',
];

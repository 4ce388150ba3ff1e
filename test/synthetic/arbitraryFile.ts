import fc from 'fast-check';
import {
  DEFLATED_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  type SyntheticElement,
  type SyntheticFile,
} from './buildPart10.ts';

/** Attributes with the VR that the dictionary has, so that implicit encoding is read back with it. */
const TEXTS: readonly (readonly [number, string])[] = [
  [0x00080020, 'DA'],
  [0x00080060, 'CS'],
  [0x00080090, 'PN'],
  [0x00081030, 'LO'],
  [0x00090010, 'LO'],
  [0x00091001, 'LO'],
  [0x00100010, 'PN'],
  [0x00100020, 'LO'],
  [0x00104000, 'LT'],
  [0x0020000d, 'UI'],
  [0x0040a160, 'UT'],
];
const NUMBERS: readonly (readonly [number, string])[] = [
  [0x00280009, 'AT'],
  [0x00280010, 'US'],
  [0x00280106, 'SS'],
  [0x00289001, 'UL'],
  [0x00189087, 'FD'],
];
const SEQUENCES: readonly (readonly [number, string])[] = [
  [0x00081115, 'SQ'],
  [0x00081140, 'SQ'],
  [0x00091002, 'SQ'],
  [0x00091003, 'UN'],
  [0x00400275, 'SQ'],
];
const BYTES: readonly (readonly [number, string])[] = [
  [0x00091010, 'OB'],
  [0x00091011, 'UN'],
  [0x7fe00010, 'OW'],
];
const MAX_DEPTH = 3;

const text = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 20,
});
const bytes = fc.uint8Array({ maxLength: 20 });
const numbers = fc.array(fc.nat(0x7fff), { maxLength: 4 });

const elements = (depth: number): fc.Arbitrary<readonly SyntheticElement[]> => {
  const kinds: fc.Arbitrary<SyntheticElement>[] = [
    fc
      .record({ at: fc.constantFrom(...TEXTS), value: text })
      .map(({ at: [tag, vr], value }) => ({ tag, vr, value })),
    fc
      .record({ at: fc.constantFrom(...NUMBERS), value: numbers })
      .map(({ at: [tag, vr], value }) => ({ tag, vr, value })),
    fc
      .record({ at: fc.constantFrom(...BYTES), value: bytes })
      .map(({ at: [tag, vr], value }) => ({ tag, vr, value })),
  ];
  if (depth < MAX_DEPTH) {
    kinds.push(
      fc
        .record({ at: fc.constantFrom(...SEQUENCES), items: fc.array(elements(depth + 1), { maxLength: 3 }) })
        .map(({ at: [tag, vr], items }) => ({ tag, vr, value: { items } })),
    );
  }
  return fc
    .uniqueArray(fc.oneof(...kinds), { selector: ({ tag }) => tag, maxLength: 8 })
    .map((list) => list.toSorted((a, b) => a.tag - b.tag));
};

/** Any dataset of text, numbers, bytes and Sequences down to three levels, in any native Transfer Syntax. */
export const arbitraryFile: fc.Arbitrary<SyntheticFile> = fc.record({
  elements: elements(0),
  transferSyntaxUID: fc.constantFrom(
    EXPLICIT_LITTLE_ENDIAN,
    IMPLICIT_LITTLE_ENDIAN,
    EXPLICIT_BIG_ENDIAN,
    DEFLATED_LITTLE_ENDIAN,
  ),
  undefinedLengthSequences: fc.boolean(),
});

import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { find, textOf, walk, DEFAULT_CHARACTER_SET, type Part10File } from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import {
  buildDataset,
  buildPart10,
  DEFLATED_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
  type SyntheticElement,
} from '../../../synthetic/buildPart10.ts';
import { openPart10, writePart10 } from '../../../synthetic/openPart10.ts';
import { SAMPLE_ELEMENTS } from '../../../synthetic/sampleDataset.ts';

const NAME: SyntheticElement = { tag: 0x00100010, vr: 'PN', value: 'Doe^John' };

const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));

/** A file whose dataset is these bytes. */
const raw = (digits: string, transferSyntaxUID = EXPLICIT_LITTLE_ENDIAN): Uint8Array =>
  buildPart10({ transferSyntaxUID, elements: [], trailing: hex(digits) });

const namesIn = (file: Part10File): readonly string[] => {
  const names: string[] = [];
  walk(file, ({ element, characterSet }) => {
    if (element.vr === 'PN') names.push(textOf(file.source, element, characterSet));
    return true;
  });
  return names;
};

const codeOf = (bytes: Uint8Array): ErrorCode | 'read' => {
  try {
    openPart10(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
};

const SYNTAXES = [
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  DEFLATED_LITTLE_ENDIAN,
] as const;

describe.each(SYNTAXES)('in Transfer Syntax %s', (transferSyntaxUID) => {
  it.each([false, true])(
    'reads every nested element, sequences of undefined length: %s',
    (undefinedLength) => {
      const file = openPart10(
        buildPart10({
          transferSyntaxUID,
          elements: SAMPLE_ELEMENTS,
          undefinedLengthSequences: undefinedLength,
        }),
      );
      expect(file.transferSyntax.uid).toBe(transferSyntaxUID);
      expect(namesIn(file)).toEqual(['Nested^Private', 'Unknown^Length', 'Müller^René']);
    },
  );

  it('says where a value lies', () => {
    const { source, dataset } = openPart10(buildPart10({ transferSyntaxUID, elements: SAMPLE_ELEMENTS }));
    const pixels = find(dataset, 0x7fe00010);
    expect(pixels && [...source.read(pixels.valueStart, pixels.valueEnd)]).toEqual([1, 2, 3, 4]);
    expect(pixels?.end).toBe(source.size);
    expect(pixels?.undefinedLength).toBe(false);
  });
});

describe('encapsulated Pixel Data', () => {
  it.each([[[]], [[0, 12]]])('keeps apart the Basic Offset Table %j and the fragments', (offsetTable) => {
    const fragments = [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6)];
    const elements = [NAME, { tag: 0x7fe00010, vr: 'OB', value: { offsetTable, fragments } }];
    const { source, dataset } = openPart10(buildPart10({ transferSyntaxUID: RLE_LOSSLESS, elements }));
    const pixels = find(dataset, 0x7fe00010);
    expect(pixels?.items).toBeNull();
    expect(pixels?.undefinedLength).toBe(true);
    expect(pixels?.fragments?.map(({ valueStart, end }) => end - valueStart)).toEqual([
      offsetTable.length * 4,
      4,
      2,
    ]);
    expect(pixels?.fragments?.slice(1).map(({ valueStart, end }) => source.read(valueStart, end))).toEqual(
      fragments,
    );
  });

  it('steps over what looks like a delimiter inside a fragment', () => {
    const fragment = hex('feffdde0 00000000 0102');
    const elements = [
      { tag: 0x7fe00010, vr: 'OB', value: { offsetTable: [], fragments: [fragment] } },
      { tag: 0xfffcfffc, vr: 'OB', value: Uint8Array.of(0, 0) },
    ];
    const { dataset } = openPart10(buildPart10({ transferSyntaxUID: RLE_LOSSLESS, elements }));
    expect(dataset.elements.map(({ tag }) => tag)).toEqual([0x7fe00010, 0xfffcfffc]);
  });
});

describe('a Sequence written as UN', () => {
  const items = buildDataset([NAME], IMPLICIT_LITTLE_ENDIAN);
  const value = new Uint8Array(Buffer.concat([hex('feff00e0'), Uint8Array.of(items.length, 0, 0, 0), items]));

  it.each([EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN])(
    'is read in implicit VR little endian in %s',
    (uid) => {
      const publicOne = buildPart10({
        transferSyntaxUID: uid,
        elements: [{ tag: 0x00081140, vr: 'UN', value }],
      });
      expect(namesIn(openPart10(publicOne))).toEqual(['Doe^John']);
      const privateOne = buildPart10({
        transferSyntaxUID: uid,
        elements: [{ tag: 0x00091001, vr: 'UN', value }],
      });
      expect(namesIn(openPart10(privateOne))).toEqual(['Doe^John']);
    },
  );

  it('is read where a private Sequence stands in implicit VR', () => {
    const file = buildPart10({
      transferSyntaxUID: IMPLICIT_LITTLE_ENDIAN,
      elements: [{ tag: 0x00091001, vr: 'SQ', value: { items: [[NAME]], undefinedLength: false } }],
    });
    expect(namesIn(openPart10(file))).toEqual(['Doe^John']);
  });

  it('is left as bytes where it is private and no Sequence after all', () => {
    const element: SyntheticElement = { tag: 0x00091001, vr: 'UN', value: hex('feff00e0 ff000000 0102') };
    const { dataset } = openPart10(buildPart10({ elements: [element] }));
    expect(find(dataset, 0x00091001)?.items).toBeNull();
  });

  it('is refused where it is public and no Sequence', () => {
    const element: SyntheticElement = { tag: 0x00081140, vr: 'UN', value: hex('0102030405060708') };
    expect(codeOf(buildPart10({ elements: [element] }))).toBe('PART10_MALFORMED');
  });
});

describe('oddities that real files have', () => {
  it.each([
    ['a wrong group length', { metaGroupLength: 7 }],
    ['a huge group length', { metaGroupLength: 0xffffffff }],
    ['no group length', { metaGroupLength: null }],
    ['zeros after the dataset', { trailing: new Uint8Array(1000) }],
    ['one zero after the dataset', { trailing: new Uint8Array(1) }],
    ['a preamble that is not zero', { preamble: new Uint8Array(128).fill(0x49) }],
    [
      'zeros after a deflated dataset',
      { trailing: new Uint8Array(3), transferSyntaxUID: DEFLATED_LITTLE_ENDIAN },
    ],
  ])('reads a file with %s, and changes nothing in it', (_, options) => {
    const bytes = buildPart10({ elements: [NAME], ...options });
    const file = openPart10(bytes);
    expect(namesIn(file)).toEqual(['Doe^John']);
    expect(writePart10(file)).toEqual(bytes);
  });

  it('reads values of odd length', () => {
    const elements: SyntheticElement[] = [
      { tag: 0x00080050, vr: 'SH', value: Buffer.from('abc') },
      NAME,
      { tag: 0x7fe00010, vr: 'OB', value: Uint8Array.of(1, 2, 3) },
    ];
    const { source, dataset } = openPart10(buildPart10({ elements }));
    const accession = find(dataset, 0x00080050);
    expect(accession && textOf(source, accession, DEFAULT_CHARACTER_SET)).toBe('abc');
    expect(dataset.elements).toHaveLength(3);
  });

  it('reads a Transfer Syntax UID padded with a space', () => {
    const bytes = buildPart10({ elements: [NAME], transferSyntaxUID: `${EXPLICIT_LITTLE_ENDIAN} ` });
    expect(openPart10(bytes).transferSyntax.uid).toBe(EXPLICIT_LITTLE_ENDIAN);
  });

  it('reads an empty dataset', () => {
    expect(openPart10(buildPart10({ elements: [] })).dataset.elements).toEqual([]);
  });
});

describe('what is refused', () => {
  const pixels = (content: string): string => `e07f1000 4f420000 ffffffff ${content}`;
  const sequence = (content: string): string => `08004011 53510000 ffffffff ${content}`;

  it.each<[string, ErrorCode, Uint8Array]>([
    ['nothing at all', 'PART10_NOT_DICOM', new Uint8Array()],
    ['a file without prefix', 'PART10_NOT_DICOM', new Uint8Array(1000)],
    [
      'no Transfer Syntax',
      'PART10_UNKNOWN_TRANSFER_SYNTAX',
      Buffer.concat([new Uint8Array(128), Buffer.from('DICM')]),
    ],
    ['a private Transfer Syntax', 'PART10_UNKNOWN_TRANSFER_SYNTAX', raw('', '1.2.840.113619.5.2')],
    [
      'what is no deflated stream',
      'PART10_DEFLATE',
      Buffer.concat([raw('', DEFLATED_LITTLE_ENDIAN).subarray(0, -2), hex('ffffffff')]),
    ],
    ['a header cut off', 'PART10_TRUNCATED', raw('10001000 504e')],
    ['a long header cut off', 'PART10_TRUNCATED', raw('e07f1000 4f420000 0000')],
    ['a value longer than the file', 'PART10_TRUNCATED', raw('10001000 504e 0800 41')],
    ['a value of four gigabytes', 'PART10_TRUNCATED', raw('e07f1000 4f420000 feffffff')],
    ['a VR that is none', 'PART10_UNKNOWN_VR', raw('10001000 5a5a 0000')],
    ['a VR of NULs', 'PART10_UNKNOWN_VR', raw('10001000 0000 0100')],
    ['text of undefined length', 'PART10_MALFORMED', raw('08000100 55540000 ffffffff feffdde0 00000000')],
    [
      'text of undefined length in implicit VR',
      'PART10_MALFORMED',
      raw('10001000 ffffffff', IMPLICIT_LITTLE_ENDIAN),
    ],
    ['a command in a dataset', 'PART10_MALFORMED', raw('00000002 55490200 3100')],
    ['File Meta Information in a dataset', 'PART10_MALFORMED', raw('10001000 504e 0000 02001600 41450000')],
    ['an Item outside a Sequence', 'PART10_MALFORMED', raw('feff00e0 00000000')],
    ['a delimiter outside a Sequence', 'PART10_MALFORMED', raw('feffdde0 00000000')],
    ['an element where an Item belongs', 'PART10_MALFORMED', raw(sequence('10001000 504e 0000'))],
    ['a Sequence without its delimiter', 'PART10_TRUNCATED', raw(sequence('feff00e0 00000000'))],
    ['an Item without its delimiter', 'PART10_TRUNCATED', raw(sequence('feff00e0 ffffffff'))],
    [
      'an Item that ends inside an element',
      'PART10_TRUNCATED',
      raw(sequence('feff00e0 04000000 10001000 504e 0000 feffdde0 00000000')),
    ],
    [
      'an Item longer than its Sequence',
      'PART10_TRUNCATED',
      raw('08004011 53510000 08000000 feff00e0 08000000 10001000 504e0000'),
    ],
    [
      'an element longer than its Item',
      'PART10_TRUNCATED',
      raw(sequence('feff00e0 08000000 10001000 504e 0800 4142434445464748 feffdde0 00000000')),
    ],
    [
      'a delimiter of a Sequence with a length',
      'PART10_MALFORMED',
      raw(sequence('feffdde0 04000000 00000000')),
    ],
    [
      'a delimiter of an Item with a length',
      'PART10_MALFORMED',
      raw(sequence('feff00e0 ffffffff feff0de0 04000000 00000000')),
    ],
    [
      'a delimiter of an Item in a defined Item',
      'PART10_MALFORMED',
      raw(sequence('feff00e0 08000000 feff0de0 00000000 feffdde0 00000000')),
    ],
    ['a fragment of undefined length', 'PART10_MALFORMED', raw(pixels('feff00e0 ffffffff'), RLE_LOSSLESS)],
    [
      'a fragment longer than the file',
      'PART10_TRUNCATED',
      raw(pixels('feff00e0 08000000 0102'), RLE_LOSSLESS),
    ],
    ['fragments without an end', 'PART10_TRUNCATED', raw(pixels('feff00e0 00000000'), RLE_LOSSLESS)],
    ['something else between fragments', 'PART10_MALFORMED', raw(pixels('10001000 00000000'), RLE_LOSSLESS)],
    ['garbage after the dataset', 'PART10_TRUNCATED', raw('0a')],
    ['File Meta Information cut off', 'PART10_TRUNCATED', buildPart10({ elements: [] }).subarray(0, 150)],
  ])('%s', (_, code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it.each([true, false])('sequences nested too deep, of undefined length: %s', (undefinedLengthSequences) => {
    const nested = (depth: number): SyntheticElement =>
      depth === 0 ? NAME : { tag: 0x00081140, vr: 'SQ', value: { items: [[nested(depth - 1)]] } };
    expect(codeOf(buildPart10({ elements: [nested(64)], undefinedLengthSequences }))).toBe('read');
    expect(codeOf(buildPart10({ elements: [nested(65)], undefinedLengthSequences }))).toBe(
      'PART10_MALFORMED',
    );
  });

  it('a hundred thousand sequences that open and never close', () => {
    expect(codeOf(raw(sequence('feff00e0 ffffffff').repeat(100_000)))).toBe('PART10_MALFORMED');
  });

  it('more elements than any object has', () => {
    const item = hex('feff00e000000000');
    const count = 2_000_001;
    const items = new Uint8Array(count * item.length);
    for (let index = 0; index < count; index++) items.set(item, index * item.length);
    const elements: SyntheticElement[] = [{ tag: 0x00081140, vr: 'SQ', value: { items: [] } }];
    const bytes = buildPart10({ elements, trailing: items });
    new DataView(bytes.buffer).setUint32(bytes.length - items.length - 4, items.length, true);
    expect(codeOf(bytes)).toBe('PART10_MALFORMED');
  });

  it('names a place, never a value', () => {
    const bytes = buildPart10({ elements: [NAME] });
    expect(() => openPart10(bytes.subarray(0, -2))).toThrow(
      new CodedError('PART10_TRUNCATED', `(0010,0010) at byte ${bytes.length - 16}`),
    );
  });
});

import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  DEFAULT_CHARACTER_SET,
  encodeNumbers,
  find,
  MemorySource,
  numbersOf,
  textOf,
  valuesOf,
  type Encoding,
  type VR,
} from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import {
  buildPart10,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
} from '../../../synthetic/buildPart10.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';

const LITTLE: Encoding = { explicitVR: true, littleEndian: true };
const BIG: Encoding = { explicitVR: true, littleEndian: false };

const valueOf = (
  bytes: Uint8Array,
  vr: VR,
): { source: MemorySource; element: { tag: number; vr: VR; valueStart: number; valueEnd: number } } => ({
  source: new MemorySource(bytes),
  element: { tag: 0x00091001, vr, valueStart: 0, valueEnd: bytes.length },
});

describe('textOf and valuesOf', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it.each<[VR, string, string, readonly string[]]>([
    ['UI', '1.2\\1.3\0', '1.2\\1.3', ['1.2', '1.3']],
    ['LO', ' a \\ b ', 'a \\ b', ['a', 'b']],
    ['LO', 'a\\\\b', 'a\\\\b', ['a', '', 'b']],
    ['LT', '  a\\b ', '  a\\b', ['  a\\b']],
    ['UT', ' a ', ' a', [' a']],
    ['PN', 'Doe^John ', 'Doe^John', ['Doe^John']],
    ['DA', '', '', []],
    ['SH', '  ', '', []],
    ['UN', 'a\\b ', 'a\\b', ['a\\b']],
  ])('takes the padding off %s %j', (vr, raw, text, values) => {
    const { source, element } = valueOf(latin(raw), vr);
    expect(textOf(source, element, DEFAULT_CHARACTER_SET)).toBe(text);
    expect(valuesOf(source, element, DEFAULT_CHARACTER_SET)).toEqual(values);
  });

  it('reads a public attribute that was written as UN by the VR of the dictionary', () => {
    const { source, element } = valueOf(latin('A^B\\C '), 'UN');
    expect(valuesOf(source, { ...element, tag: 0x00101001 }, DEFAULT_CHARACTER_SET)).toEqual(['A^B', 'C']);
  });

  it('trims a hostile value in linear time', () => {
    const { source, element } = valueOf(latin(`${' '.repeat(1_000_000)}a`), 'UT');
    expect(textOf(source, element, DEFAULT_CHARACTER_SET)).toHaveLength(1_000_001);
  });
});

describe('numbersOf and encodeNumbers', () => {
  it.each<[VR, readonly number[]]>([
    ['US', [0, 65535]],
    ['OW', [1, 2]],
    ['SS', [-32768, 32767]],
    ['UL', [0, 4294967295]],
    ['SL', [-2147483648]],
    ['FL', [0.5, -1.25]],
    ['FD', [Math.PI]],
    ['AT', [0x00181063, 0x7fe00010, 0xfffcfffc]],
    ['IS', [-7, 12]],
    ['DS', [1.5, -2e-7]],
    ['US', []],
    ['DS', []],
  ])('reads what it writes: %s %j', (vr, numbers) => {
    for (const encoding of [LITTLE, BIG]) {
      const { source, element } = valueOf(encodeNumbers(vr, numbers, encoding), vr);
      expect(numbersOf(source, element, encoding)).toEqual(numbers);
    }
  });

  it.each([EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN, IMPLICIT_LITTLE_ENDIAN])(
    'reads what another writer wrote in %s',
    (transferSyntaxUID) => {
      const { source, dataset } = openPart10(
        buildPart10({
          transferSyntaxUID,
          elements: [
            { tag: 0x00080001, vr: 'UL', value: [70000] },
            { tag: 0x00280009, vr: 'AT', value: [0x00181063] },
            { tag: 0x00280010, vr: 'US', value: [512] },
            { tag: 0x00280030, vr: 'DS', value: ' 0.5\\.25 ' },
          ],
        }),
      );
      expect(dataset.elements.map((element) => numbersOf(source, element, dataset.encoding))).toEqual([
        [70000],
        [0x00181063],
        [512],
        [0.5, 0.25],
      ]);
    },
  );

  it('reads UN in little endian, whatever the dataset is in', () => {
    const { source, dataset } = openPart10(
      buildPart10({
        transferSyntaxUID: EXPLICIT_BIG_ENDIAN,
        elements: [{ tag: 0x00280010, vr: 'UN', value: Uint8Array.of(2, 0) }],
      }),
    );
    const rows = find(dataset, 0x00280010);
    expect(rows && numbersOf(source, rows, dataset.encoding)).toEqual([2]);
  });

  it('keeps a Decimal String within sixteen characters', () => {
    const text = Buffer.from(encodeNumbers('DS', [-Math.PI * 1e-10, 1 / 3], LITTLE)).toString();
    expect(text.split('\\').every((value) => value.length <= 16)).toBe(true);
    expect(text.split('\\').map(Number)[1]).toBeCloseTo(1 / 3, 10);
  });

  it.each<[VR, string]>([
    ['US', '123'],
    ['AT', '12'],
    ['IS', 'one'],
    ['DS', '1\\\\2'],
    ['DS', '0,5'],
    ['LO', '1'],
    ['SQ', ''],
  ])('refuses %s %j', (vr, text) => {
    const { source, element } = valueOf(Buffer.from(text), vr);
    expect(() => numbersOf(source, element, LITTLE)).toThrow(
      new CodedError('PART10_MALFORMED', '(0009,1001) holds no number'),
    );
  });

  it('refuses to write numbers as a VR that has none', () => {
    expect(() => encodeNumbers('LO', [1], LITTLE)).toThrow(CodedError);
  });
});

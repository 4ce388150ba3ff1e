import { find, numbersOf, TAG, type Part10File } from '@pseudonymize-redact/core/part10';
import {
  CORE_CODECS,
  imagePixelOf,
  redactPixels,
  verifyRedaction,
  type PixelRegion,
} from '@pseudonymize-redact/core/pixels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
  type SyntheticElement,
} from '../../../synthetic/buildPart10.ts';
import { redactedFile } from '../../../synthetic/redactedFile.ts';
import { image, imageBytes, nativeBytes, parse, type SyntheticImage } from '../../../synthetic/cellImage.ts';

const box = (x0: number, y0: number, x1: number, y1: number, angleDegrees = 0): PixelRegion => ({
  box: [x0, y0, x1, y1],
  angleDegrees,
});
const made = (changes: Partial<SyntheticImage> = {}): Part10File => parse(imageBytes(image(changes)));
const valueOf = (file: Part10File, tag: number): Uint8Array => {
  const element = find(file.dataset, tag);
  return element === undefined ? new Uint8Array() : file.source.read(element.valueStart, element.valueEnd);
};
const numbersAt = (file: Part10File, tag: number): readonly number[] | null => {
  const element = find(file.dataset, tag);
  return element === undefined ? null : numbersOf(file.source, element, file.dataset.encoding);
};
const refusal = (code: string, where?: string): unknown =>
  expect.objectContaining(where === undefined ? { code } : { code, where });

describe('redactPixels', () => {
  it('[PX-01] [PX-02] holds for any regions on any grey image', () => {
    const bits = fc.constantFrom([1, 1, 0], [8, 8, 7], [8, 5, 6], [16, 12, 11], [16, 16, 15], [
      32, 32, 31,
    ] as const);
    const regions = fc.array(
      fc.tuple(
        fc.nat(8),
        fc.nat(5),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: 1, max: 3 }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const syntax = fc.constantFrom(EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN, RLE_LOSSLESS);
    fc.assert(
      fc.property(
        bits,
        regions,
        syntax,
        fc.constantFrom(0 as const, 1 as const),
        (chosen, places, transferSyntaxUID, sign) => {
          const [bitsAllocated = 8, bitsStored = 8, highBit = 7] = chosen;
          fc.pre(bitsAllocated > 1 || (sign === 0 && transferSyntaxUID !== RLE_LOSSLESS));
          const size = { rows: 9, columns: 13, frames: 3 };
          const file = made({
            ...size,
            bitsAllocated,
            bitsStored,
            highBit,
            transferSyntaxUID,
            pixelRepresentation: sign,
          });
          const wanted = places.map(([x, y, width, height, angle, frame]) => ({
            ...box(x, y, x + width, y + height, angle),
            frames: { first: frame, last: 3 },
          }));
          const redacted = redactedFile(file, wanted);
          verifyRedaction(file, redacted, wanted, CORE_CODECS);
        },
      ),
    );
  });

  it('[PX-06] leaves an object without a region as it is, pixels or not', () => {
    expect(redactPixels(made(), [], { codecs: CORE_CODECS, searched: false })).toEqual({
      searched: false,
      changed: null,
      redactedFrames: [],
      reencodedFrames: 0,
    });
    const truncated = made({ cells: [[1], [2]] });
    expect(redactPixels(truncated, [], { codecs: CORE_CODECS, searched: true }).changed).toBeNull();
  });

  it('[PX-09] clears overlay planes in unused bits of all frames, and no other bit', () => {
    const overlay: SyntheticElement[] = [
      { tag: 0x60000100, vr: 'US', value: [16] },
      { tag: 0x60000102, vr: 'US', value: [13] },
    ];
    const bits = { bitsAllocated: 16, bitsStored: 12, highBit: 11 };
    for (const transferSyntaxUID of [EXPLICIT_LITTLE_ENDIAN, RLE_LOSSLESS]) {
      const source = image({ ...bits, transferSyntaxUID, elements: overlay });
      const file = parse(imageBytes(source));
      const redacted = redactedFile(file, []);
      verifyRedaction(file, redacted, [], CORE_CODECS);
      if (transferSyntaxUID === RLE_LOSSLESS) continue;
      const cleared = source.cells.map((cells) => cells.map((cell) => cell & ~(1 << 13)));
      expect(valueOf(redacted, TAG.PixelData)).toEqual(nativeBytes(cleared, 16));
    }
    const withData = image({ ...bits, elements: [...overlay, { tag: 0x60003000, vr: 'OW', value: [1, 2] }] });
    expect(
      redactPixels(parse(imageBytes(withData)), [], { codecs: CORE_CODECS, searched: true }).changed,
    ).toBeNull();
    const inStored = image({ ...bits, elements: [{ tag: 0x60000102, vr: 'US', value: [0] }] });
    expect(
      redactPixels(parse(imageBytes(inStored)), [], { codecs: CORE_CODECS, searched: true }).changed,
    ).toBeNull();
  });

  it('[PX-10] keeps the smallest and largest values true, or drops them', () => {
    const elements: SyntheticElement[] = [
      { tag: 0x00280106, vr: 'SS', value: [-9] },
      { tag: 0x00280107, vr: 'SS', value: [99] },
      { tag: 0x00280108, vr: 'SS', value: [-9] },
    ];
    const cells = [[-9, ...Array.from({ length: 68 }, () => 5), 99].map((value) => value & 0xffff)];
    const signed = {
      bitsAllocated: 16,
      bitsStored: 16,
      highBit: 15,
      pixelRepresentation: 1 as const,
      elements,
    };
    for (const transferSyntaxUID of [EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN, RLE_LOSSLESS]) {
      const redacted = redactedFile(
        made({ ...signed, frames: 1, cells, transferSyntaxUID }),
        [box(8, 6, 10, 7)],
        { fill: [-20] },
      );
      expect(numbersAt(redacted, 0x00280106)).toEqual([-20]);
      expect(numbersAt(redacted, 0x00280107)).toEqual([5]);
      expect(numbersAt(redacted, 0x00280108)).toBeNull();
      const partly = redactedFile(
        made({ ...signed, frames: 2, cells: [...cells, ...cells], transferSyntaxUID }),
        [{ ...box(8, 6, 10, 7), frames: { first: 1, last: 1 } }],
      );
      expect(numbersAt(partly, 0x00280106)).toBeNull();
      expect(numbersAt(partly, 0x00280107)).toBeNull();
    }
  });

  it('[PX-15] refuses attributes that are missing or contradict each other', () => {
    const wrong: readonly (readonly [string, Partial<SyntheticImage>])[] = [
      ['PhotometricInterpretation', { photometricInterpretation: 'ARGB' }],
      ['PhotometricInterpretation', { photometricInterpretation: 'YBR_RCT' }],
      ['BitsAllocated', { bitsAllocated: 24 }],
      ['BitsStored', { bitsStored: 9 }],
      ['HighBit', { highBit: 3 }],
      ['Columns', { photometricInterpretation: 'YBR_FULL_422', columns: 9 }],
      ['PlanarConfiguration', { photometricInterpretation: 'YBR_FULL_422', planarConfiguration: 1 }],
      ['NumberOfFrames', { frames: 0 }],
      ['SamplesPerPixel', { elements: [{ tag: 0x00280002, vr: 'US', value: [4] }] }],
      ['Rows', { elements: [{ tag: 0x00280010, vr: 'US', value: [] }] }],
      ['Rows', { elements: [{ tag: 0x00280010, vr: 'US', value: [7, 7] }] }],
    ];
    for (const [keyword, changes] of wrong)
      expect(() => redactedFile(made({ cells: [[]], ...changes }), [box(0, 0, 2, 2)])).toThrow(
        refusal('PIXELS_ATTRIBUTE_INVALID', keyword),
      );
  });

  it('[PX-15] refuses Pixel Data that are not as long as the attributes say', () => {
    const short = made({ cells: [[1, 2, 3]] });
    const oneFrameMore = made({ cells: image({ frames: 3 }).cells });
    const full = image({ photometricInterpretation: 'YBR_FULL', rows: 4, frames: 1 });
    const wrongly422 = made({
      photometricInterpretation: 'YBR_FULL_422',
      rows: 4,
      frames: 1,
      cells: full.cells,
    });
    for (const file of [short, oneFrameMore, wrongly422])
      expect(() => redactedFile(file, [box(0, 0, 2, 2)])).toThrow(refusal('PIXELS_LENGTH_MISMATCH'));
  });

  it('[PX-15] refuses a region of an object without pixels', () => {
    const pixelData = find(made().dataset, TAG.PixelData);
    expect(pixelData).toBeDefined();
    const file = made();
    const without = {
      ...file,
      dataset: {
        ...file.dataset,
        elements: file.dataset.elements.filter(({ tag }) => tag !== TAG.PixelData),
      },
    };
    expect(() => redactPixels(without, [box(0, 0, 2, 2)], { codecs: CORE_CODECS, searched: true })).toThrow(
      refusal('PIXELS_ABSENT'),
    );
  });

  it('[PX-01] [PX-07] redacts float pixels', () => {
    const values = Float32Array.from({ length: 70 }, (_, index) => index - 20.5);
    const source = image({ frames: 1, bitsAllocated: 32, bitsStored: 32, highBit: 31 });
    for (const transferSyntaxUID of [EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN]) {
      const bytes = new Uint8Array(values.buffer.slice(0));
      if (transferSyntaxUID === EXPLICIT_BIG_ENDIAN) {
        for (let at = 0; at < bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
      }
      const file = parse(
        imageBytes({ ...source, transferSyntaxUID, elements: [{ tag: 0x7fe00008, vr: 'OF', value: bytes }] }),
      );
      const { dataset } = file;
      const float = {
        ...file,
        dataset: { ...dataset, elements: dataset.elements.filter(({ tag }) => tag !== TAG.PixelData) },
      };
      expect(imagePixelOf(float).sampleType).toBe('float');
      const { changed } = redactPixels(float, [box(1, 1, 3, 3)], { codecs: CORE_CODECS, searched: true });
      const edit = changed === null ? undefined : [...changed.edits.values()][0];
      expect(edit?.action).toBe('replace');
      const segments = edit?.action === 'replace' && Array.isArray(edit.value) ? edit.value : [];
      const [segment] = segments as {
        source: { read: (start: number, end: number) => Uint8Array };
        start: number;
        end: number;
      }[];
      const out = (segment?.source.read(segment.start, segment.end) ?? new Uint8Array()).slice();
      const view = new DataView(out.buffer);
      const redacted = Array.from({ length: 70 }, (_, index) =>
        view.getFloat32(index * 4, transferSyntaxUID === EXPLICIT_LITTLE_ENDIAN),
      );
      expect(redacted).toEqual(
        [...values].map((value, index) => ([11, 12, 21, 22].includes(index) ? -20.5 : value)),
      );
    }
  });

  it('[PX-17] redacts uncompressed frames when they are read, in reads of any size', () => {
    const source = image({ frames: 5, bitsAllocated: 1, bitsStored: 1, highBit: 0, rows: 5, columns: 5 });
    const file = parse(imageBytes(source));
    const regions = [{ ...box(1, 1, 3, 3), frames: { first: 2, last: 4 } }];
    const { changed } = redactPixels(file, regions, { codecs: CORE_CODECS, searched: true });
    const [edit] = [...(changed?.edits.values() ?? [])];
    const segments =
      edit?.action === 'replace' && Array.isArray(edit.value)
        ? (edit.value as { source: { size: number; read: (start: number, end: number) => Uint8Array } }[])
        : [];
    const lazy = segments[0]?.source;
    const whole = lazy?.read(0, lazy.size).slice() ?? new Uint8Array();
    expect(whole).toHaveLength(16);
    for (const step of [1, 3, 7]) {
      const parts: number[] = [];
      for (let at = 0; at < whole.length; at += step)
        parts.push(...(lazy?.read(at, Math.min(whole.length, at + step)) ?? []));
      expect(parts).toEqual([...whole]);
    }
  });
});

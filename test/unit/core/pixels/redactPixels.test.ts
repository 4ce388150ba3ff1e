import {
  find,
  numbersOf,
  TAG,
  textOf,
  DEFAULT_CHARACTER_SET,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import {
  CORE_CODECS,
  imagePixelOf,
  outsideUltrasoundRegions,
  redactPixels,
  spansByFrame,
  verifyRedaction,
  type FrameCodec,
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
import {
  image,
  imageBytes,
  literalRle,
  nativeBytes,
  parse,
  type SyntheticImage,
} from '../../../synthetic/cellImage.ts';

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

const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
const JPEG_LOSSLESS = '1.2.840.10008.1.2.4.70';

describe('Transfer Syntaxes that lose information', () => {
  const rleCodec = CORE_CODECS.get(RLE_LOSSLESS) as FrameCodec;
  /** Decodes YBR_FULL as RGB and writes RGB by plane, as a codec may. */
  const codecs = new Map<string, FrameCodec>([
    [
      JPEG_BASELINE,
      {
        ...rleCodec,
        decode: ({ imagePixel, bytes }) => {
          const { bytes: cells } = rleCodec.decode({ imagePixel, bytes });
          return { imagePixel: { ...imagePixel, photometricInterpretation: 'RGB' }, bytes: cells };
        },
      },
    ],
    [
      JPEG_LOSSLESS,
      {
        ...rleCodec,
      },
    ],
  ]);
  const source = image({ photometricInterpretation: 'YBR_FULL', frames: 2 });
  const fragments = source.cells.map((cells) => literalRle(source, cells));
  const base = parse(imageBytes({ ...source, transferSyntaxUID: RLE_LOSSLESS }));
  const file: Part10File = { ...base, transferSyntax: { ...base.transferSyntax, uid: JPEG_BASELINE } };
  const regions = [{ ...box(1, 1, 4, 4), frames: { first: 2, last: 2 } }];

  it('[PX-13] become lossless, all frames, and the loss is told for ever', () => {
    expect(fragments).toHaveLength(2);
    const redacted = redactedFile(file, regions, { codecs });
    expect(redacted.transferSyntax.uid).toBe(JPEG_LOSSLESS);
    verifyRedaction(file, redacted, regions, codecs);
    const lossy = find(redacted.dataset, 0x00282110);
    expect(lossy && textOf(redacted.source, lossy, DEFAULT_CHARACTER_SET)).toBe('01');
  });

  it('[PX-14] say of the new pixels what is true', () => {
    expect(imagePixelOf(redactedFile(file, regions, { codecs })).photometricInterpretation).toBe('RGB');
  });
});

describe('verifyRedaction', () => {
  const file = made();
  const regions = [{ ...box(1, 1, 4, 4), frames: { first: 2, last: 2 } }];
  const refusesWith = (change: (cells: number[][]) => void): void => {
    const source = image();
    const frames = source.cells.map((cells) => [...cells]);
    for (const pixel of [11, 12, 13, 21, 22, 23, 31, 32, 33]) frames[1]?.splice(pixel, 1, 0);
    const good = made({ cells: frames });
    verifyRedaction(file, good, regions, CORE_CODECS);
    change(frames);
    expect(() => verifyRedaction(file, made({ cells: frames }), regions, CORE_CODECS)).toThrow(
      refusal('PIXELS_NOT_VERIFIED'),
    );
  };

  it('[PX-16] finds a pixel that differs inside, outside, and in a frame without region', () => {
    refusesWith((frames) => frames[1]?.splice(12, 1, 1));
    refusesWith((frames) => frames[1]?.reverse());
    refusesWith((frames) => frames[0]?.reverse());
  });

  it('[PX-16] finds other attributes and another number of frames', () => {
    expect(() => verifyRedaction(file, made({ frames: 1 }), regions, CORE_CODECS)).toThrow(
      refusal('PIXELS_NOT_VERIFIED'),
    );
    const inverted = redactedFile(made({ photometricInterpretation: 'MONOCHROME1' }), regions);
    expect(() => verifyRedaction(file, inverted, regions, CORE_CODECS)).toThrow(
      refusal('PIXELS_NOT_VERIFIED'),
    );
  });

  it('[PX-16] finds bits left of an overlay plane', () => {
    const source = image({
      bitsAllocated: 16,
      bitsStored: 12,
      highBit: 11,
      elements: [{ tag: 0x60000102, vr: 'US', value: [13] }],
    });
    const overlaid = parse(imageBytes(source));
    expect(() => verifyRedaction(overlaid, overlaid, [], CORE_CODECS)).toThrow(
      refusal('PIXELS_NOT_VERIFIED'),
    );
  });
});

describe('outsideUltrasoundRegions', () => {
  const region = (x0: number, y0: number, x1: number, y1: number): SyntheticElement[] => [
    { tag: 0x00186018, vr: 'UL', value: [x0] },
    { tag: 0x0018601a, vr: 'UL', value: [y0] },
    { tag: 0x0018601c, vr: 'UL', value: [x1] },
    { tag: 0x0018601e, vr: 'UL', value: [y1] },
  ];
  const blanked = (...items: SyntheticElement[][]): number => {
    const file = made({ elements: [{ tag: 0x00186011, vr: 'SQ', value: { items } }] });
    const spans = spansByFrame(outsideUltrasoundRegions(file), imagePixelOf(file)).get(0) ?? [];
    return spans.reduce((sum, { start, end }) => sum + end - start, 0);
  };

  it('[PX-18] covers everything that no region holds, last row and column of a region included', () => {
    expect(blanked(region(2, 1, 4, 3))).toBe(70 - 9);
    expect(blanked(region(2, 1, 4, 3), region(4, 2, 6, 5))).toBe(70 - 9 - 12 + 2);
    expect(blanked(region(5, 5, 40, 40))).toBe(70 - 10);
  });

  it('[PX-18] refuses an image without ultrasound regions', () => {
    expect(() => outsideUltrasoundRegions(made())).toThrow(
      expect.objectContaining({ code: 'PIXELS_ULTRASOUND_REGIONS_ABSENT' }),
    );
  });

  it('[PX-15] refuses a region without its corners', () => {
    expect(() => blanked(region(2, 1, 4, 3).slice(1))).toThrow(refusal('PIXELS_ATTRIBUTE_INVALID'));
  });
});

import type { Fill } from '@pseudonymize-redact/core/contract';
import {
  CORE_CODECS,
  imagePixelOf,
  pixelFramesOf,
  StoredPixels,
  verifyRedaction,
} from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import { EXPLICIT_BIG_ENDIAN, type SyntheticElement } from '../../../synthetic/buildPart10.ts';
import { redactedFile } from '../../../synthetic/redactedFile.ts';
import { image, imageBytes, parse, type SyntheticImage } from '../../../synthetic/cellImage.ts';

/** The stored values of the first pixel of the box [1, 1, 3, 3] after redaction. */
const filled = (changes: Partial<SyntheticImage>, fill: Fill = 'darkest'): number[] => {
  const redacted = redactedFile(parse(imageBytes(image(changes))), [{ box: [1, 1, 3, 3], angleDegrees: 0 }], {
    fill,
  });
  const imagePixel = imagePixelOf(redacted);
  const { bytes } = pixelFramesOf(redacted, imagePixel, CORE_CODECS).decoded(0);
  const pixels = new StoredPixels(imagePixel, bytes);
  return Array.from({ length: imagePixel.samplesPerPixel }, (_, sample) =>
    pixels.get(imagePixel.columns + 1, sample),
  );
};

const paletteOf = (descriptor: number[], reds: number[] | Uint8Array): SyntheticElement[] =>
  [1, 2, 3].flatMap((colour) => [
    { tag: 0x00281100 + colour, vr: 'US', value: descriptor },
    { tag: 0x00281200 + colour, vr: 'OW', value: reds },
  ]);

describe('fill', () => {
  it('[PX-07] is the dark end of unsigned grey', () => {
    expect(filled({ photometricInterpretation: 'MONOCHROME2' })).toEqual([0]);
    expect(filled({ photometricInterpretation: 'MONOCHROME1' })).toEqual([255]);
    expect(
      filled({ photometricInterpretation: 'MONOCHROME1', bitsAllocated: 16, bitsStored: 10, highBit: 9 }),
    ).toEqual([1023]);
    expect(
      filled({ photometricInterpretation: 'MONOCHROME1', bitsAllocated: 1, bitsStored: 1, highBit: 0 }),
    ).toEqual([1]);
  });

  it('[PX-07] is the darkest value of the frame where data are signed, padding included', () => {
    const cells = [[5, 0xfc18, 40, ...Array.from({ length: 67 }, () => 100)]];
    const signed = {
      bitsAllocated: 16,
      bitsStored: 16,
      highBit: 15,
      pixelRepresentation: 1 as const,
      frames: 1,
      cells,
    };
    expect(filled({ ...signed, photometricInterpretation: 'MONOCHROME2' })).toEqual([-1000]);
    expect(filled({ ...signed, photometricInterpretation: 'MONOCHROME1' })).toEqual([100]);
  });

  it('[PX-07] is black in colour', () => {
    expect(filled({ photometricInterpretation: 'RGB' })).toEqual([0, 0, 0]);
    expect(filled({ photometricInterpretation: 'YBR_FULL' })).toEqual([0, 128, 128]);
    expect(filled({ photometricInterpretation: 'YBR_FULL_422' })).toEqual([0, 128, 128]);
    expect(filled({ photometricInterpretation: 'YBR_PARTIAL_422' })).toEqual([16, 128, 128]);
  });

  it('[PX-07] is the darkest entry of a palette', () => {
    const palette = { photometricInterpretation: 'PALETTE COLOR' };
    expect(filled({ ...palette, elements: paletteOf([4, 0, 16], [9, 5, 60000, 7]) })).toEqual([1]);
    expect(filled({ ...palette, elements: paletteOf([4, 10, 16], [9, 8, 60000, 7]) })).toEqual([13]);
    expect(filled({ ...palette, elements: paletteOf([4, 0, 8], Uint8Array.of(9, 8, 3, 7)) })).toEqual([2]);
    expect(
      filled({
        ...palette,
        transferSyntaxUID: EXPLICIT_BIG_ENDIAN,
        elements: paletteOf([4, 0, 16], [9, 5, 1, 7]),
      }),
    ).toEqual([2]);
    expect(() => filled({ ...palette, elements: paletteOf([4, 0, 16], [9, 5]) })).toThrow(
      expect.objectContaining({ code: 'PIXELS_ATTRIBUTE_INVALID' }),
    );
  });

  it('[PX-08] is the mean of the pixels around, without those inside', () => {
    const cells = [
      Array.from({ length: 70 }, (_, index): number => (index % 10 < 4 && index < 40 ? 50 : 200)),
    ];
    for (const inside of [11, 12, 21, 22]) cells[0]?.splice(inside, 1, 255);
    expect(filled({ frames: 1, cells }, 'surroundings')).toEqual([50]);
  });

  /** Ten columns: left of `edge` one value, right of it another. */
  const halves = (left: number, right: number, edge = 5): number[][] => [
    Array.from({ length: 70 }, (_, index) => (index % 10 < edge ? left : right)),
  ];
  /** The first samples of pixels after regions were filled with their surroundings; the result verified. */
  const surrounded = (
    changes: Partial<SyntheticImage>,
    boxes: readonly (readonly [number, number, number, number])[],
    pixels: readonly number[],
  ): number[] => {
    const original = parse(imageBytes(image({ frames: 1, ...changes })));
    const regions = boxes.map((box) => ({
      box: [...box] as [number, number, number, number],
      angleDegrees: 0,
    }));
    const redacted = redactedFile(original, regions, { fill: 'surroundings' });
    verifyRedaction(original, redacted, regions, CORE_CODECS);
    const imagePixel = imagePixelOf(redacted);
    const stored = new StoredPixels(
      imagePixel,
      pixelFramesOf(redacted, imagePixel, CORE_CODECS).decoded(0).bytes,
    );
    return pixels.map((pixel) => stored.get(pixel, 0));
  };

  it('[PX-08] is of each region the mean of its own surroundings', () => {
    const apart = [
      [1, 1, 3, 3],
      [7, 1, 9, 3],
    ] as const;
    expect(surrounded({ cells: halves(40, 200) }, apart, [11, 22, 17, 28])).toEqual([40, 40, 200, 200]);
    const signed = { bitsAllocated: 16, bitsStored: 16, highBit: 15, pixelRepresentation: 1 } as const;
    expect(surrounded({ ...signed, cells: halves(0xfc18, 300) }, apart, [11, 17])).toEqual([-1000, 300]);
    const inverted = { photometricInterpretation: 'MONOCHROME1', cells: halves(40, 200) };
    expect(surrounded(inverted, apart, [11, 17])).toEqual([40, 200]);
  });

  it('[PX-08] is one for regions that overlap or share an edge, and two where only corners meet', () => {
    const cells = halves(40, 200);
    const [one, two] = surrounded(
      { cells },
      [
        [1, 1, 5, 3],
        [5, 1, 9, 3],
      ],
      [11, 18],
    );
    expect(one).toBe(two);
    expect(one).toBe(120);
    const [left, right] = surrounded(
      { cells },
      [
        [3, 1, 5, 3],
        [5, 3, 7, 5],
      ],
      [13, 35],
    );
    expect(left).toBeLessThan(right ?? 0);
  });

  it('[PX-08] takes what of the surroundings is within the image, at its borders and corners', () => {
    const cells = halves(40, 200, 2);
    expect(
      surrounded(
        { cells },
        [
          [0, 0, 1, 7],
          [8, 5, 12, 9],
        ],
        [0, 60, 69],
      ),
    ).toEqual([40, 40, 200]);
  });

  it('[PX-08] leaves pixel padding out of the mean, where anything else is around', () => {
    const padded = {
      bitsAllocated: 16,
      bitsStored: 16,
      highBit: 15,
      pixelRepresentation: 1,
      elements: [
        { tag: 0x00280120, vr: 'SS', value: [-2000] },
        { tag: 0x00280121, vr: 'SS', value: [-1990] },
      ],
    } as const;
    const cells = halves(2 ** 16 - 1995, 100, 2);
    expect(surrounded({ ...padded, cells }, [[1, 1, 4, 3]], [11])).toEqual([100]);
    expect(surrounded({ ...padded, cells: halves(2 ** 16 - 1995, 100, 9) }, [[1, 1, 4, 3]], [11])).toEqual([
      -1995,
    ]);
  });

  it('[PX-08] is a mean of each sample in colour', () => {
    for (const photometricInterpretation of ['RGB', 'YBR_FULL', 'YBR_FULL_422']) {
      const count = photometricInterpretation === 'YBR_FULL_422' ? 4 : 3;
      const length = photometricInterpretation === 'YBR_FULL_422' ? 140 : 210;
      const cells = [Array.from({ length }, (_, index) => 10 + (index % count))];
      expect(filled({ photometricInterpretation, frames: 1, cells }, 'surroundings')).toEqual(
        photometricInterpretation === 'YBR_FULL_422' ? [10, 12, 13] : [10, 11, 12],
      );
    }
  });

  it('[PX-08] is the commonest entry around in a palette', () => {
    const cells = [Array.from({ length: 70 }, (_, index): number => (index % 2 === 0 ? 3 : 1))];
    cells[0]?.splice(0, 11, ...Array.from({ length: 11 }, () => 3));
    const elements = paletteOf([4, 0, 16], [9, 5, 60000, 7]);
    expect(
      filled({ photometricInterpretation: 'PALETTE COLOR', frames: 1, cells, elements }, 'surroundings'),
    ).toEqual([3]);
  });

  it('[PX-08] is the darkest value where nothing is around', () => {
    expect(
      filled({ rows: 4, columns: 4, cells: [Array(16).fill(9), Array(16).fill(9)] as number[][] }, [7]),
    ).toEqual([7]);
    const everything = redactedFile(parse(imageBytes(image())), [{ box: [0, 0, 10, 7], angleDegrees: 0 }], {
      fill: 'surroundings',
    });
    const { bytes } = pixelFramesOf(everything, imagePixelOf(everything), CORE_CODECS).decoded(0);
    expect(new Set(bytes)).toEqual(new Set([0]));
  });

  it('[PX-08] is what the caller chose, if the samples can hold it', () => {
    expect(filled({ photometricInterpretation: 'RGB' }, [1, 2, 3])).toEqual([1, 2, 3]);
    const signed = { bitsAllocated: 16, bitsStored: 12, highBit: 11, pixelRepresentation: 1 } as const;
    expect(filled(signed, [-2048])).toEqual([-2048]);
    for (const fill of [[1], [1, 2, 300], [1, 2, 0.5], [-1, 0, 0]])
      expect(() => filled({ photometricInterpretation: 'RGB' }, fill)).toThrow(
        expect.objectContaining({ code: 'PIXELS_FILL_INVALID' }),
      );
  });
});

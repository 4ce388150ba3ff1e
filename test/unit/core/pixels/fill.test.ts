import type { Fill } from '@pseudonymize-redact/core/contract';
import { CORE_CODECS, imagePixelOf, pixelFramesOf, StoredPixels } from '@pseudonymize-redact/core/pixels';
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

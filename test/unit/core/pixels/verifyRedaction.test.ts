import type { Part10File } from '@pseudonymize-redact/core/part10';
import { CORE_CODECS, verifyRedaction, type PixelRegion } from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import { image, imageBytes, parse, type SyntheticImage } from '../../../synthetic/cellImage.ts';
import { redactedFile } from '../../../synthetic/redactedFile.ts';

const made = (changes: Partial<SyntheticImage> = {}): Part10File => parse(imageBytes(image(changes)));
const refusal = (code: string): unknown => expect.objectContaining({ code });

describe('verifyRedaction', () => {
  const file = made();
  const regions: readonly PixelRegion[] = [
    { box: [1, 1, 4, 4], angleDegrees: 0, frames: { first: 2, last: 2 } },
  ];
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

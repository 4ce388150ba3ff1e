import { describe, expect, it } from 'vitest';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { SourceImage } from '@pseudonymize-redact/core/text-detection';
import { framePart } from '../../../../server-plugin/core/text-detection/framePart.ts';
import { fullRange, renderings } from '../../../../server-plugin/core/text-detection/rendering.ts';

const grey = (pixels: SourceImage['pixels'], more: Partial<SourceImage> = {}): SourceImage => ({
  rows: 1,
  columns: pixels.length,
  samplesPerPixel: 1,
  pixels,
  invert: false,
  ...more,
});

const bytes = (image: SourceImage): number[][] => renderings(image).map(({ data }) => [...data]);

describe('rendering for detection', () => {
  it('[TD-1] stretches the range of the stored values to 0 … 255, whatever their type', () => {
    expect(bytes(grey(Int16Array.of(-1000, 0, 1000)))).toEqual([[0, 128, 255]]);
    expect(bytes(grey(Uint16Array.of(0, 65535)))).toEqual([[0, 255]]);
    expect(bytes(grey(Float32Array.of(0.5, 1, 1.5)))).toEqual([[0, 128, 255]]);
    expect(bytes(grey(Int32Array.of(-2_000_000_000, 0, 2_000_000_000)))).toEqual([[0, 128, 255]]);
  });

  it('[TD-1] lets neither a few outliers nor non-finite values set the range', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => i % 1000);
    values.set([1e9, NaN, Infinity, -Infinity]);
    const { lower, upper } = fullRange(values);
    expect(lower).toBeLessThan(20_000);
    expect(upper).toBeLessThan(40_000);
  });

  it('[TD-1] renders an image of one value without dividing by nothing', () => {
    expect(bytes(grey(Uint8Array.of(7, 7)))).toEqual([[7, 7]]);
  });

  it('[TD-9] remembers of how large a frame a part is', () => {
    const image = { ...grey(new Uint8Array(12)), rows: 3, columns: 4 };
    const part = { x: 1, y: 1, width: 2, height: 2 };
    expect(renderings(image)[0].frameArea).toBe(12);
    expect(renderings(image, part)[0].frameArea).toBe(12);
    expect(renderings(framePart(framePart(image, part), { ...part, x: 0, y: 0 }))[0].frameArea).toBe(12);
  });

  it('[TD-2] turns MONOCHROME1 to bright on dark', () => {
    expect(bytes(grey(Uint8Array.of(0, 255), { invert: true }))).toEqual([[255, 0]]);
  });

  it('[TD-1] renders the displayed window beside the full range where it is narrower', () => {
    const image = grey(Uint16Array.of(0, 100, 200, 4000));
    expect(bytes({ ...image, window: { lower: 100, upper: 200 } })[1]).toEqual([0, 0, 255, 255]);
    expect(bytes({ ...image, window: { lower: 0, upper: 8000 } })).toHaveLength(1);
    expect(bytes({ ...image, window: { lower: 5000, upper: 6000 } })).toHaveLength(1);
  });

  it('[TD-1] keeps the bytes of a colour image and drops alpha', () => {
    const rgba: SourceImage = {
      ...grey(Uint8Array.of(10, 20, 30, 255, 1, 2, 3, 0)),
      columns: 2,
      samplesPerPixel: 4,
    };
    expect(bytes(rgba)).toEqual([[10, 20, 30, 1, 2, 3]]);
  });

  it('[TD-3] refuses an image that has not as many pixels as its size says', () => {
    const short = { ...grey(Uint8Array.of(1, 2, 3)), columns: 4 };
    expect(() => renderings(short)).toThrow(new CodedError('DETECTION_IMAGE_INVALID'));
    expect(() => renderings({ ...short, rows: 0, columns: 3 })).toThrow(CodedError);
  });
});

import { describe, expect, it } from 'vitest';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { detectTexts, type Infer, type SourceImage } from '@pseudonymize-redact/core/text-detection';

/** Grey values on black: every block stands for the core of a text. */
const imageWith = (
  columns: number,
  rows: number,
  ...blocks: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
): SourceImage => {
  const pixels = new Uint8Array(columns * rows);
  for (const [x0, y0, x1, y1] of blocks) {
    for (let y = y0; y < y1; y += 1) pixels.fill(255, y * columns + x0, y * columns + x1);
  }
  return { rows, columns, samplesPerPixel: 1, pixels, invert: false };
};

/** A detector for the test: what is bright in the image is text. The pass at the image's own size is a negative. */
const brightIsText =
  (image: SourceImage, seen: (readonly number[])[] = []): Infer =>
  ({ data, dims }) => {
    seen.push(dims);
    const [, , height = 0, width = 0] = dims;
    const isNegative = width < image.columns * 1.5 || image.columns > 1300;
    const plane = data.subarray(0, width * height);
    return Promise.resolve({
      data: plane.map((value) => (value > 0 !== isNegative ? 0.9 : 0)),
      dims: [1, 1, height, width],
    });
  };

describe('finding texts', () => {
  it('[TD-4] hands the detector the image at its own size and at twice its size, in multiples of 32', async () => {
    const image = imageWith(100, 60, [20, 20, 60, 30]);
    const seen: (readonly number[])[] = [];
    await detectTexts(image, brightIsText(image, seen));
    expect(seen).toEqual([
      [1, 3, 64, 128],
      [1, 3, 128, 224],
    ]);
  });

  it('[TD-6] gives one box for a text that both passes found, around all of it', async () => {
    const image = imageWith(200, 120, [40, 40, 120, 50]);
    const texts = await detectTexts(image, brightIsText(image));
    expect(texts).toHaveLength(1);
    const [text] = texts;
    expect(text?.confidence).toBeCloseTo(0.9, 5);
    expect(text?.angleDegrees).toBe(0);
    const [x0, y0, x1, y1] = text?.box ?? [0, 0, 0, 0];
    // The core grown by area × 1.6 ÷ perimeter = 7.1 and by the padding of 2.
    expect(x0).toBeCloseTo(40 - 9.1, 0);
    expect(y0).toBeCloseTo(40 - 9.1, 0);
    expect(x1).toBeCloseTo(120 + 9.1, 0);
    expect(y1).toBeCloseTo(50 + 9.1, 0);
  });

  it('[TD-6] clips boxes to the image', async () => {
    const image = imageWith(100, 64, [0, 0, 40, 10], [60, 50, 100, 64]);
    const boxes = (await detectTexts(image, brightIsText(image))).map(({ box }) => box);
    expect(boxes).toHaveLength(2);
    for (const [x0, y0, x1, y1] of boxes) {
      expect(x0).toBeGreaterThanOrEqual(0);
      expect(y0).toBeGreaterThanOrEqual(0);
      expect(x1).toBeLessThanOrEqual(100);
      expect(y1).toBeLessThanOrEqual(64);
    }
  });

  it('[TD-4] finds a text across the seam of two tiles whole', async () => {
    const image = imageWith(2700, 64, [1200, 20, 1500, 40]);
    const texts = await detectTexts(image, brightIsText(image));
    expect(texts).toHaveLength(1);
    expect(texts[0]?.box[0]).toBeLessThan(1200);
    expect(texts[0]?.box[2]).toBeGreaterThan(1500);
  });

  it('[TD-7] tells the first texts before the enlarged pass, and progress up to 1', async () => {
    const image = imageWith(100, 60, [20, 20, 60, 30]);
    const events: string[] = [];
    await detectTexts(
      image,
      async (input) => {
        events.push('infer');
        return brightIsText(image)(input);
      },
      {
        onFirstTexts: (texts) => events.push(`first ${texts.length}`),
        onProgress: (fraction) => events.push(fraction.toFixed(1)),
      },
    );
    expect(events).toEqual(['infer', '0.2', 'first 1', 'infer', '1.0']);
  });

  it('[TD-3] ends with what the detector throws, and refuses an output of another size', async () => {
    const image = imageWith(64, 64);
    await expect(detectTexts(image, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
    const short: Infer = () => Promise.resolve({ data: new Float32Array(3), dims: [1, 1, 1, 3] });
    await expect(detectTexts(image, short)).rejects.toThrow(CodedError);
  });
});

import { describe, expect, it } from 'vitest';
import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  detectTexts,
  type Infer,
  type SourceImage,
  type TextModels,
  type TextReader,
} from '@pseudonymize-redact/core/text-detection';

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

/** A detector for the test: what differs from the ground, the most frequent value, is text. */
const marksAreText =
  (seen: (readonly number[])[] = []): Infer =>
  ({ data, dims }) => {
    seen.push(dims);
    const [, , height = 0, width = 0] = dims;
    const plane = data.subarray(0, width * height);
    const ground = plane.toSorted()[plane.length >> 1] ?? 0;
    return Promise.resolve({
      data: plane.map((value) => (Math.abs(value - ground) > 1 ? 0.9 : 0)),
      dims: [1, 1, height, width],
    });
  };

/** The detector alone. */
const only = (detector: Infer): TextModels => ({ detector, loadReader: null });

/** A reader for the test: one character, read with this score, in every line. */
const readsAs = (text: string, score: number): (() => Promise<TextReader>) => {
  const infer: Infer = () => {
    const steps = Array.from(text).flatMap((_, i) => [
      [1 - score, ...Array.from(text, (_, j) => (i === j ? score : 0))],
      [1, ...Array.from(text, () => 0)],
    ]);
    return Promise.resolve({
      data: Float32Array.from(steps.flat()),
      dims: [1, steps.length, text.length + 1],
    });
  };
  return () => Promise.resolve({ infer, characters: Array.from(text) });
};

const findsNothing: Infer = ({ dims: [, , height = 0, width = 0] }) =>
  Promise.resolve({ data: new Float32Array(width * height), dims: [1, 1, height, width] });

describe('finding texts', () => {
  it('[TD-4] hands the detector what is not flat, at its own size, at half of it and at twice of it, in multiples of 32', async () => {
    const image = imageWith(100, 60, [20, 20, 60, 30]);
    const seen: (readonly number[])[] = [];
    await detectTexts(image, only(marksAreText(seen)));
    expect(seen).toEqual([
      [1, 3, 64, 96],
      [1, 3, 32, 64],
      [1, 3, 128, 224],
    ]);
  });

  it('[TD-20] enlarges of a large picture only what looks like small type that was not found', async () => {
    const type = Array.from({ length: 8 }, (_, i) => [40 + 8 * i, 50, 42 + 8 * i, 60] as const);
    const image = imageWith(500, 400, ...type, [300, 300, 400, 340]);
    const seen: (readonly number[])[] = [];
    const detector: Infer = (input) => {
      seen.push(input.dims);
      return findsNothing(input);
    };
    await detectTexts(image, only(detector));
    // The type with 24 pixels of ground around it, twice its size; then, as there was nothing, the row that it is.
    expect(seen.slice(-2)).toEqual([
      [1, 3, 128, 224],
      [1, 3, 64, 160],
    ]);
    const found: (readonly number[])[] = [];
    await detectTexts(imageWith(500, 400, [300, 300, 400, 340]), only(marksAreText(found)));
    expect(found).toEqual([
      [1, 3, 128, 192],
      [1, 3, 64, 96],
    ]);
  });

  it('[TD-20] enlarges what the detector doubts', async () => {
    const image = imageWith(500, 400, [200, 200, 260, 212]);
    const seen: (readonly number[])[] = [];
    const doubts: Infer = async (input) => {
      const { data, dims } = await marksAreText(seen)(input);
      return { data: Float32Array.from(data, (value) => value / 9), dims };
    };
    await detectTexts(image, only(doubts));
    // 48 pixels around the block, twice their size.
    expect(seen.slice(2)).toEqual([[1, 3, 224, 320]]);
  });

  it('[TD-26] finds at half its size what its own size does not show, and nothing else', async () => {
    // Two areas of 192 × 128 pixels, the upper one first.
    const image = imageWith(500, 400, [201, 51, 300, 90], [201, 301, 300, 340]);
    /** What the detector sees of the areas at their own size; at half of it both. */
    const boxes = async (...seen: readonly boolean[]): Promise<readonly (readonly number[])[]> => {
      let next = 0;
      const detector: Infer = async (input) => {
        const { data, dims } = await marksAreText()(input);
        const [, , height] = dims;
        const isSeen = height === 64 || (height === 128 && seen[next++] === true);
        return { data: data.map((value) => (isSeen ? value : 0)), dims };
      };
      const texts = await detectTexts(image, only(detector));
      return texts.map(({ box }) => box).toSorted((p, q) => p[1] - q[1]);
    };
    const both = await boxes(true, true);
    expect(both).toHaveLength(2);
    const [upper, lower, ...others] = await boxes(true, false);
    expect(others).toEqual([]);
    expect(upper).toEqual(both[0]);
    expect(lower).not.toEqual(both[1]);
    const [x0 = 999, y0 = 999, x1 = 0, y1 = 0] = lower ?? [];
    expect([x0 < 201, y0 < 301, x1 > 300, y1 > 340]).toEqual([true, true, true, true]);
  });

  it('[TD-26] takes what only half its size shows for a text where something is read', async () => {
    const image = imageWith(500, 400, [201, 51, 300, 90]);
    const detector: Infer = async (input) => {
      const { data, dims } = await marksAreText()(input);
      return { data: data.map((value) => (dims[2] === 64 ? value : 0)), dims };
    };
    const found = async (text: string, score: number): Promise<number> =>
      (await detectTexts(image, { detector, loadReader: readsAs(text, score) })).length;
    expect(await found('AB', 0.9)).toBe(1);
    expect(await found('AB', 0.2)).toBe(0);
    expect(await found('+', 0.9)).toBe(0);
  });

  it('[TD-6] gives one box for a text that both passes found, around all of it', async () => {
    const image = imageWith(200, 120, [40, 40, 120, 50]);
    const texts = await detectTexts(image, only(marksAreText()));
    expect(texts).toHaveLength(1);
    const [text] = texts;
    expect(text?.confidence).toBeCloseTo(0.9, 5);
    expect(text?.angleDegrees).toBe(0);
    const [x0, y0, x1, y1] = text?.box ?? [0, 0, 0, 0];
    // The core grown by area × 1.6 ÷ perimeter = 7.1 and by the padding of 2; enlarging blurs it by half a pixel or so.
    const margins = [40 - x0, 40 - y0, x1 - 120, y1 - 50];
    for (const margin of margins) expect(margin).toBeGreaterThanOrEqual(9.1);
    for (const margin of margins) expect(margin).toBeLessThan(10.5);
  });

  it('[TD-6] clips boxes to the image', async () => {
    const image = imageWith(100, 64, [0, 0, 40, 10], [60, 50, 100, 64]);
    const boxes = (await detectTexts(image, only(marksAreText()))).map(({ box }) => box);
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
    const texts = await detectTexts(image, only(marksAreText()));
    expect(texts).toHaveLength(1);
    expect(texts[0]?.box[0]).toBeLessThan(1200);
    expect(texts[0]?.box[2]).toBeGreaterThan(1500);
  });

  it('[TD-7] tells the first texts before the enlarged pass, and progress up to 1', async () => {
    const image = imageWith(100, 60, [20, 20, 60, 30]);
    const events: string[] = [];
    await detectTexts(
      image,
      only((input) => {
        events.push('infer');
        return marksAreText()(input);
      }),
      {
        onFirstTexts: (texts) => events.push(`first ${texts.length}`),
        onProgress: (fraction) => events.push(fraction.toFixed(1)),
      },
    );
    expect(events).toEqual(['infer', '0.4', 'first 1', 'infer', '0.5', 'infer', '1.0']);
  });

  it('[TD-3] ends with what the detector throws, and refuses an output of another size', async () => {
    const image = imageWith(64, 64, [20, 20, 40, 30]);
    await expect(
      detectTexts(
        image,
        only(() => Promise.reject(new Error('stopped'))),
      ),
    ).rejects.toThrow('stopped');
    const short: Infer = () => Promise.resolve({ data: new Float32Array(3), dims: [1, 1, 1, 3] });
    await expect(detectTexts(image, only(short))).rejects.toThrow(CodedError);
  });

  it('[TD-8] reads every text, and marks what reads badly as doubtful', async () => {
    const image = imageWith(200, 120, [40, 40, 120, 50]);
    const read = async (score: number) =>
      (await detectTexts(image, { detector: marksAreText(), loadReader: readsAs('AB', score) }))[0];
    expect(await read(0.9)).toMatchObject({
      reading: { text: 'AB', score: expect.closeTo(0.9, 5) as number },
      isDoubtful: false,
    });
    expect(await read(0.45)).toMatchObject({ isDoubtful: true });
  });

  it('[TD-9] drops a large finding that reads like no text, and keeps a small one', async () => {
    const large = imageWith(300, 300, [50, 50, 250, 150]);
    const detect = (image: SourceImage, text: string, score: number) =>
      detectTexts(image, { detector: marksAreText(), loadReader: readsAs(text, score) });
    expect(await detect(large, 'A', 0.6)).toEqual([]);
    expect(await detect(large, 'AB', 0.6)).toHaveLength(1);
    expect(await detect(imageWith(200, 120, [40, 40, 120, 50]), 'A', 0.3)).toHaveLength(1);
  });

  it('[TD-9] keeps a large finding that reads like a line on its side', async () => {
    const large = imageWith(300, 300, [50, 50, 250, 170]);
    const infer: Infer = async (input) => {
      // On its side it is narrower than high.
      const reader = await readsAs(input.dims[3] === 64 ? 'AB' : 'A', input.dims[3] === 64 ? 0.9 : 0.3)();
      const { data, dims } = await reader.infer(input);
      const [, steps = 0, classes = 0] = dims;
      const padded = new Float32Array(steps * 3);
      for (let i = 0; i < steps; i += 1) padded.set(data.subarray(i * classes, (i + 1) * classes), i * 3);
      return { data: padded, dims: [1, steps, 3] };
    };
    const loadReader = () => Promise.resolve({ infer, characters: ['A', 'B'] });
    const texts = await detectTexts(large, { detector: marksAreText(), loadReader });
    expect(texts.map(({ reading }) => reading?.text)).toEqual(['AB']);
  });

  it('[TD-11] searches a turned frame without evidence where that is asked for', async () => {
    const image = imageWith(500, 400, [200, 200, 300, 240]);
    const passes = async (turnedSearch: 'evidence' | 'always') => {
      const seen: (readonly number[])[] = [];
      await detectTexts(
        image,
        { detector: marksAreText(seen), loadReader: readsAs('AB', 0.9) },
        { turnedSearch },
      );
      return seen;
    };
    expect(await passes('evidence')).toEqual([
      [1, 3, 128, 192],
      [1, 3, 64, 96],
    ]);
    expect(await passes('always')).toEqual([
      [1, 3, 128, 192],
      [1, 3, 64, 96],
      [1, 3, 192, 128],
    ]);
  });

  it('[TD-10] finds a letter by its strokes that the detector overlooks, if it reads as one', async () => {
    const letter = imageWith(200, 120, [80, 40, 83, 60], [83, 57, 92, 60]);
    const detect = (text: string, score: number) =>
      detectTexts(letter, { detector: findsNothing, loadReader: readsAs(text, score) });
    const [text, ...others] = await detect('L', 0.9);
    expect(others).toEqual([]);
    const [x0, y0, x1, y1] = text?.box ?? [0, 0, 0, 0];
    expect([x0 < 80, y0 < 40, x1 > 92, y1 > 60]).toEqual([true, true, true, true]);
    expect((x1 - x0) * (y1 - y0)).toBeLessThan(30 * 40);
    expect(await detect('+', 0.9)).toEqual([]);
    expect(await detect('L', 0.3)).toEqual([]);
  });

  it('[TD-10] covers the end of a line that the detector cut', async () => {
    const glyphs = Array.from({ length: 10 }, (_, i) => [40 + 12 * i, 50, 43 + 12 * i, 66] as const);
    const image = imageWith(300, 120, ...glyphs);
    const cut = imageWith(300, 120, [40, 52, 120, 64]);
    const detector: Infer = ({ dims }) => {
      const [, , height = 0, width = 0] = dims;
      const data = new Float32Array(width * height);
      const factor = width < 500 ? 1 : 2;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const source =
            cut.pixels[Math.floor(y / factor) * 300 + Math.min(Math.floor(x / factor), 299)] ?? 0;
          data[y * width + x] = source > 0 ? 0.9 : 0;
        }
      }
      return Promise.resolve({ data, dims: [1, 1, height, width] });
    };
    const texts = await detectTexts(image, { detector, loadReader: readsAs('AB', 0.9) });
    const covered = (x: number): boolean =>
      texts.some(({ box }) => box[0] <= x && box[2] >= x && box[1] <= 50 && box[3] >= 66);
    for (const [x0, , x1] of glyphs) expect([covered(x0), covered(x1)]).toEqual([true, true]);
  });

  it('[TD-11] searches again turned by 90° where a readable line runs from top to bottom', async () => {
    const image = imageWith(200, 160, [40, 20, 50, 120]);
    const seen: (readonly number[])[] = [];
    const models = { detector: marksAreText(seen), loadReader: readsAs('AB', 0.9) };
    expect(await detectTexts(image, models)).toHaveLength(1);
    expect(seen).toEqual([
      [1, 3, 160, 96],
      [1, 3, 96, 64],
      [1, 3, 320, 416],
      [1, 3, 96, 160],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { detectTexts, type Infer } from '@pseudonymize-redact/core/text-detection';
import { imageWith, marksAreText, only, readsAs, findsNothing } from './fakeModels.ts';

describe('the forms in which a picture is searched', () => {
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

import { describe, expect, it } from 'vitest';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { detectTexts, type Infer, type SourceImage } from '@pseudonymize-redact/core/text-detection';
import {
  imageWith,
  marksAreText,
  letterInEverySquare,
  only,
  readsAs,
  readsLetters,
  findsNothing,
} from './fakeModels.ts';

describe('finding texts', () => {
  it('[TD-6] gives one box for a text that both passes found, around all of it', async () => {
    const image = imageWith(200, 120, [40, 40, 120, 50]);
    const texts = await detectTexts(image, only(marksAreText()));
    expect(texts).toHaveLength(1);
    const [text] = texts;
    expect(text?.confidence).toBeCloseTo(0.9, 2);
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
      return reader.infer(input);
    };
    const loadReader = () => Promise.resolve({ infer, characters: ['A', 'B'] });
    const texts = await detectTexts(large, { detector: marksAreText(), loadReader });
    expect(texts.map(({ reading }) => reading?.text)).toEqual(['AB']);
  });

  it.each([
    { count: 12, score: 0.4, left: 0 },
    { count: 12, score: 0.9, left: 12 },
    { count: 8, score: 0.4, left: 8 },
  ])(
    '[TD-20] keeps $left of $count that only the enlarged picture shows, read as well as $score',
    async (known) => {
      const { count, score, left } = known;
      const marks = Array.from({ length: count }, (_, i) => {
        const [x, y] = [20 + 60 * (i % 4), 20 + 50 * Math.floor(i / 4)];
        return [x, y, x + 24, y + 8] as const;
      });
      const image = imageWith(280, 180, ...marks);
      const whenEnlarged: Infer = (input) => {
        const [, , , width = 0] = input.dims;
        return width > 500 ? marksAreText()(input) : findsNothing(input);
      };
      const texts = await detectTexts(image, { detector: whenEnlarged, loadReader: readsAs('AB', score) });
      expect(texts).toHaveLength(left);
    },
  );

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
    const reader = readsLetters(letterInEverySquare);
    const texts = await detectTexts(image, { detector, loadReader: () => Promise.resolve(reader) });
    const covered = (x: number): boolean =>
      texts.some(({ box }) => box[0] <= x && box[2] >= x && box[1] <= 50 && box[3] >= 66);
    for (const [x0, , x1] of glyphs) expect([covered(x0), covered(x1)]).toEqual([true, true]);
  });
});

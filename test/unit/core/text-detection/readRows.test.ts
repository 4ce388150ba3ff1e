import { describe, expect, it } from 'vitest';
import { detectTexts, type Infer } from '@pseudonymize-redact/core/text-detection';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import {
  promisingRows,
  readRows,
  wholeLine,
} from '../../../../server-plugin/core/text-detection/readRows.ts';
import type { Rectangle } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { lineReader, type LineReader } from '../../../../server-plugin/core/text-detection/textReader.ts';
import { imageWith, readsAs, readSteps } from './fakeModels.ts';

/** Letters of 6 × 10 pixels, every 10 of them, from column 20 on. */
const letters = (count: number) =>
  Array.from({ length: count }, (_, i) => [20 + 10 * i, 20, 26 + 10 * i, 30] as const);

const pictureOf = (count: number): ByteImage => {
  const { columns, rows, pixels } = imageWith(300, 50, ...letters(count));
  return { width: columns, height: rows, channels: 1, data: Uint8Array.from(pixels) };
};

/** The picture with its rows as columns. */
const upended = ({ width, height, data }: ByteImage): ByteImage => ({
  width: height,
  height: width,
  channels: 1,
  data: data.map((_, i) => data[(i % height) * width + Math.floor(i / height)] ?? 0),
});

/** Around letters, from the first to that before the last. */
const rowOf = (first: number, last: number): Rectangle => ({
  x: 18 + 5 * (first + last),
  y: 25,
  halfLength: 5 * (last - first) - 2,
  halfHeight: 5,
  angle: 0,
});

/** Reads as many letters as there are bright shapes in the line. */
const countingReader = (score: number): LineReader =>
  lineReader({
    infer: ({ data, dims }) => {
      const width = dims[3] ?? 0;
      const middle = data.subarray(24 * width, 25 * width);
      const count = middle.filter((value, i) => value > 0 && !((middle[i - 1] ?? 0) > 0)).length;
      const letters = Array.from({ length: count }, () => [
        [1 - score, score],
        [1, 0],
      ]);
      return Promise.resolve(readSteps(...letters.flat()));
    },
    characters: ['A'],
  });

const findingAround = (rectangle: Rectangle) => ({ rectangle, confidence: 1, picture: pictureOf(0) });

describe('rows in which the detector sees nothing', () => {
  it('[TD-29] are texts if they read like one, up to their ends', async () => {
    const picture = pictureOf(9);
    const found = await readRows([{ picture, row: rowOf(3, 6) }], [], countingReader(0.9));
    expect(found).toHaveLength(1);
    const [{ x, halfLength, angle } = { x: 0, halfLength: 0, angle: 1 }] = found.map(
      ({ rectangle }) => rectangle,
    );
    expect(angle).toBe(0);
    expect(x - halfLength).toBeLessThanOrEqual(20);
    expect(x + halfLength).toBeGreaterThanOrEqual(106);
  });

  it.each([
    { name: 'of two letters that are not surely read', count: 2, score: 0.8, found: [] },
    { name: 'that are hardly read', count: 5, score: 0.5, found: [] },
    { name: 'that were found by others', count: 5, score: 0.9, found: [findingAround(rowOf(0, 5))] },
  ])('[TD-29] are none $name', async ({ count, score, found }) => {
    const picture = pictureOf(count);
    expect(await readRows([{ picture, row: rowOf(0, count) }], found, countingReader(score))).toEqual([]);
  });

  it('[TD-29] are texts of two letters that are surely read', async () => {
    const row = { picture: pictureOf(2), row: rowOf(0, 2) };
    expect(await readRows([row], [], countingReader(0.95))).toHaveLength(1);
  });

  it('[TD-29] need not be read as clearly where they lie level', async () => {
    const row = (angle: number) => ({ picture: pictureOf(5), row: { ...rowOf(0, 5), angle } });
    expect(await readRows([row(0)], [], countingReader(0.6))).toHaveLength(1);
    expect(await readRows([row(0.02)], [], countingReader(0.6))).toEqual([]);
    expect(await readRows([row(0.02)], [], countingReader(0.8))).toHaveLength(1);
  });

  it('[TD-29] are read in their middle first', async () => {
    const widths: number[] = [];
    const nothing = lineReader({
      infer: ({ dims }) => {
        widths.push(dims[3] ?? 0);
        return Promise.resolve(readSteps([1, 0]));
      },
      characters: ['A'],
    });
    expect(await readRows([{ picture: pictureOf(20), row: rowOf(0, 20) }], [], nothing)).toEqual([]);
    expect(widths).toHaveLength(1);
    expect(widths[0]).toBeLessThan(48 * 8);
  });

  it('[TD-25] are turned level where they read like something, or are high', async () => {
    const [low, high] = [rowOf(0, 5), { ...rowOf(0, 5), halfHeight: 12 }];
    const promising = (row: Rectangle, score: number) => {
      const infer: Infer = () => Promise.resolve(readSteps([0, score]));
      return promisingRows([{ picture: pictureOf(5), row }], lineReader({ infer, characters: ['A'] }));
    };
    expect(await promising(low, 0.2)).toEqual([]);
    expect(await promising(low, 0.4)).toHaveLength(1);
    expect(await promising(high, 0.2)).toHaveLength(1);
  });

  it('[TD-29] are none where they are as long as scales', async () => {
    const picture = pictureOf(24);
    const row = rowOf(0, 24);
    expect(await readRows([{ picture, row: { ...row, halfHeight: 4 } }], [], countingReader(0.9))).toEqual(
      [],
    );
    expect(await readRows([{ picture, row }], [], countingReader(0.9))).toHaveLength(1);
  });

  it('[TD-29] are read from both ends where they run from top to bottom', async () => {
    const reader = await readsAs('ABC', 0.9)();
    const seen: number[] = [];
    const secondTime = lineReader({
      ...reader,
      infer: (tensor) => {
        seen.push(1);
        return seen.length === 1 ? Promise.resolve(readSteps([1, 0, 0, 0])) : reader.infer(tensor);
      },
    });
    const level = pictureOf(5);
    const { x, y, ...row } = rowOf(0, 5);
    const turned = { ...row, x: y, y: x, angle: Math.PI / 2 };
    expect(await readRows([{ picture: upended(level), row: turned }], [], secondTime)).toHaveLength(1);
    seen.length = 0;
    expect(await readRows([{ picture: level, row: rowOf(0, 5) }], [], secondTime)).toEqual([]);
  });

  it('[TD-29] are read in the search of a picture, in their direction', async () => {
    const blind: Infer = ({ dims: [, , height = 0, width = 0] }) =>
      Promise.resolve({ data: new Float32Array(width * height), dims: [1, 1, height, width] });
    const steps = Array.from({ length: 6 }, (_, i) => [100 + 10 * i, 100 + 6 * i] as const);
    const image = imageWith(400, 300, ...steps.map(([x, y]) => [x - 4, y - 4, x + 4, y + 4] as const));
    const texts = await detectTexts(image, { detector: blind, loadReader: readsAs('ABC', 0.9) });
    const degrees = (Math.atan2(6, 10) * 180) / Math.PI;
    expect(texts.filter(({ angleDegrees }) => Math.abs(angleDegrees - degrees) < 1)).toHaveLength(1);
  });
});

describe('a line that was found in part', () => {
  const picture = pictureOf(9);
  const part = (first: number, last: number, score: number) => ({
    finding: { ...findingAround(rowOf(first, last)), picture },
    reading: { text: 'A'.repeat(last - first), score },
  });
  const glyphs = letters(9);

  it('[TD-31] goes on as far as strokes stand there and more is read with them', async () => {
    const { finding, reading } = await wholeLine(part(3, 6, 0.9), glyphs, countingReader(0.9));
    expect(finding.rectangle.x - finding.rectangle.halfLength).toBeLessThanOrEqual(20);
    expect(finding.rectangle.x + finding.rectangle.halfLength).toBeGreaterThanOrEqual(106);
    expect(reading.text).toBe('A'.repeat(9));
  });

  it.each([
    [3, 6],
    [0, 3],
    [6, 9],
  ] as const)(
    '[TD-31] counts as all of the line where the part from %d to %d reads like nothing',
    async (first, last) => {
      const { finding, reading } = await wholeLine(part(first, last, 0.4), glyphs, countingReader(0.9));
      expect(finding.rectangle.x - finding.rectangle.halfLength).toBeLessThanOrEqual(20);
      expect(finding.rectangle.x + finding.rectangle.halfLength).toBeGreaterThanOrEqual(106);
      expect(reading.text).toBe('A'.repeat(9));
    },
  );

  it('[TD-31] goes on over a space that is wider than a letter', async () => {
    const gap = letters(9).map(([x0, y0, x1, y1], i) => {
      const moved = i < 4 ? 0 : 8;
      return [x0 + moved, y0, x1 + moved, y1] as const;
    });
    const { columns, rows, pixels } = imageWith(300, 50, ...gap);
    const picture: ByteImage = { width: columns, height: rows, channels: 1, data: Uint8Array.from(pixels) };
    const { x, ...row } = rowOf(4, 9);
    const line = { ...part(4, 9, 0.9), finding: { ...findingAround({ ...row, x: x + 8 }), picture } };
    const { finding, reading } = await wholeLine(line, gap, countingReader(0.9));
    expect(finding.rectangle.x - finding.rectangle.halfLength).toBeLessThanOrEqual(20);
    expect(reading.text).toBe('A'.repeat(9));
  });

  it('[TD-31] goes on beyond what is read as well, with a sign and no more letters', async () => {
    const texts = ['-AAA', 'A-AAA', 'A-AAA', 'A-AAA'];
    const characters = ['A', '-'];
    const reader = lineReader({
      infer: () => {
        // A blank stands before each character: the same ones would fall together.
        const steps = Array.from(texts.shift() ?? '').flatMap((character) => [
          [1, 0, 0],
          [0, ...characters.map((each) => (each === character ? 0.9 : 0))],
        ]);
        return Promise.resolve(readSteps(...steps));
      },
      characters,
    });
    const { finding, reading } = await wholeLine(part(5, 8, 0.9), glyphs, reader);
    expect(reading.text).toBe('A-AAA');
    expect(finding.rectangle.halfLength).toBeGreaterThan(part(5, 8, 0.9).finding.rectangle.halfLength + 15);
  });

  it('[TD-31] goes on upwards and downwards where it runs so', async () => {
    const turn = ([x0, y0, x1, y1]: readonly [number, number, number, number]) => [y0, x0, y1, x1] as const;
    const { x, y, halfLength, halfHeight } = rowOf(3, 6);
    const rectangle = { x: y, y: x, halfLength: halfHeight, halfHeight: halfLength, angle: 0 };
    const line = {
      ...part(3, 6, 0.9),
      finding: { ...findingAround(rectangle), picture: upended(picture) },
    };
    const { finding, reading } = await wholeLine(line, glyphs.map(turn), countingReader(0.9));
    expect(finding.rectangle.angle).toBe(0);
    expect(finding.rectangle.y - finding.rectangle.halfHeight).toBeLessThanOrEqual(20);
    expect(finding.rectangle.y + finding.rectangle.halfHeight).toBeGreaterThanOrEqual(106);
    expect(reading.text).toBe('A'.repeat(9));
  });

  it.each([
    { name: 'no stroke stands', line: part(3, 6, 0.9), glyphs: [], score: 0.9 },
    {
      name: 'strokes are much larger',
      line: part(3, 6, 0.9),
      glyphs: [[84, 0, 108, 50] as const],
      score: 0.9,
    },
    {
      name: 'strokes lie beside the line',
      line: part(3, 6, 0.9),
      glyphs: [[80, 32, 86, 42] as const],
      score: 0.9,
    },
    { name: 'nothing is read clearly', line: part(3, 6, 0.9), glyphs, score: 0.6 },
    { name: 'nothing was read, and not more with them', line: part(3, 6, 0.4), glyphs, score: 0.6 },
  ])('[TD-31] ends where $name', async ({ line, glyphs: beyond, score }) => {
    expect(await wholeLine(line, beyond, countingReader(score))).toEqual(line);
  });
});

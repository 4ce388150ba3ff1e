import { describe, expect, it } from 'vitest';
import { detectTexts } from '@pseudonymize-redact/core/text-detection';
import { denseRows } from '../../../../server-plugin/core/text-detection/denseRows.ts';
import type { Finding } from '../../../../server-plugin/core/text-detection/passes.ts';
import { holdsPoint, type Rectangle } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { randomOf } from '../../../synthetic/textImages/random.ts';
import { findsNothing, readsAs } from './fakeModels.ts';

const [WIDTH, HEIGHT] = [400, 300] as const;

const wordAt = (degrees: number, along: number, length: number): Rectangle => {
  const angle = (degrees * Math.PI) / 180;
  return { x: 200 + along * Math.cos(angle), y: 150 + along * Math.sin(angle), halfLength: length / 2, halfHeight: 5, angle };
}; // prettier-ignore

/** Of strokes three pixels wide that cross a word, every second one is there. */
const isStroke = (word: Rectangle, x: number, y: number): boolean => {
  const along = (x - word.x) * Math.cos(word.angle) + (y - word.y) * Math.sin(word.angle);
  return holdsPoint(word, x, y) && Math.floor((along + word.halfLength) / 3) % 2 === 0;
};

/** Speckle up to 100, and words of strokes of 200. */
const speckleWith = (words: readonly Rectangle[]): Uint8Array => {
  const random = randomOf(7);
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [(i % WIDTH) + 0.5, Math.floor(i / WIDTH) + 0.5];
    return words.some((word) => isStroke(word, x, y)) ? 200 : random.integer(0, 100);
  });
};

/** The rows that lie along the words, by their middle and their angle. */
const along = (rows: readonly Rectangle[], degrees: number): readonly Rectangle[] =>
  rows.filter(({ x, y, halfLength, halfHeight, angle }) => {
    const direction = halfLength >= halfHeight ? angle : angle + Math.PI / 2;
    const turn = Math.abs(Math.sin(direction - (degrees * Math.PI) / 180));
    return Math.hypot(x - 200, y - 150) < 12 && turn < 0.15;
  });

const rowsOf = (strokes: Uint8Array, found: readonly Finding[] = []): readonly Rectangle[] =>
  denseRows({ width: WIDTH, height: HEIGHT, channels: 1, data: strokes }, strokes, found);

describe('lines of dense strokes', () => {
  it.each([0, 28, 90, -50])('[TD-32] are found in speckle, at %d°, as one with their words', (degrees) => {
    const words = [wordAt(degrees, -25, 44), wordAt(degrees, 25, 44)];
    const lengths = along(rowsOf(speckleWith(words)), degrees).map(
      ({ halfLength, halfHeight }) => 2 * Math.max(halfLength, halfHeight),
    );
    expect(Math.max(...lengths)).toBeGreaterThan(80);
    expect(Math.max(...lengths)).toBeLessThan(120);
  });

  it('[TD-32] are not those that were found', () => {
    const words = [wordAt(28, -25, 44), wordAt(28, 25, 44)];
    const finding: Finding = {
      rectangle: { x: 200, y: 150, halfLength: 70, halfHeight: 60, angle: 0 },
      confidence: 1,
      picture: { width: 1, height: 1, channels: 1, data: new Uint8Array(1) },
    };
    expect(along(rowsOf(speckleWith(words), [finding]), 28)).toEqual([]);
  });

  it('[TD-32] are none where speckle is alike everywhere, and no thick shapes', () => {
    const longest = Math.max(
      0,
      ...rowsOf(speckleWith([])).map(({ halfLength, halfHeight }) => Math.max(halfLength, halfHeight)),
    );
    expect(longest).toBeLessThan(20);
    const thick = { x: 200, y: 150, halfLength: 60, halfHeight: 40, angle: 0 };
    expect(along(rowsOf(speckleWith([thick])), 0)).toEqual([]);
  });

  it.each([
    { name: 'where they read clearly', score: 0.9, count: 1 },
    { name: 'not where they hardly do', score: 0.6, count: 0 },
  ])('[TD-32] are texts $name', async ({ score, count }) => {
    const image = {
      rows: HEIGHT,
      columns: WIDTH,
      samplesPerPixel: 1,
      pixels: speckleWith([wordAt(28, -25, 44), wordAt(28, 25, 44)]),
      invert: false,
    } as const;
    const texts = await detectTexts(image, { detector: findsNothing, loadReader: readsAs('ABC', score) });
    const there = texts.filter(({ box: [x0, y0, x1, y1] }) => x0 < 170 && x1 > 230 && y0 < 140 && y1 > 160);
    expect(there).toHaveLength(count);
  });
});

import { describe, expect, it } from 'vitest';
import {
  asClearAs,
  clearStrokes,
  strokesOutside,
} from '../../../../server-plugin/core/text-detection/clearStrokes.ts';
import type { PixelBox } from '../../../../server-plugin/core/text-detection/detectedText.ts';
import { strokesOf } from '../../../../server-plugin/core/text-detection/strokes.ts';

const [WIDTH, HEIGHT] = [200, 40];
const letter = (at: number): PixelBox => [at, 10, at + 4, 20];
const LINE = { x: 50, y: 15, halfLength: 35, halfHeight: 7, angle: 0 };
const OF_LINE = [20, 32, 44, 56, 68, 80].map(letter);
const BEYOND = letter(92);

/** Letters on black, and one beyond their line, each at its level. */
const strokesAt = (levels: readonly number[], beyond: number) => {
  const data = new Uint8Array(WIDTH * HEIGHT);
  [...OF_LINE, BEYOND].forEach(([x0, y0, x1, y1], i) => {
    for (let y = y0; y < y1; y += 1) data.fill(levels[i] ?? beyond, y * WIDTH + x0, y * WIDTH + x1);
  });
  const strokes = strokesOf({ width: WIDTH, height: HEIGHT, channels: 1, data });
  return clearStrokes([...OF_LINE, BEYOND], strokes, WIDTH);
};

describe('what goes on from a line', () => {
  it.each([
    { name: 'as clear', levels: Array<number>(6).fill(200), beyond: 200, goesOn: true },
    { name: 'about as clear, as another ground has it', levels: Array<number>(6).fill(200), beyond: 100, goesOn: true },
    { name: 'much fainter', levels: Array<number>(6).fill(200), beyond: 60, goesOn: false },
    { name: 'as faint as the line', levels: Array<number>(6).fill(60), beyond: 60, goesOn: true },
    { name: 'as faint as one letter of the line', levels: [60, 200, 200, 200, 200, 200], beyond: 60, goesOn: false },
  ])('[TD-31] is $name: $goesOn', ({ levels, beyond, goesOn }) => {
    const all = strokesAt(levels, beyond);
    const outside = strokesOutside(all, [LINE]);
    expect(outside.map(({ box }) => box)).toEqual([BEYOND]);
    expect(asClearAs(LINE, all, outside)).toEqual(goesOn ? [BEYOND] : []);
  }); // prettier-ignore

  it('[TD-31] is anything where no stroke of the line is known', () => {
    const all = strokesAt(Array<number>(6).fill(200), 60);
    expect(asClearAs({ ...LINE, y: 35 }, all, all)).toHaveLength(7);
  });
});

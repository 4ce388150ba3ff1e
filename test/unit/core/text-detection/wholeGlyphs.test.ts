import { describe, expect, it } from 'vitest';
import type { PixelBox } from '../../../../server-plugin/core/text-detection/index.ts';
import { cornersOf, rectangleAround } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { aroundWholeGlyphs } from '../../../../server-plugin/core/text-detection/wholeGlyphs.ts';

/** A line from 100 to 200 and 50 to 70, grown around glyphs. */
const grown = (...glyphs: readonly PixelBox[]): PixelBox => {
  const line = rectangleAround(
    [
      [100, 50],
      [200, 70],
    ],
    0,
  );
  const [[x0, y0], , [x1, y1]] = cornersOf(aroundWholeGlyphs(line, glyphs, 2));
  return [x0, y0, x1, y1];
};

describe('a line of text', () => {
  it('[TD-22] grows around a letter that its edge cuts', () => {
    expect(grown([92, 52, 106, 68])).toEqual([90, 50, 200, 70]);
    expect(grown([190, 54, 196, 74])).toEqual([100, 50, 200, 76]);
  });

  it('[TD-22] stays as it is beside what it does not cut, and what is no letter of its size', () => {
    expect(grown([80, 52, 94, 68], [110, 52, 120, 68])).toEqual([100, 50, 200, 70]);
    expect(grown([90, 20, 104, 90], [60, 55, 110, 65])).toEqual([100, 50, 200, 70]);
  });

  it('[TD-22] covers the letter at the end of a line that runs from top to bottom', () => {
    const line = { x: 50, y: 100, halfLength: 10, halfHeight: 60, angle: 0 };
    const [[left, top], , [right, bottom]] = cornersOf(aroundWholeGlyphs(line, [[42, 155, 58, 166]], 2));
    expect([left, top, right, bottom]).toEqual([40, 40, 60, 168]);
  });

  it.each([0, 0.5])('[TD-22] gets room on every side where it is high, at %d radians', (angle) => {
    const line = { x: 300, y: 300, halfLength: 200, halfHeight: 50, angle };
    expect(aroundWholeGlyphs(line, [], 2)).toEqual({ ...line, halfLength: 204, halfHeight: 54 });
    const lower = { ...line, halfHeight: 25 };
    expect(aroundWholeGlyphs(lower, [], 2)).toEqual(lower);
  });

  it('[TD-22] covers a full stop beside the last letter', () => {
    expect(grown([201, 64, 206, 69])).toEqual([100, 50, 208, 71]);
  });
});

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
});

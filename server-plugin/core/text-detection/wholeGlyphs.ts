import type { PixelBox } from './detectedText.ts';
import { cornersOf, rectangleAround, type Rectangle } from './rectangle.ts';

/** A glyph is at most this much higher than the line that it belongs to, … */
const MOST_HEIGHT = 1.3;
/** … lies on it with this share of its height, … */
const LEAST_INSIDE = 0.6;
/** … and is at most this much wider than the line is high. */
const MOST_WIDTH = 1.5;

const isCutBy = ([x0, y0, x1, y1]: PixelBox, [left, top, right, bottom]: PixelBox): boolean => {
  // Letters of the next line touch it too, with less of their height.
  const isOnLine = Math.min(y1, bottom) - Math.max(y0, top) >= LEAST_INSIDE * (y1 - y0);
  const touches = x0 < right && x1 > left && isOnLine;
  const sticksOut = x0 < left || x1 > right || y0 < top || y1 > bottom;
  const high = bottom - top;
  return touches && sticksOut && y1 - y0 <= MOST_HEIGHT * high && x1 - x0 <= MOST_WIDTH * high;
};

/**
 * An upright line grown around the glyphs that its edge cuts: the detector often ends in the middle of the first or the last letter.
 * Strokes that are too large for a letter of the line are something else.
 *
 * @param padding added around each such glyph, in image pixels
 */
export const aroundWholeGlyphs = (
  rectangle: Rectangle,
  glyphs: readonly PixelBox[],
  padding: number,
): Rectangle => {
  if (rectangle.angle !== 0) return rectangle;
  const [[left, top], , [right, bottom]] = cornersOf(rectangle);
  const cut = glyphs.filter((glyph) => isCutBy(glyph, [left, top, right, bottom]));
  if (cut.length === 0) return rectangle;
  const points = cut.flatMap(([x0, y0, x1, y1]) => [
    [x0 - padding, y0 - padding] as const,
    [x1 + padding, y1 + padding] as const,
  ]);
  return rectangleAround([...cornersOf(rectangle), ...points], 0);
};

import type { PixelBox } from './detectedText.ts';
import { cornersOf, grown, isUpended, rectangleAround, type Rectangle } from './rectangle.ts';

/** A glyph is at most this much higher than the line that it belongs to, … */
const MOST_HEIGHT = 1.3;
/** … lies on it with this share of its height, … */
const LEAST_INSIDE = 0.6;
/** … and is at most this much wider than the line is high. */
const MOST_WIDTH = 1.5;

/** The blurred rim of a glyph, in image pixels: where it lies on the edge, the glyph is cut as well. */
const RIM = 1;
/** A full stop may stand this far from the last letter that was found, as a share of the line's height. */
const GAP = 0.1;

/** Letters of higher lines, in image pixels, are too large to be known by their strokes: … */
const HIGH = 56;
/** … the line gets so much room on each side, as a share of its height. */
const ROOM = 0.04;

const isCutBy = ([x0, y0, x1, y1]: PixelBox, [left, top, right, bottom]: PixelBox): boolean => {
  // Letters of the next line touch it too, with less of their height.
  const isOnLine = Math.min(y1, bottom) - Math.max(y0, top) >= LEAST_INSIDE * (y1 - y0);
  const high = bottom - top;
  const touches = x0 < right + GAP * high && x1 > left - GAP * high && isOnLine;
  const sticksOut = x0 - RIM < left || x1 + RIM > right || y0 - RIM < top || y1 + RIM > bottom;
  return touches && sticksOut && y1 - y0 <= MOST_HEIGHT * high && x1 - x0 <= MOST_WIDTH * high;
};

/** The glyphs that the edges of a line cut. */
const cutBy = (line: PixelBox, glyphs: readonly PixelBox[]): readonly PixelBox[] => {
  const cut: PixelBox[] = [];
  for (const glyph of glyphs) if (isCutBy(glyph, line)) cut.push(glyph);
  return cut;
};

const withRoom = (line: Rectangle): Rectangle => {
  const height = 2 * Math.min(line.halfLength, line.halfHeight);
  return height > HIGH ? grown(line, ROOM * height) : line;
};

const onItsSide = ([x0, y0, x1, y1]: PixelBox): PixelBox => [y0, x0, y1, x1];

/**
 * A line grown around the glyphs that its edge cuts, if it is upright or runs from top to bottom: the detector often ends in the
 * middle of the first or the last letter. Strokes that are too large for a letter of the line are something else. Of high lines, at
 * whatever angle, the glyphs are not known: they get room on every side.
 *
 * @param padding added around each such glyph, in image pixels
 */
export const aroundWholeGlyphs = (
  line: Rectangle,
  glyphs: readonly PixelBox[],
  padding: number,
): Rectangle => {
  const rectangle = withRoom(line);
  if (rectangle.angle !== 0) return rectangle;
  const [[left, top], , [right, bottom]] = cornersOf(rectangle);
  const edges: PixelBox = [left, top, right, bottom];
  const runsDown = isUpended(rectangle.halfLength, rectangle.halfHeight);
  const cut = runsDown ? cutBy(onItsSide(edges), glyphs.map(onItsSide)).map(onItsSide) : cutBy(edges, glyphs);
  if (cut.length === 0) return rectangle;
  const points = cut.flatMap(([x0, y0, x1, y1]) => [
    [x0 - padding, y0 - padding] as const,
    [x1 + padding, y1 + padding] as const,
  ]);
  return rectangleAround([...cornersOf(rectangle), ...points], 0);
};

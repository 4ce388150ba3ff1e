import type { PixelBox, Point } from './detectedText.ts';
import { shareInside } from './mergeTexts.ts';
import type { Finding } from './passes.ts';
import { holdsPoint, rectangleAround, type Rectangle } from './rectangle.ts';

/** Larger type is found at whatever angle, in image pixels. */
const MOST_SIZE = 40;
/** Letters of one row are alike in size … */
const MOST_SIZE_RATIO = 2.2;
/** … and this near, by their middles, in sizes. */
const MOST_DISTANCE = 1.7;
const LEAST_LETTERS = 3;
/** The middles of the letters of a row are this near to its axis, in sizes. */
const MOST_DEVIATION = 0.4;
/** A row of which so much lies in one of another contrast is the same one. */
const SAME_SHARE = 0.8;
/** A finding is short where it is this many times longer than high, or less. */
const SHORT_RATIO = 1.5;
/** More is no type, but a texture. */
const MOST_GLYPHS = 1500;

interface Glyph {
  readonly x: number;
  readonly y: number;
  /** Its longer side. */
  readonly size: number;
  readonly box: PixelBox;
}

const glyphOf = (box: PixelBox): Glyph => ({
  x: (box[0] + box[2]) / 2,
  y: (box[1] + box[3]) / 2,
  size: Math.max(box[2] - box[0], box[3] - box[1]),
  box,
});

const areNeighbours = (a: Glyph, b: Glyph): boolean => {
  const isAlike = Math.max(a.size, b.size) <= MOST_SIZE_RATIO * Math.min(a.size, b.size);
  return isAlike && Math.hypot(a.x - b.x, a.y - b.y) <= (MOST_DISTANCE * (a.size + b.size)) / 2;
};

/** Whether a finding is about as long as high: a part of a line, maybe, that runs in any direction. */
const isShort = ({ rectangle: { halfLength, halfHeight } }: Finding): boolean =>
  Math.max(halfLength, halfHeight) <= SHORT_RATIO * Math.min(halfLength, halfHeight);

const isIn = ({ x, y }: Glyph, findings: readonly Finding[]): boolean => {
  for (const { rectangle } of findings) if (holdsPoint(rectangle, x, y)) return true;
  return false;
};

/** Glyphs that lie in no finding, from left to right. */
const strayGlyphs = (boxes: readonly PixelBox[], found: readonly Finding[]): readonly Glyph[] => {
  const stray: Glyph[] = [];
  for (const box of boxes) {
    const glyph = glyphOf(box);
    if (glyph.size <= MOST_SIZE && !isIn(glyph, found)) stray.push(glyph);
  }
  return stray.sort((a, b) => a.x - b.x);
};

/** Glyphs that hang together, each near to another one. @param glyphs from left to right */
const chains = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const parents = glyphs.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    for (let parent = parents[root]; parent !== undefined && parent !== root; parent = parents[root])
      root = parent;
    return root;
  };
  // The furthest that a neighbour of a glyph can be is that of one as large as it may be.
  const reach = (MOST_DISTANCE * (1 + MOST_SIZE_RATIO)) / 2;
  glyphs.forEach((glyph, i) => {
    for (let j = i - 1; j >= 0; j -= 1) {
      const other = glyphs[j];
      if (other === undefined || glyph.x - other.x > reach * glyph.size) break;
      if (areNeighbours(glyph, other)) parents[rootOf(i)] = rootOf(j);
    }
  });
  const found = new Map<number, Glyph[]>();
  glyphs.forEach((glyph, i) => {
    const chain = found.get(rootOf(i));
    if (chain === undefined) found.set(rootOf(i), [glyph]);
    else chain.push(glyph);
  });
  return [...found.values()];
};

const meanOf = (glyphs: readonly Glyph[], value: (glyph: Glyph) => number): number =>
  glyphs.reduce((sum, glyph) => sum + value(glyph), 0) / glyphs.length;

/** The rectangle around glyphs whose middles lie on one axis, along it; nothing for others. */
const rowOf = (glyphs: readonly Glyph[]): readonly Rectangle[] => {
  if (glyphs.length < LEAST_LETTERS) return [];
  const [x, y] = [meanOf(glyphs, (glyph) => glyph.x), meanOf(glyphs, (glyph) => glyph.y)];
  const xx = meanOf(glyphs, (glyph) => (glyph.x - x) ** 2);
  const yy = meanOf(glyphs, (glyph) => (glyph.y - y) ** 2);
  const xy = meanOf(glyphs, (glyph) => (glyph.x - x) * (glyph.y - y));
  // The direction in which they spread most.
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const deviation = (glyph: Glyph): number =>
    Math.abs((glyph.y - y) * Math.cos(angle) - (glyph.x - x) * Math.sin(angle));
  if (Math.max(...glyphs.map(deviation)) > MOST_DEVIATION * meanOf(glyphs, ({ size }) => size)) return [];
  const corners = glyphs.flatMap(({ box: [x0, y0, x1, y1] }): Point[] => [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ]);
  return [rectangleAround(corners, angle)];
};

/**
 * Rows of letters, in whatever direction, where nothing was found, or nothing but short findings: the detector misses small type that is oblique, runs from top to
 * bottom or stands in speckle. In pixels of the picture that the glyphs are of.
 * @param glyphs a list for each contrast at which they stand free
 */
export const strayRows = (
  glyphs: readonly (readonly PixelBox[])[],
  found: readonly Finding[],
): readonly Rectangle[] => {
  const rows: Rectangle[] = [];
  const lines = found.filter((finding) => !isShort(finding));
  for (const ofContrast of glyphs) {
    for (const findings of lines.length < found.length ? [found, lines] : [found]) {
      const stray = strayGlyphs(ofContrast, findings);
      if (stray.length > MOST_GLYPHS) continue;
      for (const row of chains(stray).flatMap(rowOf))
        if (rows.every((other) => shareInside(row, other) < SAME_SHARE)) rows.push(row);
    }
  }
  return rows;
};

import type { PixelBox } from './detectedText.ts';
import type { Finding } from './passes.ts';
import { holdsPoint } from './rectangle.ts';

/** Larger type is found at whatever angle, in image pixels. */
const MOST_SIZE = 40;
/** Letters of one row are alike in size … */
const MOST_SIZE_RATIO = 2.2;
/** … and this near, by their middles, in sizes. */
const MOST_DISTANCE = 1.7;

/** A stroke of the size of a letter. */
export interface Glyph {
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

/** Whether two are letters of one row, by their sizes and how near they are. */
export const areNeighbours = (a: Glyph, b: Glyph): boolean => {
  const isAlike = Math.max(a.size, b.size) <= MOST_SIZE_RATIO * Math.min(a.size, b.size);
  return isAlike && Math.hypot(a.x - b.x, a.y - b.y) <= (MOST_DISTANCE * (a.size + b.size)) / 2;
};

const isIn = ({ x, y }: Glyph, findings: readonly Finding[]): boolean => {
  for (const { rectangle } of findings) if (holdsPoint(rectangle, x, y)) return true;
  return false;
};

/** Glyphs that lie in no finding, from left to right. */
export const strayGlyphs = (boxes: readonly PixelBox[], found: readonly Finding[]): readonly Glyph[] => {
  const stray: Glyph[] = [];
  for (const box of boxes) {
    const glyph = glyphOf(box);
    if (glyph.size <= MOST_SIZE && !isIn(glyph, found)) stray.push(glyph);
  }
  return stray.sort((a, b) => a.x - b.x);
};

/** Glyphs that hang together, each near to another one. @param glyphs from left to right */
export const chains = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] => {
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

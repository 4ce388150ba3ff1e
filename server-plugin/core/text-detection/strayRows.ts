import type { PixelBox, Point } from './detectedText.ts';
import { chains, strayGlyphs, type Glyph } from './glyphChains.ts';
import { shareInside } from './mergeTexts.ts';
import type { Finding } from './passes.ts';
import { rectangleAround, type Rectangle } from './rectangle.ts';

const LEAST_LETTERS = 3;
/** The middles of the letters of a row are this near to its axis, in sizes. */
const MOST_DEVIATION = 0.4;
/** A row of which so much lies in one of another contrast is the same one. */
const SAME_SHARE = 0.8;
/** A finding is short where it is this many times longer than high, or less. */
const SHORT_RATIO = 1.5;
/** More is no type, but a texture. */
const MOST_GLYPHS = 1500;

/** Whether a finding is about as long as high: a part of a line, maybe, that runs in any direction. */
const isShort = ({ rectangle: { halfLength, halfHeight } }: Finding): boolean =>
  Math.max(halfLength, halfHeight) <= SHORT_RATIO * Math.min(halfLength, halfHeight);

const meanOf = (glyphs: readonly Glyph[], value: (glyph: Glyph) => number): number =>
  glyphs.reduce((sum, glyph) => sum + value(glyph), 0) / glyphs.length;

/** The rectangle around glyphs whose middles lie on one axis, along it; nothing for others. */
export const rowOf = (glyphs: readonly Glyph[]): readonly Rectangle[] => {
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
 * Rows of letters, in whatever direction, where nothing was found, or nothing but short findings: the detector misses small type that is
 * oblique, runs from top to bottom or stands in speckle. In pixels of the picture that the glyphs are of.
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

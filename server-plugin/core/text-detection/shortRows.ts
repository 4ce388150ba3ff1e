import { cropped, turnedLevel, type ByteImage } from './byteImage.ts';
import { componentsAbove } from './components.ts';
import type { DetectedText, PixelBox, Point } from './detectedText.ts';
import { areNeighbours, chains, strayGlyphs, type Glyph } from './glyphChains.ts';
import { CLEAR_CONTRAST, groupOf, RING } from './glyphGroups.ts';
import { minimumRectangle } from './minimumRectangle.ts';
import { PADDING, type Finding } from './passes.ts';
import { cornersOf, grown, mirrored, onItsSide, upsideDown, type Rectangle } from './rectangle.ts';
import { mayBeInk } from './secondLook.ts';
import { rowOf } from './strayRows.ts';
import type { LineReader } from './textReader.ts';

/** More strokes that hang together, but in no row, are a texture. */
const MOST_STROKES = 6;
/** Two letters are so much longer than high. */
const LEAST_RATIO = 1.15;
const MOST_RATIO = 3.5;
/** Heights of letters, in image pixels. */
const LEAST_HEIGHT = 8;
const MOST_HEIGHT = 48;
/** What lies level the detector sees; in radians. */
const LEAST_ANGLE = Math.PI / 18;
/** The reader wants some ground around the letters. */
const READING_MARGIN = 3;
/** What looks drawn and stands alone hardly reads like two letters by chance. */
const LEAST_SCORE = 0.75;
const LETTERS = /^[\p{L}\p{N}]{2,3}$/u;
/** Bounds the time spent on textures. */
const MOST_READINGS = 16;

/** The outline of the strokes in a box. @param strokes the map that they stand out of, as a picture */
const outlineOf = ([x0, y0, x1, y1]: PixelBox, strokes: ByteImage): readonly Point[] => {
  const part = cropped(strokes, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
  return componentsAbove(part, CLEAR_CONTRAST).flatMap(({ outline }) =>
    outline.map(([x, y]): Point => [x0 + x, y0 + y]),
  );
};

/** The rectangle along the longer side of one or two strokes, where they may be two letters that do not lie level. */
const shortRowOf = (letters: readonly Glyph[], strokes: ByteImage): readonly Rectangle[] => {
  const around = minimumRectangle(letters.flatMap(({ box }) => outlineOf(box, strokes)));
  const row = around.halfHeight > around.halfLength ? onItsSide(around) : around;
  const height = 2 * row.halfHeight;
  const ratio = row.halfLength / row.halfHeight;
  if (height < LEAST_HEIGHT || height > MOST_HEIGHT || ratio < LEAST_RATIO || ratio > MOST_RATIO) return [];
  return Math.abs(row.angle) < LEAST_ANGLE ? [] : [row];
};

/** Whether strokes look drawn and stand alone on a quiet ground, once they are turned level. */
const isDrawnAlone = (row: Rectangle, letters: number, strokes: ByteImage): boolean => {
  const margin = Math.ceil(RING * 2 * row.halfHeight) + 2;
  const level = turnedLevel(strokes, grown(row, margin), 1);
  const box: PixelBox = [margin, margin, level.width - margin, level.height - margin];
  const pixels = level.data.reduce((sum, rise) => sum + (rise > CLEAR_CONTRAST ? 1 : 0), 0);
  const group = groupOf({ box, pixels, parts: letters }, level.data, level);
  return group !== null && mayBeInk(group);
};

/** Pairs of neighbours among strokes that make no row; one or two of them as they are. */
const pairsOf = (chain: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  if (chain.length <= 2) return [chain];
  if (chain.length > MOST_STROKES || rowOf(chain).length > 0) return [];
  return chain.flatMap((a, i) => chain.slice(i + 1).flatMap((b) => (areNeighbours(a, b) ? [[a, b]] : [])));
};

/**
 * Two letters, apart or touching, that run in another direction than from left to right, alone on a quiet ground: the initials on a
 * lead marker, or the name of an axis. The detector overlooks them, and rows have three letters.
 * @param glyphs clear strokes of the size of letters
 * @param strokes the map that they stand out of
 * @returns rectangles along them, in pixels of the picture
 */
export const shortRows = (
  glyphs: readonly PixelBox[],
  strokes: Uint8Array,
  { width, height }: ByteImage,
  found: readonly Finding[],
): readonly Rectangle[] => {
  const map: ByteImage = { width, height, channels: 1, data: strokes };
  return chains(strayGlyphs(glyphs, found))
    .flatMap(pairsOf)
    .flatMap((letters) => shortRowOf(letters, map).filter((row) => isDrawnAlone(row, letters.length, map)));
};

/** From either end, and the same in mirror writing: radiographs are turned over, lead markers with them. */
const directionsOf = (quad: DetectedText['quad']): readonly DetectedText['quad'][] => {
  const ends = [quad, upsideDown(quad)];
  return [...ends, ...ends.map(mirrored)];
};

/** The short rows that read like two letters, or three, in any direction. */
export const readShortRows = async (
  rows: readonly Rectangle[],
  picture: ByteImage,
  reader: LineReader,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const row of rows.slice(0, MOST_READINGS)) {
    for (const quad of directionsOf(cornersOf(grown(row, READING_MARGIN)))) {
      const { text, score } = await reader(picture, quad);
      if (score < LEAST_SCORE || !LETTERS.test(text)) continue;
      findings.push({ rectangle: grown(row, PADDING), confidence: score, picture });
      break;
    }
  }
  return findings;
};

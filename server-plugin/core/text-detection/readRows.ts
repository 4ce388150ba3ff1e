import type { ByteImage } from './byteImage.ts';
import type { DetectedText, Reading } from './detectedText.ts';
import { shareInside } from './mergeTexts.ts';
import { PADDING, type Finding } from './passes.ts';
import { cornersOf, grown, type Rectangle } from './rectangle.ts';
import { readText, type TextReader } from './textReader.ts';

/** A row of strokes of the size of letters, and the picture that it stands in. */
export interface StrokeRow {
  readonly picture: ByteImage;
  readonly row: Rectangle;
}

/** Speckle hardly reads like so many letters or digits … */
const LEAST_LETTERS = 3;
/** … as clearly as this. */
const LEAST_SCORE = 0.75;
/** Longer rows, in heights, are scales and rims. */
const LONGEST = 24;
/** So much is added to an end at a time, in heights of the row: two letters, or a space and a letter. */
const STEP = 2;
/** A row of which so much lies in a finding was found. */
const FOUND_SHARE = 0.6;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/gu;

const lettersOf = ({ text }: Reading): number => text.match(LETTERS_AND_DIGITS)?.length ?? 0;

const reads = (reading: Reading): boolean =>
  reading.score >= LEAST_SCORE && lettersOf(reading) >= LEAST_LETTERS;

/** The row, longer by `length` beyond its end, or its beginning. */
const lengthened = (row: Rectangle, length: number, side: -1 | 1): Rectangle => ({
  ...row,
  x: row.x + (side * length * Math.cos(row.angle)) / 2,
  y: row.y + (side * length * Math.sin(row.angle)) / 2,
  halfLength: row.halfLength + length / 2,
});

const upsideDown = ([a, b, c, d]: DetectedText['quad']): DetectedText['quad'] => [c, d, a, b];

/**
 * The rows that read like text, up to their ends. The detector sees little in speckle where the reader, who is shown one line, reads
 * all of it.
 * @param rows rows in which the detector found nothing
 */
export const readRows = async (
  rows: readonly StrokeRow[],
  found: readonly Finding[],
  reader: TextReader,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];

  const read = async ({ picture }: StrokeRow, row: Rectangle): Promise<Reading> => {
    const quad = cornersOf(grown(row, PADDING));
    const upright = await readText(picture, quad, reader);
    if (reads(upright) || Math.abs(row.angle) < Math.PI / 4) return upright;
    const other = await readText(picture, upsideDown(quad), reader);
    return other.score > upright.score ? other : upright;
  };

  for (const stroke of rows) {
    if (stroke.row.halfLength > LONGEST * stroke.row.halfHeight) continue;
    if ([...found, ...findings].some(({ rectangle }) => shareInside(stroke.row, rectangle) >= FOUND_SHARE))
      continue;
    let { row } = stroke;
    let reading = await read(stroke, row);
    if (!reads(reading)) continue;
    for (const side of [-1, 1] as const) {
      for (;;) {
        const longer = lengthened(row, STEP * 2 * row.halfHeight, side);
        const again = await read(stroke, longer);
        if (!reads(again) || lettersOf(again) <= lettersOf(reading)) break;
        [row, reading] = [longer, again];
      }
    }
    findings.push({ rectangle: grown(row, PADDING), confidence: reading.score, picture: stroke.picture });
  }
  return findings;
};

import { isReadable } from './anatomy.ts';
import type { ByteImage } from './byteImage.ts';
import type { DetectedText, PixelBox, Reading } from './detectedText.ts';
import { goesOn, mayReadClearly, readsClearly, upToItsEnd, type ReadLine } from './lineEnds.ts';
import { shareInside } from './mergeTexts.ts';
import { PADDING, type Finding } from './passes.ts';
import type { ReadFinding } from './readFindings.ts';
import { cornersOf, grown, type Rectangle } from './rectangle.ts';
import { readText, type TextReader } from './textReader.ts';

/** A row of strokes of the size of letters, and the picture that it stands in. */
export interface StrokeRow {
  readonly picture: ByteImage;
  readonly row: Rectangle;
}

/** Longer rows, in heights, are scales and rims. */
const LONGEST = 24;
/** A row of which so much lies in a finding was found. */
const FOUND_SHARE = 0.6;
const SIDES = [-1, 1] as const;

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

  const read = async (picture: ByteImage, row: Rectangle): Promise<Reading> => {
    const quad = cornersOf(grown(row, PADDING));
    const upright = await readText(picture, quad, reader);
    if (readsClearly(upright) || Math.abs(row.angle) < Math.PI / 4) return upright;
    const other = await readText(picture, upsideDown(quad), reader);
    return other.score > upright.score ? other : upright;
  };

  for (const { picture, row } of rows) {
    if (row.halfLength > LONGEST * row.halfHeight) continue;
    if ([...found, ...findings].some(({ rectangle }) => shareInside(row, rectangle) >= FOUND_SHARE)) continue;
    let known: ReadLine = { line: row, reading: await read(picture, row) };
    if (!mayReadClearly(known.reading)) continue;
    for (const side of SIDES) known = await upToItsEnd(known, side, (line) => read(picture, line));
    if (!readsClearly(known.reading)) continue;
    findings.push({ rectangle: grown(known.line, PADDING), confidence: known.reading.score, picture });
  }
  return findings;
};

/**
 * A line that was found, up to its ends: where strokes go on from it, and more is read with them. The detector cuts lines that run from
 * one ground to another.
 * @param glyphs strokes of the size of letters of its picture
 */
export const wholeLine = async (
  { finding, reading }: ReadFinding,
  glyphs: readonly PixelBox[],
  reader: TextReader,
): Promise<ReadFinding> => {
  const { picture, rectangle } = finding;
  let known: ReadLine = { line: rectangle, reading };
  if (!isReadable(rectangle, reading)) return { finding, reading };
  for (const side of SIDES)
    known = await upToItsEnd(
      known,
      side,
      (line) => readText(picture, cornersOf(line), reader),
      (line) => goesOn(line, side, glyphs),
    );
  return known.line === rectangle
    ? { finding, reading }
    : { finding: { ...finding, rectangle: known.line }, reading: known.reading };
};

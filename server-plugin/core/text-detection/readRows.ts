import { isReadable } from './anatomy.ts';
import type { ByteImage } from './byteImage.ts';
import type { PixelBox, Reading } from './detectedText.ts';
import {
  goesOn,
  mayReadClearly,
  oneStep,
  readsClearly,
  upToItsEnd,
  type ReadLine,
  type Side,
} from './lineEnds.ts';
import { shareInside } from './mergeTexts.ts';
import { PADDING, type Finding } from './passes.ts';
import type { ReadFinding } from './readFindings.ts';
import { cornersOf, grown, isUpended, onItsSide, upsideDown, type Rectangle } from './rectangle.ts';
import type { LineReader } from './textReader.ts';

/** A row of strokes of the size of letters, and the picture that it stands in. */
export interface StrokeRow {
  readonly picture: ByteImage;
  readonly row: Rectangle;
}

/** Longer rows, in heights, are scales and rims. */
const LONGEST = 24;
/** A row of which so much lies in a finding was found. */
const FOUND_SHARE = 0.6;
/** Noise reads like oblique text, or text on its side, more often than like what lies level: for that such a score is clear. */
const LEAST_LEVEL_SCORE = 0.55;
/** In radians. */
const LEVEL = 0.01;
/** Of longer rows, in heights, the middle is read first, … */
const PROBE = 6;
/** … and the rest where that reads like anything. */
const LEAST_PROBE_SCORE = 0.4;
const SIDES = [-1, 1] as const;

/** The detector may see something in a row that reads as clearly as this, … */
const LEAST_PROMISE = 0.3;
/** … or is as high as this, in image pixels: it may hold several lines, or run across one. */
const HIGH = 24;

/** A part of a line may read like nothing: what is around it then has to read clearly. */
const NOTHING: Reading = { text: '', score: 1 };

const same = (rectangle: Rectangle): Rectangle => rectangle;

/** What a row reads like; one that runs rather down than across may begin at either end. */
const readRow = async (picture: ByteImage, row: Rectangle, reader: LineReader): Promise<Reading> => {
  const quad = cornersOf(grown(row, PADDING));
  const upright = await reader(picture, quad);
  if (readsClearly(upright) || Math.abs(row.angle) < Math.PI / 4) return upright;
  const other = await reader(picture, upsideDown(quad));
  return other.score > upright.score ? other : upright;
};

/** The middle of a long row, or a shorter one: what is read first. */
const probeOf = (row: Rectangle): Rectangle => ({
  ...row,
  halfLength: Math.min(row.halfLength, PROBE * row.halfHeight),
});

/** The rows in which the detector may see something once they are turned level. */
export const promisingRows = async (
  rows: readonly StrokeRow[],
  reader: LineReader,
): Promise<readonly StrokeRow[]> => {
  const promising: StrokeRow[] = [];
  for (const each of rows) {
    const isHigh = 2 * each.row.halfHeight >= HIGH;
    if (isHigh || (await readRow(each.picture, probeOf(each.row), reader)).score >= LEAST_PROMISE)
      promising.push(each);
  }
  return promising;
};

/**
 * The rows that read like text, up to their ends. The detector sees little in speckle where the reader, who is shown one line, reads
 * all of it.
 * @param rows rows in which the detector found nothing
 */
export const readRows = async (
  rows: readonly StrokeRow[],
  found: readonly Finding[],
  reader: LineReader,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const { picture, row } of rows) {
    if (row.halfLength > LONGEST * row.halfHeight) continue;
    if ([...found, ...findings].some(({ rectangle }) => shareInside(row, rectangle) >= FOUND_SHARE)) continue;
    const read = (line: Rectangle): Promise<Reading> => readRow(picture, line, reader);
    const probe = probeOf(row);
    if (probe.halfLength < row.halfLength && !mayReadClearly(await read(probe), LEAST_PROBE_SCORE)) continue;
    const isLevel = Math.abs(row.angle) < LEVEL && row.halfLength > row.halfHeight;
    const least = isLevel ? LEAST_LEVEL_SCORE : undefined;
    let known: ReadLine = { line: row, reading: await read(row) };
    if (!mayReadClearly(known.reading, least)) continue;
    for (const side of SIDES) known = await upToItsEnd(known, side, read);
    if (!readsClearly(known.reading, least)) continue;
    findings.push({ rectangle: grown(known.line, PADDING), confidence: known.reading.score, picture });
  }
  return findings;
};

/** In which directions the line in a rectangle may run: along its longer side, and along either where they are about as long. */
const directionsOf = ({
  halfLength,
  halfHeight,
}: Rectangle): readonly ((rectangle: Rectangle) => Rectangle)[] => [
  ...(isUpended(halfLength, halfHeight) ? [] : [same]),
  ...(isUpended(halfHeight, halfLength) ? [] : [onItsSide]),
];

/**
 * A line that was found, up to its ends: where strokes go on from it, and more is read with them. The detector cuts lines that run from
 * one ground to another.
 * @param glyphs strokes of the size of letters of its picture
 */
export const wholeLine = async (
  { finding, reading }: ReadFinding,
  glyphs: readonly PixelBox[],
  reader: LineReader,
): Promise<ReadFinding> => {
  const { picture, rectangle } = finding;
  const start = isReadable(finding, reading) ? reading : NOTHING;
  for (const direction of directionsOf(rectangle)) {
    const line = direction(rectangle);
    const read = (longer: Rectangle): Promise<Reading> => reader(picture, cornersOf(direction(longer)));
    const mayGoOn = (longer: Rectangle, side: Side): boolean => goesOn(longer, side, glyphs);
    let known: ReadLine = { line, reading: start };
    if (start === NOTHING && SIDES.every((side) => mayGoOn(line, side))) {
      const longer = SIDES.reduce(oneStep, line);
      const both = await read(longer);
      if (readsClearly(both)) known = { line: longer, reading: both };
    }
    for (const side of SIDES) known = await upToItsEnd(known, side, read, (longer) => mayGoOn(longer, side));
    if (known.line !== line)
      return { finding: { ...finding, rectangle: direction(known.line) }, reading: known.reading };
  }
  return { finding, reading };
};

import type { PixelBox, Reading } from './detectedText.ts';
import type { Rectangle } from './rectangle.ts';

/** So much is added to an end at a time, in heights of the line: two letters, or a space and a letter. */
const STEP = 2;
/** What goes on from a line begins this near to its end, in heights, … */
const REACH = 1.3;
/** … and is of this height, in heights of the line. */
const LEAST_SIZE = 0.4;
const MOST_SIZE = 1.3;
/** Noise hardly reads like so many letters or digits … */
const LEAST_LETTERS = 3;
/** … as clearly as this. */
const LEAST_SCORE = 0.75;
/** Two of them have to be surer. */
const LEAST_SCORE_OF_TWO = 0.9;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/gu;

export type Side = -1 | 1;

/** How many letters and digits were read. */
export const lettersOf = ({ text }: Reading): number => text.match(LETTERS_AND_DIGITS)?.length ?? 0;

/** Whether it is as many letters, read as clearly, as no noise is. @param least the score that is clear */
export const readsClearly = (reading: Reading, least: number = LEAST_SCORE): boolean =>
  (reading.score >= least && lettersOf(reading) >= LEAST_LETTERS) ||
  (reading.score >= LEAST_SCORE_OF_TWO && lettersOf(reading) === 2);

/** Whether it may be a part of a line that does. */
export const mayReadClearly = (reading: Reading, least: number = LEAST_SCORE): boolean =>
  reading.score >= least && lettersOf(reading) >= LEAST_LETTERS - 1;

const heightOf = ({ halfHeight }: Rectangle): number => 2 * halfHeight;

/** The line, longer by `length` beyond its end, or before its beginning. */
const lengthened = (line: Rectangle, length: number, side: Side): Rectangle => ({
  ...line,
  x: line.x + (side * length * Math.cos(line.angle)) / 2,
  y: line.y + (side * length * Math.sin(line.angle)) / 2,
  halfLength: line.halfLength + length / 2,
});

/** The line, longer by a step on one side. */
export const oneStep = (line: Rectangle, side: Side): Rectangle =>
  lengthened(line, STEP * heightOf(line), side);

/** Whether a stroke of the size of a letter stands where a line goes on. */
export const goesOn = (line: Rectangle, side: Side, glyphs: readonly PixelBox[]): boolean => {
  const cos = Math.cos(line.angle);
  const sin = Math.sin(line.angle);
  const height = heightOf(line);
  for (const [x0, y0, x1, y1] of glyphs) {
    const size = Math.max(x1 - x0, y1 - y0);
    if (size < LEAST_SIZE * height || size > MOST_SIZE * height) continue;
    const dx = (x0 + x1) / 2 - line.x;
    const dy = (y0 + y1) / 2 - line.y;
    const beyond = side * (dx * cos + dy * sin) - line.halfLength;
    const halfWidth = ((x1 - x0) * Math.abs(cos) + (y1 - y0) * Math.abs(sin)) / 2;
    const isBeside = beyond > 0 && beyond - halfWidth <= REACH * height;
    if (isBeside && Math.abs(dy * cos - dx * sin) <= line.halfHeight / 2) return true;
  }
  return false;
};

/** A line and what it reads like. */
export interface ReadLine {
  readonly line: Rectangle;
  readonly reading: Reading;
}

/** One step may end in a hyphen, or within a letter: so many are tried before a line counts as ended. */
const STEPS = 2;
/** What is read so far goes on to be looked at from this score on. */
const LEAST_SCORE_BETWEEN = 0.6;

/** Whether a longer line reads as if it ended within a letter, or in a sign: as something else than the line, but hardly worse. */
const mayBeBetween = (longer: Reading, line: Reading): boolean =>
  longer.score >= Math.min(LEAST_SCORE_BETWEEN, line.score) &&
  lettersOf(longer) >= lettersOf(line) - 1 &&
  longer.text.replaceAll(' ', '') !== line.text.replaceAll(' ', '');

/** The line as far as more letters are read, on one side. @param mayGoOn asked before each step */
export const upToItsEnd = async (
  known: ReadLine,
  side: Side,
  read: (line: Rectangle) => Promise<Reading>,
  mayGoOn: (line: Rectangle) => boolean = () => true,
): Promise<ReadLine> => {
  let best = known;
  let { line } = best;
  for (let steps = 0; steps < STEPS && mayGoOn(line); steps += 1) {
    line = oneStep(line, side);
    const reading = await read(line);
    const gained = lettersOf(reading) - lettersOf(best.reading);
    if (gained > 0 && readsClearly(reading, Math.min(LEAST_SCORE, best.reading.score))) {
      best = { line, reading };
      steps = -1;
    } else if (!mayBeBetween(reading, best.reading)) return best;
  }
  return best;
};

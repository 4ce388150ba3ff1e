import type { PixelBox, Reading } from './detectedText.ts';
import type { Rectangle } from './rectangle.ts';

/** So much is added to an end at a time, in heights of the line: two letters, or a space and a letter. */
const STEP = 2;
/** What goes on from a line begins this near to its end, in heights, … */
const REACH = 1;
/** … and is of this height, in heights of the line. */
const LEAST_SIZE = 0.4;
const MOST_SIZE = 1.3;
/** Noise hardly reads like so many letters or digits … */
const LEAST_LETTERS = 3;
/** … as clearly as this. */
const LEAST_SCORE = 0.75;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/gu;

export type Side = -1 | 1;

const lettersOf = ({ text }: Reading): number => text.match(LETTERS_AND_DIGITS)?.length ?? 0;

/** Whether it is as many letters, read as clearly, as no noise is. */
export const readsClearly = (reading: Reading): boolean =>
  reading.score >= LEAST_SCORE && lettersOf(reading) >= LEAST_LETTERS;

/** Whether it may be a part of a line that does. */
export const mayReadClearly = (reading: Reading): boolean =>
  reading.score >= LEAST_SCORE && lettersOf(reading) >= LEAST_LETTERS - 1;

const heightOf = ({ halfHeight }: Rectangle): number => 2 * halfHeight;

/** The line, longer by `length` beyond its end, or before its beginning. */
const lengthened = (line: Rectangle, length: number, side: Side): Rectangle => ({
  ...line,
  x: line.x + (side * length * Math.cos(line.angle)) / 2,
  y: line.y + (side * length * Math.sin(line.angle)) / 2,
  halfLength: line.halfLength + length / 2,
});

/** Whether a stroke of the size of a letter stands where a line goes on. */
export const goesOn = (line: Rectangle, side: Side, glyphs: readonly PixelBox[]): boolean => {
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  const height = heightOf(line);
  return glyphs.some(([x0, y0, x1, y1]) => {
    const size = Math.max(x1 - x0, y1 - y0);
    if (size < LEAST_SIZE * height || size > MOST_SIZE * height) return false;
    const [dx, dy] = [(x0 + x1) / 2 - line.x, (y0 + y1) / 2 - line.y];
    const beyond = side * (dx * cos + dy * sin) - line.halfLength;
    return beyond > 0 && beyond <= REACH * height && Math.abs(dy * cos - dx * sin) <= line.halfHeight / 2;
  });
};

/** A line and what it reads like. */
export interface ReadLine {
  readonly line: Rectangle;
  readonly reading: Reading;
}

/** The line as far as more letters are read, on one side. @param mayGoOn asked before each step */
export const upToItsEnd = async (
  known: ReadLine,
  side: Side,
  read: (line: Rectangle) => Promise<Reading>,
  mayGoOn: (line: Rectangle) => boolean = () => true,
): Promise<ReadLine> => {
  let best = known;
  while (mayGoOn(best.line)) {
    const line = lengthened(best.line, STEP * heightOf(best.line), side);
    const reading = await read(line);
    if (!readsClearly(reading) || lettersOf(reading) <= lettersOf(best.reading)) return best;
    best = { line, reading };
  }
  return best;
};

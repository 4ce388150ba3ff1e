import { isLegible } from './anatomy.ts';
import { APART, type Reading } from './detectedText.ts';
import type { ReadFinding } from './readFindings.ts';
import { areaOf, atAngle, cornersOf, rectangleAround, type Rectangle } from './rectangle.ts';

/** Words of one line are this near to each other: their gap, in heights of the lower one … */
const MOST_GAP = 0.75;
/** … further in an oblique line, which is no part of a table. */
const MOST_OBLIQUE_GAP = 1.25;
/** One is not much higher than the other … */
const HEIGHT_RATIO = 1.7;
/** … but for what stands in an upright rectangle in an oblique line, whose height is a guess … */
const OBLIQUE_HEIGHT_RATIO = 2.4;
/** … and their middles lie this near to one axis, in heights of the lower one. */
const MOST_OFFSET = 0.45;
/** What overlaps a line by this share of its length, and reads like a part of it, was found once more. */
const SAME_SHARE = 0.8;

const isOblique = ({ angle }: Rectangle): boolean => Math.abs(angle) > LEAST_ANGLE;

const isUpended = ({ halfLength, halfHeight }: Rectangle): boolean => halfHeight > halfLength;

/** Radians: less is a matter of rounding. */
const LEAST_ANGLE = 0.01;
/** Nearer to 45° the sides of an upright rectangle tell little of what is oblique in it: the cosine of twice the angle. */
const LEAST_COSINE = 0.2;

/** A rectangle along a line, around what stands in another one: a short word of an oblique line has an upright rectangle. */
const alongLine = (rectangle: Rectangle, line: Rectangle): Rectangle => {
  const around = atAngle(rectangle, line.angle);
  if (isOblique(rectangle)) return { ...around, halfHeight: rectangle.halfHeight };
  const turn = rectangle.angle - line.angle;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const cosine = cos * cos - sin * sin;
  const halfHeight =
    Math.abs(cosine) < LEAST_COSINE
      ? around.halfHeight / (cos + sin)
      : (rectangle.halfHeight * cos - rectangle.halfLength * sin) / cosine;
  return { ...around, halfHeight };
};

/** Where a rectangle lies, as seen by somebody who reads a line: in the direction of its text, most often upwards if it is upended, and across. */
interface Placed {
  readonly along: number;
  readonly across: number;
  readonly halfLength: number;
  readonly halfHeight: number;
}

const placed = (rectangle: Rectangle, line: Rectangle): Placed => {
  const { x, y, halfLength, halfHeight } = alongLine(rectangle, line);
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  const [along, across] = [x * cos + y * sin, y * cos - x * sin];
  return isUpended(line)
    ? { along: -across, across: along, halfLength: halfHeight, halfHeight: halfLength }
    : { along, across, halfLength, halfHeight };
};

/** How far apart two are along the line; negative where they overlap. */
const gapOf = (a: Placed, b: Placed): number => Math.abs(b.along - a.along) - a.halfLength - b.halfLength;

/** Whether a finding goes on from a line, after the space between two words. */
const goesOn = (finding: Rectangle, line: Rectangle): boolean => {
  const [a, b] = [placed(line, line), placed(finding, line)];
  const lower = 2 * Math.min(a.halfHeight, b.halfHeight);
  const [mostGap, ratio] = isOblique(line)
    ? [MOST_OBLIQUE_GAP, OBLIQUE_HEIGHT_RATIO]
    : [MOST_GAP, HEIGHT_RATIO];
  return (
    gapOf(a, b) <= mostGap * lower &&
    2 * Math.max(a.halfHeight, b.halfHeight) <= ratio * lower &&
    Math.abs(b.across - a.across) <= MOST_OFFSET * lower
  );
};

/** Upright boxes around two short words cut each other's corners by so much of their sides only if the words are oblique … */
const LEAST_CUT = 0.2;
const MOST_CUT = 0.75;
/** … whose boxes are no flatter than this. */
const FLATTEST = 2.5;

const isFlat = (box: Rectangle): boolean =>
  Math.abs(Math.log(box.halfLength / box.halfHeight)) > Math.log(FLATTEST);

const cutsCorner = (a: Rectangle, b: Rectangle): boolean => {
  if (isOblique(a) && isOblique(b)) return false;
  const [boxA, boxB] = [atAngle(a, 0), atAngle(b, 0)];
  if (isFlat(boxA) || isFlat(boxB)) return false;
  const cut = (distance: number, halfA: number, halfB: number): boolean => {
    const share = (halfA + halfB - Math.abs(distance)) / (2 * Math.min(halfA, halfB));
    return share >= LEAST_CUT && share <= MOST_CUT;
  };
  return (
    cut(boxA.x - boxB.x, boxA.halfLength, boxB.halfLength) &&
    cut(boxA.y - boxB.y, boxA.halfHeight, boxB.halfHeight)
  );
};

/** The box around both hides at most so many times what their boxes do: more in an oblique line, around which it is empty. */
const MOST_HIDDEN = 1.5;
const MOST_HIDDEN_ALONG = 2.5;

const hidden = (...rectangles: readonly Rectangle[]): number =>
  areaOf(rectangleAround(rectangles.flatMap(cornersOf), 0));

/** @param isWord whether nothing was joined to the line yet */
const areOneLine = (word: Rectangle, line: Rectangle, isWord: boolean): boolean => {
  const share = hidden(word, line) / (hidden(word) + hidden(line));
  return (
    (goesOn(word, line) && share <= MOST_HIDDEN_ALONG) ||
    (isWord && cutsCorner(word, line) && share <= MOST_HIDDEN)
  );
};

/** Of words that are one line: it reads as they do in their order, and no better than the worst of them. */
const joined = (line: ReadFinding, other: ReadFinding): ReadFinding => {
  const [long, short] = [line.finding.rectangle, other.finding.rectangle];
  const [a, b] = [placed(long, long), placed(short, long)];
  const words = a.along <= b.along ? [line, other] : [other, line];
  const reading: Reading = {
    text: words.map(({ reading: { text } }) => text).join(APART),
    score: Math.min(line.reading.score, other.reading.score),
  };
  const isOnAxis = goesOn(short, long);
  const isSame =
    isOnAxis &&
    -gapOf(a, b) >= SAME_SHARE * 2 * b.halfLength &&
    line.reading.text.includes(other.reading.text);
  return {
    finding: {
      ...line.finding,
      // What was covered stays covered.
      rectangle: rectangleAround([...cornersOf(long), ...cornersOf(short)], isOnAxis ? long.angle : 0),
      confidence: Math.max(line.finding.confidence, other.finding.confidence),
    },
    reading: isSame ? line.reading : reading,
  };
};

const lengthOf = ({ finding: { rectangle } }: ReadFinding): number =>
  Math.max(rectangle.halfLength, rectangle.halfHeight);

/**
 * Words of one line that were found apart as one text: a wide space, as fixed-width type has it, parts them for the detector. Only
 * what is read as letters or digits is joined.
 */
export const joinedLines = (read: readonly ReadFinding[]): readonly ReadFinding[] => {
  const lines: ReadFinding[] = [];
  const rest = read.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    let line = next;
    const isNext = ({ finding: { rectangle }, reading }: ReadFinding): boolean =>
      isLegible(reading) && areOneLine(rectangle, line.finding.rectangle, line === next);
    if (isLegible(line.reading)) {
      for (let at = rest.findIndex(isNext); at >= 0; at = rest.findIndex(isNext)) {
        const [word] = rest.splice(at, 1);
        if (word !== undefined) line = joined(line, word);
      }
    }
    lines.push(line);
  }
  return lines;
};

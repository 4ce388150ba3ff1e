import type { Reading } from './detectedText.ts';
import type { Finding } from './passes.ts';
import { areaOf, type Rectangle } from './rectangle.ts';

/** In image pixels: below it texts are often too small to be read well, and a box too many hides little. */
const LARGE_SIDE = 40;
/** Of a small picture a box hides much: what takes up this share of it is dropped where nothing in it is read … */
const LARGE_SHARE = 0.02;
/** … and the detector is less sure of it than this. */
const SURE = 0.7;
/** Texts of any script are read as several characters, if as wrong ones; anatomy as nothing, or as one. */
const LINE_SCORE = 0.5;
const LETTER_SCORE = 0.8;
const OTHER_SCORE = 0.75;
/** Bones that make a letter of this size read well, too. */
const HUGE_SIDE = 50;
const HUGE_LETTER_SCORE = 0.95;
/** A ring that takes up this share of its frame is a skull, however well it reads like one of these. */
const MOST_RING_SHARE = 0.04;
const RINGS = '0OoDQ';
/** A few slices of a brain in a row read like a number: where each digit is so high, in image pixels, and takes up so much of the frame … */
const HUGE_DIGIT_SIDE = 60;
const HUGE_DIGIT_SHARE = 0.02;
/** … a number reads as well as this. */
const HUGE_NUMBER_SCORE = 0.95;
const NUMBER_WITH_RINGS = /^\d*[0689]\d*$/;
/** A longer row of slices does, too; what is so high, in image pixels, and so much longer than high, is read well if it is a line. */
const HUGE_LINE_SIDE = 96;
const HUGE_LINE_RATIO = 4;
const HUGE_LINE_SCORE = 0.9;
const LEGIBLE_SCORE = 0.3;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** A reviewer is asked about texts that are read worse than this. */
const DOUBTFUL_SCORE = 0.5;

/** Where something was found, and in which picture. */
type Place = Pick<Finding, 'rectangle' | 'picture'>;

const shortSide = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.min(halfLength, halfHeight);
const longSide = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.max(halfLength, halfHeight);

const isLarge = (rectangle: Rectangle): boolean => shortSide(rectangle) >= LARGE_SIDE;

/** Oblique lines have upright rectangles that are as high, but not as long. */
const isHugeLine = (rectangle: Rectangle): boolean =>
  shortSide(rectangle) >= HUGE_LINE_SIDE && longSide(rectangle) >= HUGE_LINE_RATIO * shortSide(rectangle);

/** The part of its frame that a finding takes up. */
const shareOfFrame = ({ rectangle, picture: { width, height, frameArea = width * height } }: Place): number =>
  areaOf(rectangle) / frameArea;

const isHugeNumber = (place: Place, text: string, letters: number): boolean =>
  NUMBER_WITH_RINGS.test(text) &&
  shortSide(place.rectangle) >= HUGE_DIGIT_SIDE &&
  shareOfFrame(place) >= HUGE_DIGIT_SHARE * letters;

/** How well several characters have to be read, `usual` where nothing makes them doubtful. */
const leastLineScore = (place: Place, text: string, usual: number): number => {
  const letters = Array.from(text).length;
  if (isHugeNumber(place, text, letters)) return HUGE_NUMBER_SCORE;
  return isHugeLine(place.rectangle) ? HUGE_LINE_SCORE : usual;
};

/** Whether it reads like a text, of whatever script. */
export const isReadable = (place: Place, { text, score }: Reading): boolean => {
  const { rectangle } = place;
  if (Array.from(text).length > 1) return score >= leastLineScore(place, text, LINE_SCORE);
  if (shortSide(rectangle) < HUGE_SIDE) return score >= LETTER_SCORE;
  const isSkull = RINGS.includes(text) && shareOfFrame(place) >= MOST_RING_SHARE;
  return score >= HUGE_LETTER_SCORE && !isSkull;
};

/** Whether it is a line of several characters that reads like one. */
export const isLine = ({ halfLength, halfHeight }: Rectangle, { text, score }: Reading): boolean =>
  halfLength > halfHeight && Array.from(text).length > 1 && score >= LINE_SCORE;

/** Whether it reads like a line that lies on its side, or is in mirror writing: anatomy does so by chance more often. */
export const isReadableOtherwise = (place: Place, { text, score }: Reading): boolean =>
  Array.from(text).length > 1 && score >= leastLineScore(place, text, OTHER_SCORE);

/** Whether anything is read at all: what only half the size of a picture shows may be a shape. */
export const isLegible = ({ text, score }: Reading): boolean =>
  LETTER_OR_DIGIT.test(text) && score >= LEGIBLE_SCORE;

/** Whether blanking a finding would hide much of the picture, or of what a large picture shows. */
export const hidesMuch = (finding: Finding): boolean =>
  isLarge(finding.rectangle) || shareOfFrame(finding) >= LARGE_SHARE;

const takesUpMuch = (finding: Finding): boolean =>
  shareOfFrame(finding) >= LARGE_SHARE && finding.confidence < SURE;

/** Whether a finding is as large as anatomy that is taken for text. */
export const mayBeAnatomy = (finding: Finding): boolean => isLarge(finding.rectangle) || takesUpMuch(finding);

/** Whether a large finding reads like no text at all: bones and vessels look like letters to the detector, teeth like a line of them. */
export const isAnatomy = (finding: Finding, reading: Reading): boolean =>
  isLarge(finding.rectangle) ? !isReadable(finding, reading) : takesUpMuch(finding) && !isLegible(reading);

export const isDoubtful = ({ score }: Reading): boolean => score < DOUBTFUL_SCORE;

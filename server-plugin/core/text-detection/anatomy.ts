import type { Reading } from './detectedText.ts';
import type { Rectangle } from './rectangle.ts';

/** In image pixels: below it texts are often too small to be read well, and a box too many hides little. */
const LARGE_SIDE = 40;
/** Texts of any script are read as several characters, if as wrong ones; anatomy as nothing, or as one. */
const LINE_SCORE = 0.5;
const LETTER_SCORE = 0.8;
const SIDE_SCORE = 0.75;
/** Bones that make a letter of this size read well, too. */
const HUGE_SIDE = 64;
const HUGE_LETTER_SCORE = 0.95;
const LEGIBLE_SCORE = 0.3;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** A reviewer is asked about texts that are read worse than this. */
const DOUBTFUL_SCORE = 0.5;

const shortSide = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.min(halfLength, halfHeight);

/** Whether it reads like a text, of whatever script. */
export const isReadable = (rectangle: Rectangle, { text, score }: Reading): boolean => {
  if (Array.from(text).length > 1) return score >= LINE_SCORE;
  return score >= (shortSide(rectangle) < HUGE_SIDE ? LETTER_SCORE : HUGE_LETTER_SCORE);
};

/** Whether it is a line of several characters that reads like one. */
export const isLine = ({ halfLength, halfHeight }: Rectangle, { text, score }: Reading): boolean =>
  halfLength > halfHeight && Array.from(text).length > 1 && score >= LINE_SCORE;

/** Whether it reads like a line that lies on its side: anatomy does so by chance more often. */
export const isReadableOnItsSide = ({ text, score }: Reading): boolean =>
  Array.from(text).length > 1 && score >= SIDE_SCORE;

/** Whether anything is read at all: what only half the size of a picture shows may be a shape. */
export const isLegible = ({ text, score }: Reading): boolean =>
  LETTER_OR_DIGIT.test(text) && score >= LEGIBLE_SCORE;

/** Whether a large finding reads like no text at all: bones and vessels look like letters to the detector. */
export const isAnatomy = (rectangle: Rectangle, reading: Reading): boolean =>
  shortSide(rectangle) >= LARGE_SIDE && !isReadable(rectangle, reading);

export const isDoubtful = ({ score }: Reading): boolean => score < DOUBTFUL_SCORE;

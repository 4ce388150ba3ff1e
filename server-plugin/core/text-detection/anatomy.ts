import type { Reading } from './detectedText.ts';
import type { Rectangle } from './rectangle.ts';

/** In image pixels: below it texts are often too small to be read well, and a box too many hides little. */
const LARGE_SIDE = 40;
/** Texts of any script are read as several characters, if as wrong ones; anatomy as nothing, or as one. */
const LINE_SCORE = 0.5;
const LETTER_SCORE = 0.95;
/** A reviewer is asked about texts that are read worse than this. */
const DOUBTFUL_SCORE = 0.5;

/** Whether it reads like a text, of whatever script. */
export const isReadable = ({ text, score }: Reading): boolean =>
  score >= LETTER_SCORE || (Array.from(text).length > 1 && score >= LINE_SCORE);

/** Whether a large finding reads like no text at all: bones and vessels look like letters to the detector. */
export const isAnatomy = ({ halfLength, halfHeight }: Rectangle, reading: Reading): boolean =>
  2 * Math.min(halfLength, halfHeight) >= LARGE_SIDE && !isReadable(reading);

export const isDoubtful = ({ score }: Reading): boolean => score < DOUBTFUL_SCORE;

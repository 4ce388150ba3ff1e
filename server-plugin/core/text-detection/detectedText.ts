/** A point in image pixels, edge coordinates: (0, 0) is the outer corner of the first pixel. */
export type Point = readonly [x: number, y: number];

/** [x0, y0, x1, y1] in image pixels, edge coordinates: x1 = Columns is the right edge of the last pixel. */
export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number];

/** Between the words of one line that were found apart. */
export const APART = '\n';

/** What stands in a rectangle: '' and 0 where nothing is read. */
export interface Reading {
  readonly text: string;
  /** The mean probability of its characters, 0 to 1. */
  readonly score: number;
}

/** A piece of text that was found in one frame. */
export interface DetectedText {
  /** The upright rectangle around `quad`, clipped to the image: what to redact. */
  readonly box: PixelBox;
  /** The rectangle along the text, corners clockwise from the text's own top left; may reach beyond the image. */
  readonly quad: readonly [Point, Point, Point, Point];
  /** Of the baseline, clockwise as seen on the image, above −90 up to 90. */
  readonly angleDegrees: number;
  /** Mean probability of text inside the rectangle, 0 to 1. */
  readonly confidence: number;
  /** Null where no reader was at hand. A value of the patient's may stand in it: it is never logged. */
  readonly reading: Reading | null;
  /** Read so badly that it may be anatomy: to be looked at, and redacted all the same. */
  readonly isDoubtful: boolean;
}

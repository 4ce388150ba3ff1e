import type { PixelBox } from './detectedText.ts';
import { holdsPoint, type Rectangle } from './rectangle.ts';
import type { Strokes } from './strokes.ts';

/** What goes on from a line stands out at least by this share of what its strokes do: more would be too much where grounds differ. */
const LEAST_SHARE = 0.45;

/** A stroke of the size of a letter. */
export interface ClearStroke {
  readonly box: PixelBox;
  /** How far it stands out of its ground, in grey levels. */
  readonly rise: number;
}

/** Whether the middle of a stroke lies in a rectangle. */
const isIn = (box: PixelBox, rectangle: Rectangle): boolean =>
  holdsPoint(rectangle, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);

const isInAny = (box: PixelBox, rectangles: readonly Rectangle[]): boolean => {
  for (const rectangle of rectangles) if (isIn(box, rectangle)) return true;
  return false;
};

/** How clear the strokes in a rectangle are. */
const risesIn = (rectangle: Rectangle, strokes: readonly ClearStroke[]): readonly number[] => {
  const rises: number[] = [];
  for (const { box, rise } of strokes) if (isIn(box, rectangle)) rises.push(rise);
  return rises;
};

/** The greatest rise inside a box. */
const riseOf = (box: PixelBox, { bright, dark }: Strokes, width: number): number => {
  let rise = 0;
  for (let y = box[1]; y < box[3]; y += 1) {
    for (let at = y * width + box[0]; at < y * width + box[2]; at += 1)
      rise = Math.max(rise, bright[at] ?? 0, dark[at] ?? 0);
  }
  return rise;
};

/**
 * How clear strokes are.
 * @param boxes in image pixels
 * @param width of the picture that the strokes are of
 */
export const clearStrokes = (
  boxes: readonly PixelBox[],
  strokes: Strokes,
  width: number,
): readonly ClearStroke[] => boxes.map((box) => ({ box, rise: riseOf(box, strokes, width) }));

/** The strokes that no rectangle holds. */
export const strokesOutside = (
  strokes: readonly ClearStroke[],
  rectangles: readonly Rectangle[],
): readonly ClearStroke[] => strokes.filter(({ box }) => !isInAny(box, rectangles));

/**
 * The strokes that may be of a line, by how clear they are: those of a text stand out about alike, and what is much fainter is behind it.
 * @param all with those of the line
 */
export const asClearAs = (
  line: Rectangle,
  all: readonly ClearStroke[],
  strokes: readonly ClearStroke[],
): readonly PixelBox[] => {
  const rises = risesIn(line, all);
  const median = rises.toSorted((a, b) => a - b)[Math.floor(rises.length / 2)] ?? 0;
  return strokes.filter(({ rise }) => rise >= LEAST_SHARE * median).map(({ box }) => box);
};

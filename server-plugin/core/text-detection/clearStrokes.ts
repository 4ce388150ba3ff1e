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

/** Whether the middle of a stroke lies in one of the rectangles. */
const isIn = ([x0, y0, x1, y1]: PixelBox, rectangles: readonly Rectangle[]): boolean =>
  rectangles.some((rectangle) => holdsPoint(rectangle, (x0 + x1) / 2, (y0 + y1) / 2));

/**
 * How clear strokes are.
 * @param boxes in image pixels
 * @param width of the picture that the strokes are of
 */
export const clearStrokes = (
  boxes: readonly PixelBox[],
  { bright, dark }: Strokes,
  width: number,
): readonly ClearStroke[] =>
  boxes.map((box) => {
    let rise = 0;
    for (let y = box[1]; y < box[3]; y += 1) {
      for (let at = y * width + box[0]; at < y * width + box[2]; at += 1)
        rise = Math.max(rise, bright[at] ?? 0, dark[at] ?? 0);
    }
    return { box, rise };
  });

/** The strokes that no rectangle holds. */
export const strokesOutside = (
  strokes: readonly ClearStroke[],
  rectangles: readonly Rectangle[],
): readonly ClearStroke[] => strokes.filter(({ box }) => !isIn(box, rectangles));

/**
 * The strokes that may be of a line, by how clear they are: those of a text stand out about alike, and what is much fainter is behind it.
 * @param all with those of the line
 */
export const asClearAs = (
  line: Rectangle,
  all: readonly ClearStroke[],
  strokes: readonly ClearStroke[],
): readonly PixelBox[] => {
  const rises = all.filter(({ box }) => isIn(box, [line])).map(({ rise }) => rise);
  const median = rises.toSorted((a, b) => a - b)[Math.floor(rises.length / 2)] ?? 0;
  return strokes.filter(({ rise }) => rise >= LEAST_SHARE * median).map(({ box }) => box);
};

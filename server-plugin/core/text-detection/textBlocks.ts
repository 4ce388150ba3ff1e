import { boxInside, type Rectangle } from './rectangle.ts';
import type { Strokes } from './strokes.ts';

/** This share of a block lies on lines that can be read … */
const LEAST_ON_LINES = 0.5;
/** … and so many pixels of what is left of it are strokes, which stand out by this much, in grey levels of 255. */
const LEAST_STROKES = 8;
const STROKE_CONTRAST = 36;

/**
 * Whether what reads like nothing is lines that touch or cover each other: some of them can be read, and there is more between them.
 * @param lines what can be read
 */
export const isTextBlock = (
  block: Rectangle,
  lines: readonly Rectangle[],
  { bright, dark }: Strokes,
  { width, height }: { readonly width: number; readonly height: number },
): boolean => {
  const box = boxInside(block, width, height);
  if (box === null) return false;
  const [x0, y0, x1, y1] = [Math.floor(box[0]), Math.floor(box[1]), Math.ceil(box[2]), Math.ceil(box[3])];
  const boxes = lines.flatMap((line) => {
    const inside = boxInside(line, width, height);
    return inside === null ? [] : [inside];
  });
  let [onLines, strokes] = [0, 0];
  for (let y = y0; y < y1; y += 1) {
    const across = boxes.filter((line) => y >= line[1] && y < line[3]);
    for (let x = x0; x < x1; x += 1) {
      const isOnLine = across.some((line) => x >= line[0] && x < line[2]);
      if (isOnLine) onLines += 1;
      else if (Math.max(bright[y * width + x] ?? 0, dark[y * width + x] ?? 0) >= STROKE_CONTRAST)
        strokes += 1;
    }
  }
  return strokes >= LEAST_STROKES && onLines >= LEAST_ON_LINES * (x1 - x0) * (y1 - y0);
};

import { connectRuns, type ConnectedRuns, type PixelMap, type RunListener } from './connectedRuns.ts';
import type { PixelBox, Point } from './detectedText.ts';

/** Pixels that hang together by sides or corners. */
export interface Component {
  readonly pixels: number;
  /** The outer corners of the first and last pixel of every row: enough for a convex hull. */
  readonly outline: readonly Point[];
}

/** The first column of a component's row, and the one after its last. */
type Rows = Map<number, { first: number; end: number }>;

class RunList implements RunListener {
  readonly runs: {
    readonly label: number;
    readonly y: number;
    readonly first: number;
    readonly end: number;
  }[] = [];

  add(label: number, y: number, first: number, end: number): void {
    this.runs.push({ label, y, first, end });
  }
}

/** The 8-connected components of the pixels above `threshold`, in the order of their first pixels. */
export const componentsAbove = (map: PixelMap, threshold: number): readonly Component[] => {
  const list = new RunList();
  const [connected] = connectRuns(map, [threshold], [list]);
  const components = new Map<number, { pixels: number; rows: Rows }>();
  for (const { label, y, first, end } of list.runs) {
    const root = connected?.rootOf(label) ?? label;
    const component = components.get(root) ?? { pixels: 0, rows: new Map() as Rows };
    components.set(root, component);
    component.pixels += end - first;
    const row = component.rows.get(y);
    // Runs come from left to right.
    if (row === undefined) component.rows.set(y, { first, end });
    else row.end = end;
  }
  return [...components.values()].map(({ pixels, rows }) => ({
    pixels,
    outline: [...rows].flatMap(([y, { first, end }]): Point[] => [
      [first, y],
      [first, y + 1],
      [end, y],
      [end, y + 1],
    ]),
  }));
};

/** Pixels that hang together by sides or corners, by the box around them. */
export interface ComponentBox {
  readonly box: PixelBox;
  readonly pixels: number;
}

/** x0, y0, x1, y1 and the number of pixels of each label. */
const NUMBERS = 5;

/** The boxes of the labels of one threshold. */
class LabelBoxes implements RunListener {
  #numbers = new Int32Array(NUMBERS * 1024);
  #count = 0;

  add(label: number, y: number, first: number, end: number): void {
    if (label === this.#count) this.#open(first, y);
    this.#include(label, first, y, end, y + 1, end - first);
  }

  /** The boxes of at least so many pixels, once what was told of a label counts for its root. */
  boxes(connected: ConnectedRuns | undefined, leastPixels: number): readonly ComponentBox[] {
    const numbers = this.#numbers;
    const roots: number[] = [];
    for (let label = 0; label < this.#count; label += 1) {
      const root = connected?.rootOf(label) ?? label;
      const at = NUMBERS * label;
      if (root === label) roots.push(at);
      else
        this.#include(
          root,
          numbers[at] ?? 0,
          numbers[at + 1] ?? 0,
          numbers[at + 2] ?? 0,
          numbers[at + 3] ?? 0,
          numbers[at + 4] ?? 0,
        );
    }
    const boxes: ComponentBox[] = [];
    for (const at of roots) {
      const pixels = numbers[at + 4] ?? 0;
      if (pixels < leastPixels) continue;
      const box: PixelBox = [
        numbers[at] ?? 0,
        numbers[at + 1] ?? 0,
        numbers[at + 2] ?? 0,
        numbers[at + 3] ?? 0,
      ];
      boxes.push({ box, pixels });
    }
    return boxes;
  }

  #include(label: number, x0: number, y0: number, x1: number, y1: number, pixels: number): void {
    const at = NUMBERS * label;
    const numbers = this.#numbers;
    if (x0 < (numbers[at] ?? 0)) numbers[at] = x0;
    if (y0 < (numbers[at + 1] ?? 0)) numbers[at + 1] = y0;
    if (x1 > (numbers[at + 2] ?? 0)) numbers[at + 2] = x1;
    if (y1 > (numbers[at + 3] ?? 0)) numbers[at + 3] = y1;
    numbers[at + 4] = (numbers[at + 4] ?? 0) + pixels;
  }

  #open(x0: number, y0: number): void {
    const at = NUMBERS * this.#count;
    this.#count += 1;
    if (at === this.#numbers.length) {
      const larger = new Int32Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[at] = x0;
    this.#numbers[at + 1] = y0;
  }
}

/**
 * The 8-connected components of at least so many pixels above each of the thresholds, where only their boxes are of interest: many,
 * and fast.
 * @param thresholds ascending
 */
export const componentBoxes = (
  map: PixelMap,
  thresholds: readonly number[],
  leastPixels: number,
): readonly (readonly ComponentBox[])[] => {
  const labels = thresholds.map(() => new LabelBoxes());
  const connected = connectRuns(map, thresholds, labels);
  return labels.map((each, level) => each.boxes(connected[level], leastPixels));
};

/** A map of one byte a pixel, row by row. */
export interface PixelMap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Runs of a row, flat: the column of the first pixel, and that after the last. */
type Runs = number[];

/** Pixels of a word. */
const PIXELS = 4;

/** A map by its pixels, and by its whole words: pixel i is in word ⌊i ÷ 4⌋. */
interface Words {
  readonly data: Uint8Array;
  /** None where they do not begin where the map does. */
  readonly words: Int32Array;
}

const wordsOf = (data: Uint8Array): Words => ({
  data,
  words:
    data.byteOffset % PIXELS === 0
      ? new Int32Array(data.buffer, data.byteOffset, Math.floor(data.length / PIXELS))
      : new Int32Array(),
});

/** The first pixel from a word's first on that may not be 0; at most `end`. Most of a map is 0, and is passed over by words. */
const pastZeros = ({ words }: Words, from: number, end: number): number => {
  const last = Math.floor(end / PIXELS);
  let at = from / PIXELS;
  while (at < last && words[at] === 0) at += 1;
  return at * PIXELS;
};

/** The runs of pixels above `threshold` inside of `spans` of the row that begins at `start`. */
const findRuns = (map: Words, start: number, spans: Runs, threshold: number, found: Runs): void => {
  const { data } = map;
  found.length = 0;
  for (let i = 0; i < spans.length; i += 2) {
    const end = start + (spans[i + 1] ?? 0);
    for (let at = start + (spans[i] ?? 0); at < end; at += 1) {
      if ((data[at] ?? 0) <= threshold) {
        if (at % PIXELS === PIXELS - 1) at = pastZeros(map, at + 1, end) - 1;
        continue;
      }
      const first = at;
      while (at < end && (data[at] ?? 0) > threshold) at += 1;
      found.push(first - start, at - start);
    }
  }
};

/** The runs that hang together by sides or corners at one threshold, told row by row. */
export class ConnectedRuns {
  readonly #parents: number[] = [];
  /** Runs of the row above, and of this one: first column, end, label. */
  #above: number[] = [];
  #row: number[] = [];
  #place = 0;

  /** The label that stands for all labels that hang together with this one: the first of them. */
  rootOf(label: number): number {
    let root = label;
    for (let parent = this.#parents[root] ?? root; parent !== root; parent = this.#parents[root] ?? root) {
      this.#parents[root] = this.#parents[parent] ?? parent;
      root = parent;
    }
    return root;
  }

  /** The label of the next run of this row, from left to right: a new one, or that of a run above that it touches. */
  add(first: number, end: number): number {
    const above = this.#above;
    while (this.#place < above.length && (above[this.#place + 1] ?? 0) < first) this.#place += 3;
    let label = -1;
    for (let place = this.#place; place < above.length && (above[place] ?? 0) <= end; place += 3) {
      const root = this.rootOf(above[place + 2] ?? 0);
      if (label < 0 || root === label) label = root;
      else {
        this.#parents[Math.max(root, label)] = Math.min(root, label);
        label = Math.min(root, label);
      }
    }
    if (label < 0) label = this.#parents.push(this.#parents.length) - 1;
    this.#row.push(first, end, label);
    return label;
  }

  endRow(): void {
    [this.#above, this.#row] = [this.#row, this.#above];
    this.#row.length = 0;
    this.#place = 0;
  }
}

/**
 * Tells the runs of pixels above each of the thresholds, row by row.
 * @param thresholds ascending, from 0 on
 * @param tell called with the number of the threshold, the label of the run, its row, its first column and the one after its last
 * @returns what hangs together, for each threshold
 */
export const connectRuns = (
  { width, height, data }: PixelMap,
  thresholds: readonly number[],
  tell: (level: number, label: number, y: number, first: number, end: number) => void,
): readonly ConnectedRuns[] => {
  const levels = thresholds.map((threshold) => ({
    threshold,
    runs: [] as Runs,
    connected: new ConnectedRuns(),
  }));
  const words = wordsOf(data);
  const wholeRow: Runs = [0, width];
  for (let y = 0; y < height; y += 1) {
    let spans = wholeRow;
    for (const [level, { threshold, runs, connected }] of levels.entries()) {
      // What is above a higher threshold is above the lower one.
      findRuns(words, y * width, spans, threshold, runs);
      for (let i = 0; i < runs.length; i += 2) {
        const [first, end] = [runs[i] ?? 0, runs[i + 1] ?? 0];
        tell(level, connected.add(first, end), y, first, end);
      }
      connected.endRow();
      spans = runs;
    }
  }
  return levels.map(({ connected }) => connected);
};

/** A map of one byte a pixel, row by row. */
export interface PixelMap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Runs of a row, flat: the column of the first pixel, and that after the last. What comes after `length` numbers is left over. */
interface Runs {
  readonly numbers: Int32Array;
  length: number;
}

/** There are most runs where every other pixel is one. */
const mostRuns = (width: number): number => Math.ceil(width / 2);

const runsOf = (width: number): Runs => ({ numbers: new Int32Array(2 * mostRuns(width)), length: 0 });

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
  let length = 0;
  for (let i = 0; i < spans.length; i += 2) {
    const end = start + (spans.numbers[i + 1] ?? 0);
    for (let at = start + (spans.numbers[i] ?? 0); at < end; at += 1) {
      if ((data[at] ?? 0) <= threshold) {
        if (at % PIXELS === PIXELS - 1) at = pastZeros(map, at + 1, end) - 1;
        continue;
      }
      const first = at;
      while (at < end && (data[at] ?? 0) > threshold) at += 1;
      found.numbers[length] = first - start;
      found.numbers[length + 1] = at - start;
      length += 2;
    }
  }
  found.length = length;
};

/** The runs that hang together by sides or corners at one threshold, told row by row. */
export class ConnectedRuns {
  readonly #parents: number[] = [];
  /** Runs of the row above, and of this one: first column, end, label. */
  #above: Int32Array;
  #row: Int32Array;
  #aboveLength = 0;
  #rowLength = 0;
  #place = 0;

  /** @param width of the rows, in pixels */
  constructor(width: number) {
    this.#above = new Int32Array(3 * mostRuns(width));
    this.#row = new Int32Array(3 * mostRuns(width));
  }

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
    const length = this.#aboveLength;
    let place = this.#place;
    while (place < length && (above[place + 1] ?? 0) < first) place += 3;
    this.#place = place;
    let label = -1;
    for (; place < length && (above[place] ?? 0) <= end; place += 3) {
      const root = this.rootOf(above[place + 2] ?? 0);
      if (label < 0 || root === label) label = root;
      else {
        this.#parents[Math.max(root, label)] = Math.min(root, label);
        label = Math.min(root, label);
      }
    }
    if (label < 0) label = this.#parents.push(this.#parents.length) - 1;
    const at = this.#rowLength;
    this.#row[at] = first;
    this.#row[at + 1] = end;
    this.#row[at + 2] = label;
    this.#rowLength = at + 3;
    return label;
  }

  endRow(): void {
    const above = this.#above;
    this.#above = this.#row;
    this.#aboveLength = this.#rowLength;
    this.#row = above;
    this.#rowLength = 0;
    this.#place = 0;
  }
}

/** Is told the runs of pixels above one threshold, row by row. */
export interface RunListener {
  /** @param first its first column @param end the one after its last */
  add(label: number, y: number, first: number, end: number): void;
}

/**
 * Tells the runs of pixels above each of the thresholds, row by row.
 * @param thresholds ascending, from 0 on
 * @param listeners one for each
 * @returns what hangs together, for each threshold
 */
export const connectRuns = (
  { width, height, data }: PixelMap,
  thresholds: readonly number[],
  listeners: readonly RunListener[],
): readonly ConnectedRuns[] => {
  const levels = thresholds.map((threshold, level) => ({
    threshold,
    listener: listeners[level],
    runs: runsOf(width),
    connected: new ConnectedRuns(width),
  }));
  const words = wordsOf(data);
  const wholeRow: Runs = { numbers: Int32Array.of(0, width), length: 2 };
  for (let y = 0; y < height; y += 1) {
    let spans = wholeRow;
    for (const { threshold, listener, runs, connected } of levels) {
      // What is above a higher threshold is above the lower one.
      findRuns(words, y * width, spans, threshold, runs);
      for (let i = 0; i < runs.length; i += 2) {
        const first = runs.numbers[i] ?? 0;
        const end = runs.numbers[i + 1] ?? 0;
        listener?.add(connected.add(first, end), y, first, end);
      }
      connected.endRow();
      spans = runs;
    }
  }
  return levels.map(({ connected }) => connected);
};

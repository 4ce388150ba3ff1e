import { SpareMemory } from './spareMemory.ts';

// Four pixels at a time: typed arrays are little-endian wherever this runs, so that the first pixel of a word is its lowest byte.

const PIXELS = 4;
const HIGH = 0x80808080 | 0;
const LOW = 0x7f7f7f7f;

/** 255 in every byte in which a is not less than b. */
const notLess = (a: number, b: number): number => {
  const difference = (a | HIGH) - (b & LOW);
  const high = ((a & ~b) | (~(a ^ b) & difference)) & HIGH;
  return ((high << 1) - (high >>> 7)) | 0;
};

/** Of every byte the lesser … */
const lesser = (a: number, b: number): number => a ^ ((a ^ b) & notLess(a, b));
/** … and the greater one. */
const greater = (a: number, b: number): number => b ^ ((a ^ b) & notLess(a, b));

/** A picture of one channel, its rows padded with black to whole words; black words are before, between and after them. */
interface Words {
  readonly words: Int32Array;
  readonly wordsPerRow: number;
  readonly rows: number;
  /** Of the first row. */
  readonly start: number;
}

/** Every pixel becomes the darker of itself and the one `distance` to the right of it; outside it is black. */
const darkenAcross = ({ words, wordsPerRow, rows, start }: Words, distance: number): void => {
  const whole = Math.floor(distance / PIXELS);
  const bits = 8 * (distance % PIXELS);
  const end = start + rows * wordsPerRow;
  for (let i = start; i < end; i += 1) {
    const near = words[i + whole] ?? 0;
    const other = bits === 0 ? near : (near >>> bits) | ((words[i + whole + 1] ?? 0) << (32 - bits));
    words[i] = lesser(words[i] ?? 0, other);
  }
};

/** Every pixel becomes the brighter of itself and the one `distance` to the left of it. */
const brightenAcross = ({ words, wordsPerRow, rows, start }: Words, distance: number): void => {
  const whole = Math.floor(distance / PIXELS);
  const bits = 8 * (distance % PIXELS);
  for (let i = start + rows * wordsPerRow - 1; i >= start; i -= 1) {
    const near = words[i - whole] ?? 0;
    const other = bits === 0 ? near : (near << bits) | ((words[i - whole - 1] ?? 0) >>> (32 - bits));
    words[i] = greater(words[i] ?? 0, other);
  }
};

/** The same with the pixel `distance` rows below … */
const darkenDown = ({ words, wordsPerRow, rows, start }: Words, distance: number): void => {
  const end = start + rows * wordsPerRow;
  const last = end - distance * wordsPerRow;
  const offset = distance * wordsPerRow;
  for (let i = start; i < last; i += 1) words[i] = lesser(words[i] ?? 0, words[i + offset] ?? 0);
  words.fill(0, Math.max(last, start), end);
};

/** … and above. */
const brightenDown = ({ words, wordsPerRow, rows, start }: Words, distance: number): void => {
  const offset = distance * wordsPerRow;
  for (let i = start + rows * wordsPerRow - 1; i >= start + offset; i -= 1)
    words[i] = greater(words[i] ?? 0, words[i - offset] ?? 0);
};

const spare = new SpareMemory();

/**
 * The morphological opening by a square: every pixel takes the greatest minimum of the squares that hold it and lie inside the
 * picture.
 * @param level one byte a pixel, row by row
 * @param distances that double up to the side of the square: 1, 2, 4 and, overlapping, 7 for 15 pixels; at most 7 pixels
 */
export const opened = (
  level: Uint8Array,
  width: number,
  height: number,
  distances: readonly number[],
): Uint8Array => {
  const wordsPerRow = Math.ceil(width / PIXELS) + 2;
  const start = 2;
  const length = start + wordsPerRow * height + 2;
  const memory = spare.take(4 * length);
  const words = new Int32Array(memory, 0, length).fill(0);
  const picture: Words = { words, wordsPerRow, rows: height, start };
  const bytes = new Uint8Array(memory);
  for (let y = 0; y < height; y += 1)
    bytes.set(level.subarray(y * width, (y + 1) * width), PIXELS * (start + y * wordsPerRow));
  for (const distance of distances) darkenAcross(picture, distance);
  for (const distance of distances) darkenDown(picture, distance);
  for (const distance of distances) brightenAcross(picture, distance);
  for (const distance of distances) brightenDown(picture, distance);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = PIXELS * (start + y * wordsPerRow);
    out.set(bytes.subarray(from, from + width), y * width);
  }
  spare.giveBack(memory);
  return out;
};

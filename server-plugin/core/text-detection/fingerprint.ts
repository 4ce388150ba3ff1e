import type { PixelBox } from './detectedText.ts';
import { checkSize, type SourceImage, type StoredValues } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

/** Frames are compared by blocks of this many pixels a side: a line of small type and what stands beside it. */
const BLOCK = 16;
/** FNV-1a, with two seeds: 64 bits tell any two blocks of a series apart. */
const PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x2f0b4c47] as const;

/** The stored values of a frame, block by block, as hashes: equal hashes prove equal pixels. */
export interface Fingerprint {
  readonly columns: number;
  readonly rows: number;
  /** Two numbers a block, row by row. */
  readonly hashes: Uint32Array;
}

const blocksAcross = ({ columns }: Pick<Fingerprint, 'columns'>): number => Math.ceil(columns / BLOCK);

/** Whole numbers that differ where the values do: floats by their bits. */
const wordsOf = (pixels: StoredValues): ArrayLike<number> => {
  if (!(pixels instanceof Float32Array || pixels instanceof Float64Array)) return pixels;
  return new Uint32Array(pixels.slice().buffer);
};

/** @throws CodedError DETECTION_IMAGE_INVALID */
export const fingerprintOf = (image: SourceImage): Fingerprint => {
  checkSize(image);
  const { columns, rows, pixels } = image;
  const words = wordsOf(pixels);
  const wordsPerPixel = words.length / (rows * columns);
  const across = blocksAcross({ columns });
  const hashes = new Uint32Array(2 * across * Math.ceil(rows / BLOCK));
  for (let i = 0; i < hashes.length; i += 1) hashes[i] = SEEDS[i % 2 === 0 ? 0 : 1];
  let at = 0;
  for (let y = 0; y < rows; y += 1) {
    const row = Math.floor(y / BLOCK) * across;
    for (let x = 0; x < columns; x += 1) {
      const block = 2 * (row + Math.floor(x / BLOCK));
      for (let i = 0; i < wordsPerPixel; i += 1) {
        const value = words[at++] ?? 0;
        hashes[block] = Math.imul((hashes[block] ?? 0) ^ value, PRIME);
        hashes[block + 1] = Math.imul(((hashes[block + 1] ?? 0) ^ value) + 1, PRIME);
      }
    }
  }
  return { columns, rows, hashes };
};

const isSameSize = (a: Fingerprint, b: Fingerprint): boolean => a.columns === b.columns && a.rows === b.rows;

const isSameBlock = (a: Fingerprint, b: Fingerprint, block: number): boolean =>
  a.hashes[2 * block] === b.hashes[2 * block] && a.hashes[2 * block + 1] === b.hashes[2 * block + 1];

/** Whether two frames are equal in all blocks that the box touches. */
export const isEqualInside = (a: Fingerprint, b: Fingerprint, [x0, y0, x1, y1]: PixelBox): boolean => {
  if (!isSameSize(a, b)) return false;
  const across = blocksAcross(a);
  for (let row = Math.floor(y0 / BLOCK); row * BLOCK < y1; row += 1) {
    for (let column = Math.floor(x0 / BLOCK); column * BLOCK < x1; column += 1) {
      if (!isSameBlock(a, b, row * across + column)) return false;
    }
  }
  return true;
};

/** The part of a frame that none of the others shows at the same place, with a block around it; null where there is none. */
export const unseenPart = (frame: Fingerprint, others: readonly Fingerprint[]): Tile | null => {
  const comparable = others.filter((other) => isSameSize(frame, other));
  const across = blocksAcross(frame);
  let [x0, y0, x1, y1] = [Infinity, Infinity, 0, 0];
  for (let block = 0; 2 * block < frame.hashes.length; block += 1) {
    if (comparable.some((other) => isSameBlock(frame, other, block))) continue;
    const [x, y] = [(block % across) * BLOCK, Math.floor(block / across) * BLOCK];
    [x0, y0] = [Math.min(x0, x - BLOCK), Math.min(y0, y - BLOCK)];
    [x1, y1] = [Math.max(x1, x + 2 * BLOCK), Math.max(y1, y + 2 * BLOCK)];
  }
  if (x0 > x1) return null;
  const [left, top] = [Math.max(x0, 0), Math.max(y0, 0)];
  return {
    x: left,
    y: top,
    width: Math.min(x1, frame.columns) - left,
    height: Math.min(y1, frame.rows) - top,
  };
};

import type { ImagePixel } from './imagePixel.ts';
import { isSubsampled } from './photometricInterpretation.ts';

/** Reads and writes the n-th Pixel Cell: the bits as an unsigned number, or a float. */
interface Cells {
  readonly get: (index: number) => number;
  readonly set: (index: number, cell: number) => void;
}

const bitCells = (bytes: Uint8Array, firstBit: number): Cells => ({
  get: (index) => {
    const bit = firstBit + index;
    return ((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1;
  },
  set: (index, cell) => {
    const bit = firstBit + index;
    const others = (bytes[bit >>> 3] ?? 0) & ~(1 << (bit & 7));
    bytes[bit >>> 3] = others | (cell << (bit & 7));
  },
});

const byteCells = (bytes: Uint8Array): Cells => ({
  get: (index) => bytes[index] ?? 0,
  set: (index, cell) => {
    bytes[index] = cell;
  },
});

const wideCells = (bytes: Uint8Array, type: 'Uint16' | 'Uint32' | 'Float32' | 'Float64'): Cells => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'Uint16':
      return {
        get: (index) => view.getUint16(index * 2, true),
        set: (index, cell) => view.setUint16(index * 2, cell, true),
      };
    case 'Uint32':
      return {
        get: (index) => view.getUint32(index * 4, true),
        set: (index, cell) => view.setUint32(index * 4, cell, true),
      };
    case 'Float32':
      return {
        get: (index) => view.getFloat32(index * 4, true),
        set: (index, cell) => view.setFloat32(index * 4, cell, true),
      };
    case 'Float64':
      return {
        get: (index) => view.getFloat64(index * 8, true),
        set: (index, cell) => view.setFloat64(index * 8, cell, true),
      };
  }
};

const cellsOf = (bytes: Uint8Array, { bitsAllocated, sampleType }: ImagePixel, firstBit: number): Cells => {
  switch (bitsAllocated) {
    case 1:
      return bitCells(bytes, firstBit);
    case 8:
      return byteCells(bytes);
    case 16:
      return wideCells(bytes, 'Uint16');
    case 32:
      return wideCells(bytes, sampleType === 'float' ? 'Float32' : 'Uint32');
    case 64:
      return wideCells(bytes, 'Float64');
  }
};

/** Where the cell of a pixel's sample stands in its frame. */
const cellIndex = ({
  photometricInterpretation,
  planarConfiguration,
  samplesPerPixel,
  rows,
  columns,
}: ImagePixel): ((pixel: number, sample: number) => number) => {
  if (isSubsampled(photometricInterpretation)) {
    return (pixel, sample) => (pixel >>> 1) * 4 + (sample === 0 ? pixel & 1 : 1 + sample);
  }
  const plane = rows * columns;
  if (planarConfiguration === 1) return (pixel, sample) => sample * plane + pixel;
  return (pixel, sample) => pixel * samplesPerPixel + sample;
};

const identity = (value: number): number => value;

/** The Bits Stored below and with the High Bit. */
const storedValue = ({ sampleType, highBit, bitsStored }: ImagePixel): ((cell: number) => number) => {
  if (sampleType === 'float') return identity;
  const above = 31 - highBit;
  const down = 32 - bitsStored;
  return sampleType === 'signed' ? (cell) => (cell << above) >> down : (cell) => (cell << above) >>> down;
};

const cellOfStored = ({
  sampleType,
  highBit,
  bitsStored,
  bitsAllocated,
}: ImagePixel): ((stored: number) => number) => {
  if (sampleType === 'float') return identity;
  const up = highBit + 1 - bitsStored;
  const allocated = 0xffffffff >>> (32 - bitsAllocated);
  return (stored) => ((stored << up) & allocated) >>> 0;
};

/** How many Pixel Cells a frame has: YBR_FULL_422 has two for one pixel (PS3.3 section C.7.6.3.1.2). */
const cellsPerFrame = ({ rows, columns, samplesPerPixel, photometricInterpretation }: ImagePixel): number =>
  rows * columns * (isSubsampled(photometricInterpretation) ? 2 : samplesPerPixel);

/** The length of an uncompressed frame; frames of single bits follow each other without padding (PS3.5 section 8.1.1). */
export const frameBits = (imagePixel: ImagePixel): number =>
  cellsPerFrame(imagePixel) * imagePixel.bitsAllocated;

/**
 * The stored values of one uncompressed frame, over bytes that it writes to. Multi-byte cells are little endian. Pixels are
 * counted row by row from the top left one, 0-based; so are samples.
 *
 * @see PS3.5 section 8.1
 */
export class StoredPixels {
  readonly imagePixel: ImagePixel;
  readonly #cells: Cells;
  readonly #index: (pixel: number, sample: number) => number;
  readonly #stored: (cell: number) => number;
  readonly #cell: (stored: number) => number;

  /** `firstBit`: where the frame begins in its first byte; other than 0 only where one bit is allocated. */
  constructor(imagePixel: ImagePixel, bytes: Uint8Array, firstBit = 0) {
    this.imagePixel = imagePixel;
    this.#cells = cellsOf(bytes, imagePixel, firstBit);
    this.#index = cellIndex(imagePixel);
    this.#stored = storedValue(imagePixel);
    this.#cell = cellOfStored(imagePixel);
  }

  get(pixel: number, sample: number): number {
    return this.#stored(this.#cells.get(this.#index(pixel, sample)));
  }

  /** Writes the whole cell: the bits beside the stored ones become those of the sign. */
  set(pixel: number, sample: number, value: number): void {
    this.#cells.set(this.#index(pixel, sample), this.#cell(value));
  }

  /** Takes over the cell of another frame of the same kind, unused bits included. */
  copy(from: StoredPixels, pixel: number, sample: number): void {
    this.#cells.set(this.#index(pixel, sample), from.#cells.get(from.#index(pixel, sample)));
  }

  /** Sets the bits of every cell that the mask has to 0. */
  clear(mask: number): void {
    const count = cellsPerFrame(this.imagePixel);
    for (let index = 0; index < count; index++)
      this.#cells.set(index, (this.#cells.get(index) & ~mask) >>> 0);
  }

  /** The least and the greatest stored value; NaN left out. */
  extremes(): { readonly smallest: number; readonly largest: number } {
    const count = cellsPerFrame(this.imagePixel);
    let smallest = Infinity;
    let largest = -Infinity;
    for (let index = 0; index < count; index++) {
      const value = this.#stored(this.#cells.get(index));
      if (value < smallest) smallest = value;
      if (value > largest) largest = value;
    }
    return { smallest, largest };
  }
}

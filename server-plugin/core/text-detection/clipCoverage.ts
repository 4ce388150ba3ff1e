import type { PixelBox } from './detectedText.ts';
import { fullRange } from './rendering.ts';
import type { SourceImage, StoredValues } from './sourceImage.ts';

/** Frames are compared by blocks of this many pixels a side. */
const BLOCK = 32;
/**
 * A sample is another one if it differs by this share of the range of the frame's values, or of the displayed window: 20
 * grey levels of 255. Fainter strokes are not searched for in any frame.
 */
const LEAST_DIFFERENCE = 20 / 255;
/** Fewer other samples in a block are no letter. */
const LEAST_SAMPLES = 4;
/** A frame that was searched as part of a range so many times wider proves nothing: what is faint in it was not seen. */
const WIDER_RANGE = 1.5;
/** Of each block so many contents are kept: the first, and the latest, as neighbours are most alike … */
const MOST_CONTENTS = 7;
/** … unless frames are so large that fewer fill this. */
const MOST_BYTES = 32 * 2 ** 20;

/** A frame's worth of blocks that were searched, of one frame or of several. */
interface Plane {
  readonly pixels: StoredValues;
  /** By the number of the block: how wide the range was that it was searched in. */
  readonly ranges: Float64Array;
}

/** What of a clip was searched: the contents of every block. */
export class ClipCoverage {
  readonly #image: SourceImage;
  readonly #boxes: readonly PixelBox[];
  readonly #planes: Plane[] = [];
  readonly #mostPlanes: number;
  /** By the number of the block: how many contents of it were searched. */
  readonly #counts: Uint32Array;

  /** @param first a frame of the clip: all have its size */
  constructor(first: SourceImage) {
    const { rows, columns, pixels } = first;
    const [down, across] = [Math.ceil(rows / BLOCK), Math.ceil(columns / BLOCK)];
    this.#image = first;
    this.#mostPlanes = Math.min(MOST_CONTENTS, Math.max(1, Math.floor(MOST_BYTES / pixels.byteLength)));
    this.#counts = new Uint32Array(down * across);
    this.#boxes = Array.from(this.#counts, (_, block): PixelBox => {
      const [x, y] = [(block % across) * BLOCK, Math.floor(block / across) * BLOCK];
      return [x, y, Math.min(x + BLOCK, columns), Math.min(y + BLOCK, rows)];
    });
  }

  /** The blocks of a frame that equal, at their place, no block that was searched. */
  unsearched(pixels: StoredValues): readonly PixelBox[] {
    const range = this.#rangeOf(pixels);
    return this.#boxes.filter((box, block) => !this.#isSearched(pixels, range, box, block));
  }

  /** Counts blocks of a frame as searched. */
  add(pixels: StoredValues, boxes: readonly PixelBox[]): void {
    const range = this.#rangeOf(pixels);
    const { columns, samplesPerPixel } = this.#image;
    for (const box of boxes) {
      const [x0, y0, x1, y1] = box;
      const block = (y0 / BLOCK) * Math.ceil(columns / BLOCK) + x0 / BLOCK;
      const plane = this.#planeFor(this.#counts[block] ?? 0);
      this.#counts[block] = (this.#counts[block] ?? 0) + 1;
      plane.ranges[block] = range;
      for (let y = y0; y < y1; y += 1) {
        const [start, end] = [(y * columns + x0) * samplesPerPixel, (y * columns + x1) * samplesPerPixel];
        plane.pixels.set(pixels.subarray(start, end), start);
      }
    }
  }

  /** Of the values, or of the displayed window where that is narrower. */
  #rangeOf(pixels: StoredValues): number {
    const { lower, upper } = fullRange(pixels);
    const { window } = this.#image;
    const width = window === undefined ? 0 : window.upper - window.lower;
    return Math.min(upper - lower, width > 0 ? width : Infinity);
  }

  /** The plane of the first content of a block is its for good; the others take turns. */
  #planeFor(count: number): Plane {
    const turns = this.#mostPlanes - 1;
    const number = count === 0 || turns === 0 ? 0 : 1 + ((count - 1) % turns);
    const plane = this.#planes[number];
    if (plane !== undefined) return plane;
    const made = { pixels: this.#image.pixels.slice(), ranges: new Float64Array(this.#counts.length) };
    this.#planes[number] = made;
    return made;
  }

  #isSearched(pixels: StoredValues, range: number, box: PixelBox, block: number): boolean {
    const contents = Math.min(this.#counts[block] ?? 0, this.#planes.length);
    for (let i = 0; i < contents; i += 1) {
      const plane = this.#planes[i];
      if (plane === undefined || (plane.ranges[block] ?? 0) > WIDER_RANGE * range) continue;
      if (this.#isEqual(pixels, plane.pixels, box, LEAST_DIFFERENCE * range)) return true;
    }
    return false;
  }

  #isEqual(a: StoredValues, b: StoredValues, [x0, y0, x1, y1]: PixelBox, difference: number): boolean {
    const { columns, samplesPerPixel } = this.#image;
    let others = 0;
    for (let y = y0; y < y1; y += 1) {
      const end = (y * columns + x1) * samplesPerPixel;
      for (let i = (y * columns + x0) * samplesPerPixel; i < end; i += 1) {
        const by = (a[i] ?? 0) - (b[i] ?? 0);
        // What is no number is like nothing.
        if (!(by < difference && by > -difference)) others += 1;
      }
      if (others >= LEAST_SAMPLES) return false;
    }
    return true;
  }
}

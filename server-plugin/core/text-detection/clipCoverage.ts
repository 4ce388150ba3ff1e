import type { PixelBox } from './detectedText.ts';
import { fullRange } from './rendering.ts';
import type { SourceImage, StoredValues } from './sourceImage.ts';

/** Frames are compared by blocks of this many pixels a side. */
const BLOCK = 32;
/**
 * A pixel is another one if a sample of it differs by this share of the range of the values, or of the displayed window: 20 grey
 * levels of 255. Fainter strokes are not searched for in any frame.
 */
const LEAST_DIFFERENCE = 20 / 255;
/** Fewer other pixels in a block are no letter. */
const LEAST_PIXELS = 4;
/** Of each block so many contents are kept beside the first: the latest, as neighbours are most alike. */
const MOST_CONTENTS = 6;

/** What of a clip was searched: the contents of every block. */
export class ClipCoverage {
  readonly #image: SourceImage;
  readonly #difference: number;
  /** By the number of the block; all as long as the block has samples. */
  readonly #contents = new Map<number, readonly StoredValues[]>();

  /** @param first a frame of the clip: all have its size */
  constructor(first: SourceImage) {
    const range = fullRange(first.pixels);
    const { window } = first;
    const width = window === undefined ? Infinity : window.upper - window.lower;
    this.#image = first;
    this.#difference = LEAST_DIFFERENCE * Math.min(range.upper - range.lower, width > 0 ? width : Infinity);
  }

  /** The blocks of a frame that equal, at their place, no block that was searched. */
  unsearched(pixels: StoredValues): readonly PixelBox[] {
    return this.#boxes().filter((box, block) => {
      const content = this.#cut(pixels, box);
      return (this.#contents.get(block) ?? []).every((searched) => !this.#isEqual(content, searched));
    });
  }

  /** Counts blocks of a frame as searched. */
  add(pixels: StoredValues, boxes: readonly PixelBox[]): void {
    const searched = new Set(boxes.map((box) => this.#blockAt(box)));
    for (const [block, box] of this.#boxes().entries()) {
      if (!searched.has(block)) continue;
      const contents = [...(this.#contents.get(block) ?? []), this.#cut(pixels, box)];
      this.#contents.set(block, [...contents.slice(0, 1), ...contents.slice(1).slice(-MOST_CONTENTS)]);
    }
  }

  #blockAt([x, y]: PixelBox): number {
    return (y / BLOCK) * Math.ceil(this.#image.columns / BLOCK) + x / BLOCK;
  }

  #boxes(): readonly PixelBox[] {
    const { rows, columns } = this.#image;
    const [down, across] = [Math.ceil(rows / BLOCK), Math.ceil(columns / BLOCK)];
    return Array.from({ length: down * across }, (_, block): PixelBox => {
      const [x, y] = [(block % across) * BLOCK, Math.floor(block / across) * BLOCK];
      return [x, y, Math.min(x + BLOCK, columns), Math.min(y + BLOCK, rows)];
    });
  }

  #cut(pixels: StoredValues, [x0, y0, x1, y1]: PixelBox): StoredValues {
    const { columns, samplesPerPixel } = this.#image;
    const length = (x1 - x0) * samplesPerPixel;
    const content = pixels.slice(0, length * (y1 - y0));
    for (let y = y0; y < y1; y += 1) {
      const from = (y * columns + x0) * samplesPerPixel;
      content.set(pixels.subarray(from, from + length), (y - y0) * length);
    }
    return content;
  }

  #isEqual(a: StoredValues, b: StoredValues): boolean {
    const { samplesPerPixel } = this.#image;
    let others = 0;
    for (let pixel = 0; pixel < a.length; pixel += samplesPerPixel) {
      let alike = 0;
      for (let i = pixel; i < pixel + samplesPerPixel; i += 1) {
        // What is no number is like nothing.
        if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) < this.#difference) alike += 1;
      }
      if (alike < samplesPerPixel) others += 1;
      if (others >= LEAST_PIXELS) return false;
    }
    return true;
  }
}

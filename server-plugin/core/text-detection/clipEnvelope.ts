import { fullRange } from './rendering.ts';
import type { SourceImage, StoredValues } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

/** Frames are compared by blocks of this many pixels a side. */
const BLOCK = 32;
/** A value has changed if it differs by more than this share of the range of the values: less is noise of lossy compression. */
const TOLERANCE = 0.12;
/** In a block that stood still so many changed samples are news: fewer than the smallest letter has … */
const STILL_SAMPLES = 8;
/** … and this share of them in a block that moves, more than speckle changes and less than a word. */
const MOVING_SHARE = 0.08;

/** What the searched frames of a clip have shown at every sample. */
export interface ClipEnvelope {
  readonly add: (pixels: StoredValues) => void;
  /** The part of a frame that shows what no searched frame has shown; null where there is none. */
  readonly news: (pixels: StoredValues) => Tile | null;
}

/** @param first the first searched frame; all others have its size */
export const clipEnvelope = (first: SourceImage): ClipEnvelope => {
  const { rows, columns, samplesPerPixel } = first;
  const range = fullRange(first.pixels);
  const tolerance = TOLERANCE * (range.upper - range.lower);
  const least = first.pixels.slice();
  const most = first.pixels.slice();

  const isNews = (pixels: StoredValues, left: number, top: number): boolean => {
    const right = Math.min(left + BLOCK, columns);
    const bottom = Math.min(top + BLOCK, rows);
    let changed = 0;
    let isStill = true;
    for (let y = top; y < bottom; y += 1) {
      for (
        let i = (y * columns + left) * samplesPerPixel;
        i < (y * columns + right) * samplesPerPixel;
        i += 1
      ) {
        const [low, high, value] = [least[i] ?? 0, most[i] ?? 0, pixels[i] ?? 0];
        if (high - low > tolerance) isStill = false;
        if (value > high + tolerance || value < low - tolerance) changed += 1;
      }
    }
    const samples = (right - left) * (bottom - top) * samplesPerPixel;
    return changed >= (isStill ? STILL_SAMPLES : MOVING_SHARE * samples);
  };

  return {
    add: (pixels) => {
      pixels.forEach((value, i) => {
        if (value < (least[i] ?? 0)) least[i] = value;
        if (value > (most[i] ?? 0)) most[i] = value;
      });
    },
    news: (pixels) => {
      let [x0, y0, x1, y1] = [Infinity, Infinity, 0, 0];
      for (let y = 0; y < rows; y += BLOCK) {
        for (let x = 0; x < columns; x += BLOCK) {
          if (!isNews(pixels, x, y)) continue;
          [x0, y0] = [Math.min(x0, x - BLOCK), Math.min(y0, y - BLOCK)];
          [x1, y1] = [Math.max(x1, x + 2 * BLOCK), Math.max(y1, y + 2 * BLOCK)];
        }
      }
      if (x0 > x1) return null;
      const [left, top] = [Math.max(x0, 0), Math.max(y0, 0)];
      return { x: left, y: top, width: Math.min(x1, columns) - left, height: Math.min(y1, rows) - top };
    },
  };
};

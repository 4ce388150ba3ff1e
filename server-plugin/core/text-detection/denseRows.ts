import { componentsAbove } from './components.ts';
import type { PixelMap } from './connectedRuns.ts';
import type { Point } from './detectedText.ts';
import { minimumRectangle } from './minimumRectangle.ts';
import type { Finding } from './passes.ts';
import { areaOf, holdsPoint, scaledDown, type Rectangle } from './rectangle.ts';

/** The density of strokes is looked at in blocks of so many pixels a side. */
const BLOCK = 2;
/** Brighter strokes count as this: a speck is as dense as a letter otherwise. */
const MOST_STROKE = 160;
/** In blocks, on each side: strokes that are this near melt into one line … */
const NEAR = 1;
/** … which stands out of what is around it as far as this. */
const AROUND = 8;
/** By how much a line is denser than what is around it, in mean deviations of that: words and parts of them, in weak and strong speckle. */
const DENSITIES = [1.7, 2.2, 3] as const;
/** Units of the map of densities, for a mean deviation. */
const UNIT = 32;
/** Added to the mean deviation, in grey levels: on a quiet ground everything stands out. */
const QUIET = 3;
/** Of a line, in image pixels. */
const LEAST_HEIGHT = 5;
const MOST_HEIGHT = 30;
/** Length in heights. */
const LEAST_LENGTH = 1.7;
const MOST_LENGTH = 24;
/** A line fills its rectangle by this share, a rim does not. */
const LEAST_FILLED = 0.35;
/** Smaller shapes are speckle, in blocks. */
const LEAST_PIXELS = 4;
/** Words of a line are this near to each other, in heights … */
const MOST_GAP = 1.5;
/** … and together hardly higher than one of them. */
const MOST_BENT = 1.5;
/** More are a texture, and are no words. */
const MOST_BLOBS = 400;
/** Bounds the time spent on textures; the largest come first. */
const MOST_ROWS = 12;

/** The mean of what is around every place, up to `reach` in each direction. */
const blurred = (source: Float32Array, width: number, height: number, reach: number): Float32Array => {
  const across = new Float32Array(source.length);
  const inside = (at: number, most: number): number => Math.min(Math.max(at, 0), most - 1);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let sum = 0;
    for (let x = -reach; x <= reach; x += 1) sum += source[row + inside(x, width)] ?? 0;
    for (let x = 0; x < width; x += 1) {
      across[row + x] = sum;
      sum +=
        (source[row + inside(x + reach + 1, width)] ?? 0) - (source[row + inside(x - reach, width)] ?? 0);
    }
  }
  const mean = new Float32Array(source.length);
  const sums = new Float32Array(width);
  for (let y = -reach; y <= reach; y += 1) {
    const row = inside(y, height) * width;
    for (let x = 0; x < width; x += 1) sums[x] = (sums[x] ?? 0) + (across[row + x] ?? 0);
  }
  const count = (2 * reach + 1) ** 2;
  for (let y = 0; y < height; y += 1) {
    const [next, last] = [inside(y + reach + 1, height) * width, inside(y - reach, height) * width];
    for (let x = 0; x < width; x += 1) {
      mean[y * width + x] = (sums[x] ?? 0) / count;
      sums[x] = (sums[x] ?? 0) + (across[next + x] ?? 0) - (across[last + x] ?? 0);
    }
  }
  return mean;
};

/** Strokes by blocks: their mean. */
const byBlocks = (strokes: Uint8Array, width: number, columns: number, rows: number): Float32Array => {
  const blocks = new Float32Array(columns * rows);
  for (let y = 0; y < rows * BLOCK; y += 1) {
    const row = Math.floor(y / BLOCK) * columns;
    for (let x = 0; x < columns * BLOCK; x += 1) {
      const at = row + Math.floor(x / BLOCK);
      blocks[at] = (blocks[at] ?? 0) + Math.min(strokes[y * width + x] ?? 0, MOST_STROKE) / BLOCK ** 2;
    }
  }
  return blocks;
};

/** How much denser strokes stand in every block than around it, in `UNIT`s of a mean deviation. */
const densities = (strokes: Uint8Array, width: number, height: number): PixelMap => {
  const [columns, rows] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)];
  const near = blurred(byBlocks(strokes, width, columns, rows), columns, rows, NEAR);
  const around = blurred(near, columns, rows, AROUND);
  const deviations = blurred(
    near.map((value, i) => Math.abs(value - (around[i] ?? 0))),
    columns,
    rows,
    AROUND,
  );
  const data = new Uint8Array(near.length);
  for (let i = 0; i < data.length; i += 1) {
    const excess = (near[i] ?? 0) - (around[i] ?? 0);
    data[i] = Math.min(Math.max((UNIT * excess) / ((deviations[i] ?? 0) + QUIET), 0), 255);
  }
  return { width: columns, height: rows, data };
};

/** What hangs together in the map of densities, in blocks. */
interface Blob {
  readonly outline: readonly Point[];
  readonly pixels: number;
  readonly rectangle: Rectangle;
}

const blobOf = (outline: readonly Point[], pixels: number): Blob => ({
  outline,
  pixels,
  rectangle: minimumRectangle(outline),
});

const lengthOf = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.max(halfLength, halfHeight);
const heightOf = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.min(halfLength, halfHeight);

/** Both as one, where one goes on from the other in a line; null where it does not. */
const chained = (a: Blob, b: Blob): Blob | null => {
  const higher = Math.max(heightOf(a.rectangle), heightOf(b.rectangle));
  const reach = (lengthOf(a.rectangle) + lengthOf(b.rectangle)) / 2 + MOST_GAP * higher;
  const isNear = Math.hypot(a.rectangle.x - b.rectangle.x, a.rectangle.y - b.rectangle.y) <= reach;
  if (!isNear) return null;
  const both = blobOf([...a.outline, ...b.outline], a.pixels + b.pixels);
  const gap = lengthOf(both.rectangle) - lengthOf(a.rectangle) - lengthOf(b.rectangle);
  return heightOf(both.rectangle) <= MOST_BENT * higher && gap <= MOST_GAP * higher ? both : null;
};

/** Words as lines, the largest first. */
const chains = (blobs: readonly Blob[]): readonly Blob[] => {
  const lines: Blob[] = [];
  const rest = blobs.toSorted((a, b) => b.pixels - a.pixels);
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    let line = next;
    for (let at = 0; at < rest.length; at += 1) {
      const other = rest[at];
      const both = other === undefined ? null : chained(line, other);
      if (both === null) continue;
      line = both;
      rest.splice(at, 1);
      at = -1;
    }
    lines.push(line);
  }
  return lines;
};

const isRow = (row: Rectangle): boolean => {
  const [length, height] = [lengthOf(row), heightOf(row)];
  return (
    height >= LEAST_HEIGHT &&
    height <= MOST_HEIGHT &&
    length >= LEAST_LENGTH * height &&
    length <= MOST_LENGTH * height
  );
};

/**
 * Lines that strokes make where they stand denser than around them, in whatever direction: in speckle neither the detector sees small
 * type, nor do its letters stand free, but its lines stand out. In pixels of the picture that the strokes are of.
 */
export const denseRows = (
  strokes: Uint8Array,
  width: number,
  height: number,
  found: readonly Finding[],
): readonly Rectangle[] => {
  const map = densities(strokes, width, height);
  return DENSITIES.flatMap((density) => {
    const blobs = componentsAbove(map, UNIT * density).flatMap(({ outline, pixels }): Blob[] => {
      if (pixels < LEAST_PIXELS) return [];
      const blob = blobOf(outline, pixels);
      const { x, y } = scaledDown(blob.rectangle, 1 / BLOCK);
      return found.some(({ rectangle }) => holdsPoint(rectangle, x, y)) ? [] : [blob];
    });
    return blobs.length > MOST_BLOBS ? blobs : chains(blobs);
  })
    .toSorted((a, b) => b.pixels - a.pixels)
    .flatMap(({ rectangle, pixels }) => {
      const row = scaledDown(rectangle, 1 / BLOCK);
      return pixels >= LEAST_FILLED * areaOf(rectangle) && isRow(row) ? [row] : [];
    })
    .slice(0, MOST_ROWS);
};

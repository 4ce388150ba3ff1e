import type { ByteImage } from './byteImage.ts';
import { componentsAbove } from './components.ts';
import type { PixelMap } from './connectedRuns.ts';
import type { Point } from './detectedText.ts';
import { shareInside } from './mergeTexts.ts';
import { convexHull, rectangleAroundHull } from './minimumRectangle.ts';
import type { Finding } from './passes.ts';
import { areaOf, onItsSide, scaledDown, type Rectangle } from './rectangle.ts';
import { isCrossedByStrokes } from './rowProfile.ts';
import { SpareMemory } from './spareMemory.ts';

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
const QUIET = 0.7;
/** Of a line, in image pixels. */
const LEAST_HEIGHT = 5;
const MOST_HEIGHT = 30;
/** Length in heights. */
const LEAST_LENGTH = 1.7;
const MOST_LENGTH = 24;
/** A line fills its rectangle by this share, a rim does not. */
const LEAST_FILLED = 0.35;
/** A blob of which so much lies in a finding was found. */
const FOUND_SHARE = 0.7;
/** Smaller shapes are speckle, in blocks. */
const LEAST_PIXELS = 4;
/** Words of a line are this near to each other, in heights … */
const MOST_GAP = 1.5;
/** … and together hardly higher than one of them. */
const MOST_BENT = 1.5;
/** More are a texture, and are no words. */
const MOST_BLOBS = 400;
/** Bounds the time spent on textures; the largest come first. */
const MOST_ROWS = 6;

/** A map of numbers, row by row. */
type Numbers = Float32Array;

/**
 * The mean of what is around every place, up to `reach` in each direction; what is beyond the edge is as what is at it.
 * @param across holds anything; the sums of the rows afterwards
 * @param mean where the result goes; it may be `source`
 */
const blur = (
  source: Numbers,
  [width, height]: readonly [number, number],
  reach: number,
  across: Numbers,
  mean: Numbers,
): void => {
  const [lastColumn, lastRow] = [width - 1, height - 1];
  for (let start = 0; start < source.length; start += width) {
    let sum = 0;
    for (let x = -reach; x <= reach; x += 1) sum += source[start + Math.min(Math.max(x, 0), lastColumn)] ?? 0;
    const last = start + lastColumn;
    for (let at = start; at <= last; at += 1) {
      across[at] = sum;
      sum += (source[Math.min(at + reach + 1, last)] ?? 0) - (source[Math.max(at - reach, start)] ?? 0);
    }
  }
  const sums = new Float64Array(width);
  for (let y = -reach; y <= reach; y += 1) {
    const start = Math.min(Math.max(y, 0), lastRow) * width;
    for (let x = 0; x < width; x += 1) sums[x] = (sums[x] ?? 0) + (across[start + x] ?? 0);
  }
  const share = 1 / (2 * reach + 1) ** 2;
  for (let y = 0; y < height; y += 1) {
    let next = Math.min(y + reach + 1, lastRow) * width;
    let last = Math.max(y - reach, 0) * width;
    for (let x = 0; x < width; x += 1) {
      const sum = sums[x] ?? 0;
      mean[y * width + x] = sum * share;
      sums[x] = sum + (across[next++] ?? 0) - (across[last++] ?? 0);
    }
  }
};

/** Strokes by blocks: their mean. @param blocks where it goes */
const meanByBlocks = (strokes: Uint8Array, width: number, columns: number, blocks: Numbers): void => {
  blocks.fill(0);
  for (let row = 0, y = 0; row < blocks.length; y += 1) {
    let at = y * width;
    for (let block = row; block < row + columns; block += 1) {
      let sum = 0;
      for (const end = at + BLOCK; at < end; at += 1) sum += Math.min(strokes[at] ?? 0, MOST_STROKE);
      blocks[block] = (blocks[block] ?? 0) + sum / BLOCK ** 2;
    }
    if (y % BLOCK === BLOCK - 1) row += columns;
  }
};

const spare = new SpareMemory();

/** How much denser strokes stand in every block than around it, in `UNIT`s of a mean deviation. */
const densities = (strokes: Uint8Array, width: number, height: number): PixelMap => {
  const size = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)] as const;
  const count = size[0] * size[1];
  const memory = spare.take(4 * count * Float32Array.BYTES_PER_ELEMENT);
  const numbers = (place: number): Numbers =>
    new Float32Array(memory, place * count * Float32Array.BYTES_PER_ELEMENT, count);
  const [near, around, deviations, across] = [numbers(0), numbers(1), numbers(2), numbers(3)];
  meanByBlocks(strokes, width, size[0], near);
  blur(near, size, NEAR, across, near);
  blur(near, size, AROUND, across, around);
  for (let i = 0; i < count; i += 1) deviations[i] = Math.abs((near[i] ?? 0) - (around[i] ?? 0));
  blur(deviations, size, AROUND, across, deviations);
  const data = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const excess = (near[i] ?? 0) - (around[i] ?? 0);
    data[i] = Math.min(Math.max((UNIT * excess) / ((deviations[i] ?? 0) + QUIET), 0), 255);
  }
  spare.giveBack(memory);
  return { width: size[0], height: size[1], data };
};

/** What hangs together in the map of densities, in blocks. */
interface Blob {
  readonly hull: readonly Point[];
  readonly pixels: number;
  readonly rectangle: Rectangle;
}

const blobOf = (points: readonly Point[], pixels: number): Blob => {
  const hull = convexHull(points);
  return { hull, pixels, rectangle: rectangleAroundHull(hull) };
};

const lengthOf = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.max(halfLength, halfHeight);
const heightOf = ({ halfLength, halfHeight }: Rectangle): number => 2 * Math.min(halfLength, halfHeight);

/** Both as one, where one goes on from the other in a line; null where it does not. */
const chained = (a: Blob, b: Blob): Blob | null => {
  const higher = Math.max(heightOf(a.rectangle), heightOf(b.rectangle));
  const reach = (lengthOf(a.rectangle) + lengthOf(b.rectangle)) / 2 + MOST_GAP * higher;
  const isNear = Math.hypot(a.rectangle.x - b.rectangle.x, a.rectangle.y - b.rectangle.y) <= reach;
  if (!isNear) return null;
  const both = blobOf([...a.hull, ...b.hull], a.pixels + b.pixels);
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

const lengthwise = (row: Rectangle): Rectangle => (row.halfHeight > row.halfLength ? onItsSide(row) : row);

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
 * type, nor do its letters stand free, but its lines stand out. In pixels of the picture.
 * @param strokes of the picture, a byte a pixel
 */
export const denseRows = (
  picture: ByteImage,
  strokes: Uint8Array,
  found: readonly Finding[],
): readonly Rectangle[] => {
  const map = densities(strokes, picture.width, picture.height);
  return DENSITIES.flatMap((density) => {
    const blobs = componentsAbove(map, UNIT * density).flatMap(({ outline, pixels }): Blob[] => {
      if (pixels < LEAST_PIXELS) return [];
      const blob = blobOf(outline, pixels);
      const place = scaledDown(blob.rectangle, 1 / BLOCK);
      return found.some(({ rectangle }) => shareInside(place, rectangle) >= FOUND_SHARE) ? [] : [blob];
    });
    return blobs.length > MOST_BLOBS ? blobs : chains(blobs);
  })
    .toSorted((a, b) => b.pixels - a.pixels)
    .flatMap(({ rectangle, pixels }) => {
      const row = scaledDown(rectangle, 1 / BLOCK);
      const isFilled = pixels >= LEAST_FILLED * areaOf(rectangle);
      return isFilled && isRow(row) && isCrossedByStrokes(picture, lengthwise(row)) ? [row] : [];
    })
    .slice(0, MOST_ROWS);
};

import type { ByteImage } from './byteImage.ts';
import type { Tile } from './tiles.ts';

/** Parts are judged by blocks of this many pixels a side. */
const BLOCK = 32;
/** A block whose grey levels differ by less shows nothing, in levels of 255. */
const LEAST_RANGE = 10;

const isActive = ({ width, channels, data }: ByteImage, block: Tile): boolean => {
  for (let c = 0; c < channels; c += 1) {
    let [least, most] = [255, 0];
    for (let y = block.y; y < block.y + block.height; y += 1) {
      const start = (y * width + block.x) * channels + c;
      for (let at = start; at < start + block.width * channels; at += channels) {
        const value = data[at] ?? 0;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
    if (most - least >= LEAST_RANGE) return true;
  }
  return false;
};

/**
 * The part of a tile that holds anything at all, with a block of ground around it; null where nothing does. Half of many
 * radiographs is flat ground, which costs as much to search as anatomy does.
 */
export const activeArea = (image: ByteImage, tile: Tile): Tile | null => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const [endX, endY] = [tile.x + tile.width, tile.y + tile.height];
  for (let y = tile.y; y < endY; y += BLOCK) {
    for (let x = tile.x; x < endX; x += BLOCK) {
      const block = { x, y, width: Math.min(BLOCK, endX - x), height: Math.min(BLOCK, endY - y) };
      if (!isActive(image, block)) continue;
      [left, right] = [Math.min(left, x - BLOCK), Math.max(right, x + 2 * BLOCK)];
      [top, bottom] = [Math.min(top, y - BLOCK), Math.max(bottom, y + 2 * BLOCK)];
    }
  }
  if (left > right) return null;
  const [x, y] = [Math.max(left, tile.x), Math.max(top, tile.y)];
  return { x, y, width: Math.min(right, endX) - x, height: Math.min(bottom, endY) - y };
};

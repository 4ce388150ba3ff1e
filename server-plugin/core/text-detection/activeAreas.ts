import type { ByteImage } from './byteImage.ts';
import type { Strokes } from './strokes.ts';
import type { Tile } from './tiles.ts';

/** Parts are judged by blocks of this many pixels a side. */
const BLOCK = 32;
/** A block holds strokes where this many pixels … */
const LEAST_PIXELS = 6;
/** … stand out by this much, in grey levels of 255. */
const LEAST_CONTRAST = 20;
/** Letters with thicker strokes than those looked for differ from their ground by more. */
const LEAST_RANGE = 100;

const isActive = (
  { width, channels, data }: ByteImage,
  { bright, dark }: Strokes,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean => {
  let pixels = 0;
  let [least, most] = [255, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) {
      if ((bright[at] ?? 0) >= LEAST_CONTRAST || (dark[at] ?? 0) >= LEAST_CONTRAST) pixels += 1;
      const value = data[at * channels] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (pixels >= LEAST_PIXELS || most - least >= LEAST_RANGE) return true;
  }
  return false;
};

/** Boxes of blocks: [x0, y0, x1, y1], ends excluded. */
type Blocks = readonly [x0: number, y0: number, x1: number, y1: number];

const overlap = (a: Blocks, b: Blocks): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Boxes that overlap become one around both, until none do. */
const joined = (boxes: readonly Blocks[]): readonly Blocks[] => {
  const out: Blocks[] = [];
  for (const box of boxes) {
    let grown = box;
    for (let place = 0; place < out.length;) {
      const other = out[place];
      if (other === undefined || !overlap(grown, other)) {
        place += 1;
        continue;
      }
      out.splice(place, 1);
      grown = [
        Math.min(grown[0], other[0]),
        Math.min(grown[1], other[1]),
        Math.max(grown[2], other[2]),
        Math.max(grown[3], other[3]),
      ];
      place = 0;
    }
    out.push(grown);
  }
  return out;
};

/** Rectangles around `boxes`, in pixels of a picture, none overlapping another; each is `margin` pixels larger on its sides. */
export const areasAround = (
  boxes: readonly Blocks[],
  margin: number,
  { width, height }: Pick<ByteImage, 'width' | 'height'>,
): readonly Tile[] =>
  joined(
    boxes.map(([x0, y0, x1, y1]): Blocks => [
      Math.max(Math.floor(x0) - margin, 0),
      Math.max(Math.floor(y0) - margin, 0),
      Math.min(Math.ceil(x1) + margin, width),
      Math.min(Math.ceil(y1) + margin, height),
    ]),
  ).map(([x0, y0, x1, y1]) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));

/** The least and the greatest value of every channel in every block: two bytes a channel, row by row. */
const blockRanges = ({ width, height, channels, data }: ByteImage): Uint8Array => {
  const across = Math.ceil(width / BLOCK);
  const ranges = new Uint8Array(2 * channels * across * Math.ceil(height / BLOCK));
  for (let i = 0; i < ranges.length; i += 2) ranges[i] = 255;
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / BLOCK) * across;
    for (let x = 0; x < width; x += 1) {
      const block = 2 * channels * (row + Math.floor(x / BLOCK));
      for (let place = block; place < block + 2 * channels; place += 2) {
        const value = data[at++] ?? 0;
        if (value < (ranges[place] ?? 0)) ranges[place] = value;
        if (value > (ranges[place + 1] ?? 0)) ranges[place + 1] = value;
      }
    }
  }
  return ranges;
};

/**
 * The parts of a picture that may hold strokes, found much faster than those that do: where nothing in a block and in those around it
 * differs by as much as a stroke, none can stand out.
 */
export const unquietAreas = (picture: ByteImage, margin: number): readonly Tile[] => {
  const { width, height, channels } = picture;
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const ranges = blockRanges(picture);
  const isQuiet = (column: number, row: number, channel: number): boolean => {
    let [least, most] = [255, 0];
    for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, down - 1); y += 1) {
      for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, across - 1); x += 1) {
        const place = 2 * (channels * (y * across + x) + channel);
        least = Math.min(least, ranges[place] ?? 0);
        most = Math.max(most, ranges[place + 1] ?? 0);
      }
    }
    return most - least < LEAST_CONTRAST;
  };
  const boxes: Blocks[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let channel = 0;
      while (channel < channels && isQuiet(column, row, channel)) channel += 1;
      if (channel === channels) continue;
      const [x, y] = [column * BLOCK, row * BLOCK];
      boxes.push([x, y, Math.min(x + BLOCK, width), Math.min(y + BLOCK, height)]);
    }
  }
  return areasAround(boxes, margin, picture);
};

/**
 * The parts of a picture that hold strokes, with a block of ground around them. Most of a radiograph is smooth, and most of an
 * ultrasound screen black: it would cost as much to search as text does.
 */
export const activeAreas = (picture: ByteImage, strokes: Strokes): readonly Tile[] => {
  const { width, height } = picture;
  const boxes: Blocks[] = [];
  for (let y = 0; y < height; y += BLOCK) {
    // A run of active blocks at a time.
    let start = -1;
    for (let x = 0; x < width + BLOCK; x += BLOCK) {
      const end = Math.min(x + BLOCK, width);
      const active = x < width && isActive(picture, strokes, x, y, end, Math.min(y + BLOCK, height));
      if (active && start < 0) start = x;
      if (active || start < 0) continue;
      boxes.push([start, y, Math.min(x, width), Math.min(y + BLOCK, height)]);
      start = -1;
    }
  }
  return areasAround(boxes, BLOCK, picture);
};

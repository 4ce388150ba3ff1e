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

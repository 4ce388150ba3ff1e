import { areasAround } from './activeAreas.ts';
import type { ByteImage } from './byteImage.ts';
import type { Finding } from './passes.ts';
import { grown, holdsPoint } from './rectangle.ts';
import type { Strokes } from './strokes.ts';
import type { Tile } from './tiles.ts';

/** Parts are judged by blocks of this many pixels a side. */
const BLOCK = 16;
/** The mean level of a dark block, of 255, is below this … */
const DARK = 48;
/** … and faint type stands in it where so many pixels … */
const LEAST_PIXELS = 8;
/** … stand out by this much, in grey levels, but less … */
const LEAST_CONTRAST = 8;
/** … than what is seen without brightening, … */
const CLEAR_CONTRAST = 60;
/** … of which there are fewer, and fewer than these. */
const MOST_CLEAR_PIXELS = 10;
/** What is around a text, in image pixels, helps the detector to see it. */
const MARGIN = 16;

/** Bounds the time spent on noise, as a share of the picture; the smallest parts come first. */
const MOST_SHARE = 0.2;

/** The square root of every level: dark ones are drawn apart. */
const ROOTS = Uint8Array.from({ length: 256 }, (_, level) => Math.round(Math.sqrt(255 * level)));

/** The picture with its dark levels drawn apart. */
export const brightened = (picture: ByteImage): ByteImage => {
  const data = new Uint8Array(picture.data.length);
  for (let i = 0; i < data.length; i += 1) data[i] = ROOTS[picture.data[i] ?? 0] ?? 0;
  return { ...picture, data };
};

const holdsFaintStrokes = (
  { width, channels, data }: ByteImage,
  bright: Uint8Array,
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean => {
  let [sum, faint, clear] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) {
      const stroke = bright[at] ?? 0;
      if (stroke >= CLEAR_CONTRAST) clear += 1;
      else if (stroke >= LEAST_CONTRAST) faint += 1;
      sum += data[at * channels] ?? 0;
    }
  }
  const isFaint = faint >= LEAST_PIXELS && faint > clear && clear < MOST_CLEAR_PIXELS;
  return isFaint && sum < DARK * (right - left) * (bottom - top);
};

/**
 * The dark parts of a picture that hold faint strokes: the detector sees nothing there that is not brightened. What is faint in a text
 * that was found, or beside it, is what compression left around its letters.
 */
export const faintAreas = (
  picture: ByteImage,
  { bright }: Strokes,
  found: readonly Finding[],
): readonly Tile[] => {
  const { width, height } = picture;
  const texts = found.map(({ rectangle }) => grown(rectangle, BLOCK / 2));
  const boxes: (readonly [number, number, number, number])[] = [];
  for (let y = 0; y < height; y += BLOCK) {
    for (let x = 0; x < width; x += BLOCK) {
      const block = [x, y, Math.min(x + BLOCK, width), Math.min(y + BLOCK, height)] as const;
      const isFound = texts.some((text) => holdsPoint(text, x + BLOCK / 2, y + BLOCK / 2));
      if (!isFound && holdsFaintStrokes(picture, bright, block)) boxes.push(block);
    }
  }
  let left = MOST_SHARE * width * height;
  return areasAround(boxes, MARGIN, picture)
    .toSorted((a, b) => a.width * a.height - b.width * b.height)
    .filter((area) => {
      left -= area.width * area.height;
      return left >= 0;
    });
};

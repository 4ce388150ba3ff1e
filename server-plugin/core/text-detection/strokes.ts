import type { ByteImage } from './byteImage.ts';

/** Strokes up to this many pixels thick stand out: letters of up to 60 pixels, bold ones of up to 40. */
const WINDOW = 15;
const RADIUS = (WINDOW - 1) / 2;

type Extreme = (a: number, b: number) => number;

/** The extreme of every window along the rows, with rows and columns exchanged (van Herk's block method). */
const extremesTransposed = (
  data: Uint8Array,
  width: number,
  height: number,
  extreme: Extreme,
): Uint8Array => {
  const target = new Uint8Array(data.length);
  const length = Math.ceil((width + 2 * RADIUS) / WINDOW) * WINDOW;
  const line = new Uint8Array(length);
  const forward = new Uint8Array(length);
  const backward = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width);
    line.fill(row[0] ?? 0, 0, RADIUS).fill(row[width - 1] ?? 0, RADIUS + width);
    line.set(row, RADIUS);
    for (let i = 0; i < length; i += 1) {
      const value = line[i] ?? 0;
      forward[i] = i % WINDOW === 0 ? value : extreme(forward[i - 1] ?? 0, value);
    }
    for (let i = length - 1; i >= 0; i -= 1) {
      const value = line[i] ?? 0;
      backward[i] = (i + 1) % WINDOW === 0 ? value : extreme(backward[i + 1] ?? 0, value);
    }
    for (let x = 0; x < width; x += 1) {
      target[x * height + y] = extreme(backward[x] ?? 0, forward[x + WINDOW - 1] ?? 0);
    }
  }
  return target;
};

const extremes = (data: Uint8Array, width: number, height: number, extreme: Extreme): Uint8Array =>
  extremesTransposed(extremesTransposed(data, width, height, extreme), height, width, extreme);

/** The brightest channel of every pixel: coloured overlays are as bright as white ones. */
const brightest = ({ channels, data }: ByteImage): Uint8Array =>
  channels === 1
    ? data
    : Uint8Array.from({ length: data.length / 3 }, (_, i) =>
        Math.max(data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0),
      );

/** How much every pixel rises above its surroundings, thin bright shapes only: the white top-hat. */
export const strokesOf = (picture: ByteImage): Uint8Array => {
  const { width, height } = picture;
  const level = brightest(picture);
  const opened = extremes(extremes(level, width, height, Math.min), width, height, Math.max);
  return level.map((value, i) => value - (opened[i] ?? 0));
};

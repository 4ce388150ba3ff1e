import type { Point } from './detectedText.ts';
import type { Rectangle } from './rectangle.ts';
import type { Tile } from './tiles.ts';

/** An 8-bit picture as the models see it: `channels` bytes a pixel, RGB order, row by row. */
export interface ByteImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
  /** Width × height of the frame that it shows a part of. @default its own */
  readonly frameArea?: number;
}

/** The negative. The detector was trained on dark print on white paper and sees bright overlays better that way. */
export const negative = (image: ByteImage): ByteImage => {
  const data = new Uint8Array(image.data.length);
  for (let i = 0; i < data.length; i += 1) data[i] = 255 - (image.data[i] ?? 0);
  return { ...image, data };
};

/** The part of a picture. */
export const cropped = ({ width, channels, data }: ByteImage, part: Tile): ByteImage => {
  const length = part.width * channels;
  const out = new Uint8Array(length * part.height);
  for (let row = 0; row < part.height; row += 1) {
    const from = ((part.y + row) * width + part.x) * channels;
    out.set(data.subarray(from, from + length), row * length);
  }
  return { width: part.width, height: part.height, channels, data: out };
};

/** Source positions and weights of a linear interpolation between pixel centres. */
const interpolation = (
  from: number,
  to: number,
): { readonly low: Int32Array; readonly high: Int32Array; readonly weight: Float32Array } => {
  const low = new Int32Array(to);
  const high = new Int32Array(to);
  const weight = new Float32Array(to);
  for (let i = 0; i < to; i += 1) {
    const position = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    low[i] = Math.floor(position);
    high[i] = Math.min(Math.floor(position) + 1, from - 1);
    weight[i] = position - Math.floor(position);
  }
  return { low, high, weight };
};

/** Bilinear resampling that keeps edge coordinates: (0, 0) stays, (width, height) goes to the new corner. */
export const resized = (image: ByteImage, width: number, height: number): ByteImage => {
  const { channels, data } = image;
  const across = interpolation(image.width, width);
  const down = interpolation(image.height, height);
  const stride = image.width * channels;
  const length = width * channels;
  const target = new Uint8Array(length * height);
  let [above, below] = [new Float64Array(length), new Float64Array(length)];
  let [rowAbove, rowBelow] = [-1, -1];

  /** A row of the image at the new width. */
  const stretch = (row: number, into: Float64Array): void => {
    const start = row * stride;
    let at = 0;
    for (let x = 0; x < width; x += 1) {
      const left = start + (across.low[x] ?? 0) * channels;
      const right = start + (across.high[x] ?? 0) * channels;
      const wx = across.weight[x] ?? 0;
      for (let c = 0; c < channels; c += 1)
        into[at++] = (data[left + c] ?? 0) * (1 - wx) + (data[right + c] ?? 0) * wx;
    }
  };

  for (let y = 0; y < height; y += 1) {
    const [top, bottom, wy] = [down.low[y] ?? 0, down.high[y] ?? 0, down.weight[y] ?? 0];
    if (top === rowBelow) [above, below, rowAbove, rowBelow] = [below, above, rowBelow, rowAbove];
    if (top !== rowAbove) stretch(top, above);
    if (bottom !== rowBelow) stretch(bottom, below);
    [rowAbove, rowBelow] = [top, bottom];
    const start = y * length;
    for (let i = 0; i < length; i += 1)
      target[start + i] = (above[i] ?? 0) * (1 - wy) + (below[i] ?? 0) * wy + 0.5;
  }
  return { width, height, channels, data: target };
};

/** Turned by 90° clockwise: (x, y) goes to (height − y, x). */
export const quarterTurned = ({ width, height, channels, data }: ByteImage): ByteImage => {
  const turned = new Uint8Array(data.length);
  let to = 0;
  for (let x = 0; x < width; x += 1) {
    for (let y = height - 1; y >= 0; y -= 1) {
      const from = (y * width + x) * channels;
      for (let c = 0; c < channels; c += 1) turned[to++] = data[from + c] ?? 0;
    }
  }
  return { width: height, height: width, channels, data: turned };
};

/**
 * The levels at places along a line: bilinear, the edge repeated outside. A place is that of a pixel's centre.
 * @param start the first place
 * @param step from one place to the next
 * @param out channels × places: as many places as it has room for
 */
export const sampleAlong = (
  { width, height, channels, data }: ByteImage,
  start: Point,
  step: Point,
  out: Float64Array,
): void => {
  const [startX, startY] = start;
  const [stepX, stepY] = step;
  for (let place = 0, to = 0; to < out.length; place += 1) {
    const x = startX + place * stepX;
    const y = startY + place * stepY;
    const u = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
    const v = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
    const left = Math.floor(u);
    const top = Math.floor(v);
    const right = left < width - 1 ? channels : 0;
    const below = top < height - 1 ? width * channels : 0;
    const wx = u - left;
    const wy = v - top;
    const at = (top * width + left) * channels;
    for (let from = at; from < at + channels; from += 1) {
      const upper = (data[from] ?? 0) * (1 - wx) + (data[from + right] ?? 0) * wx;
      const lower = (data[from + below] ?? 0) * (1 - wx) + (data[from + below + right] ?? 0) * wx;
      out[to++] = upper * (1 - wy) + lower * wy;
    }
  }
};

/** What stands in a rectangle, turned so that its baseline is level, each pixel as `scale` by `scale` of them. */
export const turnedLevel = (image: ByteImage, rectangle: Rectangle, scale: number): ByteImage => {
  const { x, y, halfLength, halfHeight, angle } = rectangle;
  const [width, height] = [Math.ceil(2 * halfLength * scale), Math.ceil(2 * halfHeight * scale)];
  const { channels } = image;
  const data = new Uint8Array(width * height * channels);
  const levels = new Float64Array(width * channels);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = 0.5 / scale - halfLength;
  for (let row = 0; row < height; row += 1) {
    const across = (row + 0.5) / scale - halfHeight;
    const start: Point = [x + along * cos - across * sin - 0.5, y + along * sin + across * cos - 0.5];
    sampleAlong(image, start, [cos / scale, sin / scale], levels);
    data.set(levels, row * levels.length);
  }
  return { width, height, channels, data };
};

import { negative, type ByteImage } from './byteImage.ts';

/** Strokes up to this many pixels thick stand out: letters of up to 60 pixels, bold ones of up to 40. */
const WINDOW = 15;
/** Distances that double up to windows: 2, 4, 8 and, overlapping, WINDOW pixels. */
const DISTANCES = [1, 2, 4, WINDOW - 8] as const;

/** Every pixel becomes the darker of itself and the one (dx, dy) further; 0 where that lies outside. */
const darken = (data: Uint8Array, width: number, height: number, dx: number, dy: number): void => {
  const distance = dy * width + dx;
  for (let y = 0; y < height; y += 1) {
    const end = y < height - dy ? (y + 1) * width - dx : y * width;
    let at = y * width;
    for (; at < end; at += 1) {
      const other = data[at + distance] ?? 0;
      if (other < (data[at] ?? 0)) data[at] = other;
    }
    data.fill(0, at, (y + 1) * width);
  }
};

/** Every pixel becomes the brighter of itself and the one (dx, dy) before. */
const brighten = (data: Uint8Array, width: number, height: number, dx: number, dy: number): void => {
  const distance = dy * width + dx;
  for (let y = height - 1; y >= dy; y -= 1) {
    for (let at = (y + 1) * width - 1; at >= y * width + dx; at -= 1) {
      const other = data[at - distance] ?? 0;
      if (other > (data[at] ?? 0)) data[at] = other;
    }
  }
};

/** The morphological opening: every pixel takes the greatest minimum of the windows that hold it and lie inside the picture. */
const opened = (level: Uint8Array, width: number, height: number): Uint8Array => {
  const data = level.slice();
  for (const distance of DISTANCES) darken(data, width, height, distance, 0);
  for (const distance of DISTANCES) darken(data, width, height, 0, distance);
  for (const distance of DISTANCES) brighten(data, width, height, distance, 0);
  for (const distance of DISTANCES) brighten(data, width, height, 0, distance);
  return data;
};

/** Of every pixel the brightest channel, so that coloured overlays are as bright as white ones, or the negative of the darkest. */
const levelOf = (picture: ByteImage, isNegative: boolean): Uint8Array => {
  const { width, height, channels, data } = picture;
  const flip = isNegative ? 255 : 0;
  if (channels === 1) return isNegative ? negative(picture).data : data;
  const level = new Uint8Array(width * height);
  for (let i = 0; i < level.length; i += 1) {
    level[i] = Math.max(
      (data[3 * i] ?? 0) ^ flip,
      (data[3 * i + 1] ?? 0) ^ flip,
      (data[3 * i + 2] ?? 0) ^ flip,
    );
  }
  return level;
};

/** The white top-hat: how much every pixel rises above its surroundings, thin bright shapes only. */
const topHat = (level: Uint8Array, width: number, height: number): Uint8Array => {
  const ground = opened(level, width, height);
  for (let i = 0; i < ground.length; i += 1) ground[i] = (level[i] ?? 0) - (ground[i] ?? 0);
  return ground;
};

/** How far every pixel of a picture stands out from its surroundings, as part of a thin shape. */
export interface Strokes {
  readonly bright: Uint8Array;
  readonly dark: Uint8Array;
}

export const strokesOf = (picture: ByteImage): Strokes => {
  const { width, height } = picture;
  return {
    bright: topHat(levelOf(picture, false), width, height),
    dark: topHat(levelOf(picture, true), width, height),
  };
};

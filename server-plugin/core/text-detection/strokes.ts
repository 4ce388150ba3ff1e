import { negative, type ByteImage } from './byteImage.ts';
import { opened } from './opening.ts';

/** Strokes up to this many pixels thick stand out: letters of up to 60 pixels, bold ones of up to 40. */
const WINDOW = 15;
/** Distances that double up to windows: 2, 4, 8 and, overlapping, WINDOW pixels. */
const DISTANCES = [1, 2, 4, WINDOW - 8] as const;

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
  const ground = opened(level, width, height, DISTANCES);
  for (let i = 0; i < ground.length; i += 1) ground[i] = (level[i] ?? 0) - (ground[i] ?? 0);
  return ground;
};

/** Strokes are brighter than their surroundings, or darker. */
export const POLARITIES = ['bright', 'dark'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** How far every pixel of a picture stands out from its surroundings, as part of a thin shape. */
export type Strokes = Readonly<Record<Polarity, Uint8Array>>;

export const strokesOf = (picture: ByteImage): Strokes => {
  const { width, height } = picture;
  return {
    bright: topHat(levelOf(picture, false), width, height),
    dark: topHat(levelOf(picture, true), width, height),
  };
};

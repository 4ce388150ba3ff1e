import type { ByteImage } from './byteImage.ts';
import type { Tensor } from './tensor.ts';
import type { Tile } from './tiles.ts';

/** The detector halves its input five times. */
const SIZE_MULTIPLE = 32;
/** PP-OCR's means and deviations of ImageNet, applied in the order of its channels: blue, green, red. */
const CHANNELS = [
  { mean: 0.485, deviation: 0.229 },
  { mean: 0.456, deviation: 0.224 },
  { mean: 0.406, deviation: 0.225 },
] as const;

const roundedUp = (size: number): number => Math.ceil(size / SIZE_MULTIPLE) * SIZE_MULTIPLE;

/** What the detector is shown of a picture: the picture, or its negative. */
export interface ShownPicture {
  readonly image: ByteImage;
  readonly isNegative: boolean;
}

/** The detector's values of the 256 levels of each of its channels. */
const normalisedLevels = (isNegative: boolean): readonly Float32Array[] =>
  CHANNELS.map(({ mean, deviation }) =>
    Float32Array.from(
      { length: 256 },
      (_, level) => ((isNegative ? 255 - level : level) / 255 - mean) / deviation,
    ),
  );

const LEVELS = { negative: normalisedLevels(true), positive: normalisedLevels(false) };

/** How many numbers the detector's input for a tile has. */
export const inputLength = ({ width, height }: Tile): number => 3 * roundedUp(width) * roundedUp(height);

/**
 * The detector's input, 1 × 3 × height × width, for one tile at its own size: the sides are filled up to multiples of 32 by
 * repeating the last row and column, which adds no edge that could be taken for text.
 * @param memory that the input is written into: it holds until the next one is
 */
export const detectionTensor = (
  { image, isNegative }: ShownPicture,
  tile: Tile,
  memory: Float32Array,
): Tensor => {
  const width = roundedUp(tile.width);
  const height = roundedUp(tile.height);
  const data = memory.subarray(0, inputLength(tile));
  const { channels } = image;
  for (const [plane, levels] of LEVELS[isNegative ? 'negative' : 'positive'].entries()) {
    const channel = channels === 1 ? 0 : 2 - plane;
    const start = plane * width * height;
    for (let y = 0; y < tile.height; y += 1) {
      let from = ((tile.y + y) * image.width + tile.x) * channels + channel;
      const row = start + y * width;
      for (let at = row; at < row + tile.width; at += 1) {
        data[at] = levels[image.data[from] ?? 0] ?? 0;
        from += channels;
      }
      data.fill(data[row + tile.width - 1] ?? 0, row + tile.width, row + width);
    }
    const last = start + (tile.height - 1) * width;
    for (let y = tile.height; y < height; y += 1) data.copyWithin(start + y * width, last, last + width);
  }
  return { data, dims: [1, 3, height, width] };
};

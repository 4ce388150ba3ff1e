import type { ByteImage } from './byteImage.ts';
import type { Tensor } from './tensor.ts';
import type { Tile } from './tiles.ts';

/** The detector halves its input five times. */
const SIZE_MULTIPLE = 32;
/** PP-OCR's means and deviations of ImageNet, applied in the order of its channels: blue, green, red. */
const MEANS = [0.485, 0.456, 0.406] as const;
const DEVIATIONS = [0.229, 0.224, 0.225] as const;

const roundedUp = (size: number): number => Math.ceil(size / SIZE_MULTIPLE) * SIZE_MULTIPLE;

/**
 * The detector's input, 1 × 3 × height × width, for one tile at its own size: the sides are filled up to multiples of 32 by
 * repeating the last row and column, which adds no edge that could be taken for text.
 */
export const detectionTensor = (image: ByteImage, tile: Tile): Tensor => {
  const width = roundedUp(tile.width);
  const height = roundedUp(tile.height);
  const data = new Float32Array(3 * width * height);
  const { channels } = image;
  for (let plane = 0; plane < 3; plane += 1) {
    const mean = MEANS[plane] ?? 0;
    const deviation = DEVIATIONS[plane] ?? 1;
    const normalised = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
    const channel = channels === 1 ? 0 : 2 - plane;
    const start = plane * width * height;
    for (let y = 0; y < tile.height; y += 1) {
      let from = ((tile.y + y) * image.width + tile.x) * channels + channel;
      const row = start + y * width;
      for (let at = row; at < row + tile.width; at += 1) {
        data[at] = normalised[image.data[from] ?? 0] ?? 0;
        from += channels;
      }
      data.fill(data[row + tile.width - 1] ?? 0, row + tile.width, row + width);
    }
    const last = start + (tile.height - 1) * width;
    for (let y = tile.height; y < height; y += 1) data.copyWithin(start + y * width, last, last + width);
  }
  return { data, dims: [1, 3, height, width] };
};

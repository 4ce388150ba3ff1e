import { CodedError } from '../errors/index.ts';
import type { ByteImage } from './byteImage.ts';
import type { PixelMap } from './components.ts';
import { detectionTensor } from './detectionTensor.ts';
import type { Infer } from './tensor.ts';
import { tilesOf, type Tile } from './tiles.ts';

/** The PP-OCRv4 detector. */
export interface Detector {
  /** 1 × 3 × height × width in, 1 × 1 × height × width out. */
  readonly detector: Infer;
  /** The longest side of what it is handed at once, in pixels: bounds its memory. @default 1344 */
  readonly largestTile?: number;
}

/** The probability, per pixel, of lying in the core of a text. */
export interface ProbabilityMap extends PixelMap {
  readonly data: Float32Array;
}

/**
 * Runs the detector on the areas, tile by tile. Where tiles overlap the greater probability counts: a text cut by
 * one tile's edge is whole in the other.
 * @param onTile called after each tile with the pixels that it holds.
 * @throws CodedError DETECTION_FAILED when the model's output has not the size of its input.
 */
export const probabilityMap = async (
  image: ByteImage,
  areas: readonly Tile[],
  { detector: infer, largestTile }: Detector,
  onTile: (pixels: number) => void,
): Promise<ProbabilityMap> => {
  const { width, height } = image;
  const data = new Float32Array(width * height);

  const search = async (tile: Tile): Promise<void> => {
    const input = detectionTensor(image, tile);
    const output = await infer(input);
    const stride = input.dims[3] ?? 0;
    if (output.data.length * 3 !== input.data.length) {
      throw new CodedError('DETECTION_FAILED', 'size of the output');
    }
    for (let y = 0; y < tile.height; y += 1) {
      const to = (tile.y + y) * width + tile.x;
      for (let x = 0; x < tile.width; x += 1) {
        const probability = output.data[y * stride + x] ?? 0;
        if (probability > (data[to + x] ?? 0)) data[to + x] = probability;
      }
    }
  };

  for (const area of areas) {
    for (const { x, y, ...size } of tilesOf(area.width, area.height, largestTile)) {
      await search({ x: area.x + x, y: area.y + y, ...size });
      onTile(size.width * size.height);
    }
  }
  return { width, height, data };
};

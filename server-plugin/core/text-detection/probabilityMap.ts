import { CodedError } from '../errors/index.ts';
import type { PixelMap } from './connectedRuns.ts';
import { detectionTensor, inputLength, type ShownPicture } from './detectionTensor.ts';
import type { Infer } from './tensor.ts';
import { SpareMemory } from './spareMemory.ts';
import { tilesOf, type Tile } from './tiles.ts';

/** The PP-OCRv4 detector. */
export interface Detector {
  /** 1 × 3 × height × width in, 1 × 1 × height × width out. */
  readonly detector: Infer;
  /** The longest side of what it is handed at once, in pixels: bounds its memory. @default 1344 */
  readonly largestTile?: number;
}

/** The probability, per pixel, of lying in the core of a text: 255 is certain. */
export type ProbabilityMap = PixelMap;
export const CERTAIN = 255;

const inputMemory = new SpareMemory();

/** Raises what the map shows of a tile to the probabilities that the detector puts out, where these are greater. @param stride of their rows */
const raise = (
  { width, data }: ProbabilityMap,
  tile: Tile,
  probabilities: Float32Array,
  stride: number,
): void => {
  for (let y = 0; y < tile.height; y += 1) {
    let to = (tile.y + y) * width + tile.x;
    for (let from = y * stride; from < y * stride + tile.width; from += 1) {
      const probability = (probabilities[from] ?? 0) * CERTAIN + 0.5;
      if (probability > (data[to] ?? 0)) data[to] = probability;
      to += 1;
    }
  }
};

/**
 * Runs the detector on areas of a picture, tile by tile. Where tiles overlap the greater probability counts: a text cut by
 * one tile's edge is whole in the other.
 * @param onTile called after each tile with the pixels that it holds.
 * @throws CodedError DETECTION_FAILED when the model's output has not the size of its input.
 */
export const probabilityMap = async (
  shown: ShownPicture,
  areas: readonly Tile[],
  { detector: infer, largestTile }: Detector,
  onTile: (pixels: number) => void,
): Promise<ProbabilityMap> => {
  const { width, height } = shown.image;
  const tiles = areas.flatMap((area) =>
    tilesOf(area.width, area.height, largestTile).map((tile): Tile => ({
      ...tile,
      x: area.x + tile.x,
      y: area.y + tile.y,
    })),
  );
  const length = Math.max(0, ...tiles.map(inputLength));
  const memory = inputMemory.take(Float32Array.BYTES_PER_ELEMENT * length);
  const inputs = new Float32Array(memory, 0, length);

  const map: ProbabilityMap = { width, height, data: new Uint8Array(width * height) };
  for (const tile of tiles) {
    const input = detectionTensor(shown, tile, inputs);
    const output = await infer(input);
    if (output.data.length * 3 !== input.data.length) {
      throw new CodedError('DETECTION_FAILED', 'size of the output');
    }
    raise(map, tile, output.data, input.dims[3] ?? 0);
    onTile(tile.width * tile.height);
  }
  inputMemory.giveBack(memory);
  return map;
};

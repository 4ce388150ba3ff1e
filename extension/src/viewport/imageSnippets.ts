import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { Cornerstone } from '../ohif.ts';
import { sourceImageOf, type DecodedImage } from './sourceImage.ts';

/** The largest picture of a snippet, in its pixels. */
const MOST_COLUMNS = 240;
const MOST_ROWS = 96;
/** Image pixels around the box. */
const MARGIN = 2;

/** Pictures of pieces of images, cut from the decoded pixels; held in memory only. */
export type ImageSnippets = (imageId: string, box: PixelBox) => Promise<ImageData>;

interface Piece {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Image pixels for one pixel of the picture. */
  readonly step: number;
}

const pieceOf = ({ rows, columns }: DecodedImage, [x0, y0, x1, y1]: PixelBox): Piece => {
  const left = Math.max(0, Math.floor(x0) - MARGIN);
  const top = Math.max(0, Math.floor(y0) - MARGIN);
  const width = Math.max(1, Math.min(columns, Math.ceil(x1) + MARGIN) - left);
  const height = Math.max(1, Math.min(rows, Math.ceil(y1) + MARGIN) - top);
  const step = Math.max(1, width / MOST_COLUMNS, height / MOST_ROWS);
  return {
    left,
    top,
    columns: Math.max(1, Math.floor(width / step)),
    rows: Math.max(1, Math.floor(height / step)),
    step,
  };
};

/** Grey values are spread over their own range within the piece: the displayed window may hide text. */
const snippetOf = (image: DecodedImage, box: PixelBox): ImageData => {
  const { pixels, samplesPerPixel, columns: width, invert } = sourceImageOf(image);
  const { left, top, columns, rows, step } = pieceOf(image, box);
  const offsetOf = (x: number, y: number): number =>
    ((top + Math.floor(y * step)) * width + left + Math.floor(x * step)) * samplesPerPixel;
  let [low, high] = [0, 255];
  if (samplesPerPixel === 1) {
    [low, high] = [Infinity, -Infinity];
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < columns; x += 1) {
        const value = pixels[offsetOf(x, y)] ?? 0;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
  }
  const scale = 255 / Math.max(1e-9, high - low);
  const picture = new ImageData(columns, rows);
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const from = offsetOf(x, y);
      const to = (y * columns + x) * 4;
      for (let sample = 0; sample < 3; sample += 1) {
        const value = ((pixels[from + (samplesPerPixel === 1 ? 0 : sample)] ?? 0) - low) * scale;
        picture.data[to + sample] = invert ? 255 - value : value;
      }
      picture.data[to + 3] = 255;
    }
  return picture;
};

export const imageSnippets =
  ({ cache, imageLoader }: Pick<Cornerstone, 'cache' | 'imageLoader'>): ImageSnippets =>
  async (imageId, box) => {
    const image = (cache.getImage(imageId) ?? (await imageLoader.loadImage(imageId))) as DecodedImage;
    return snippetOf(image, box);
  };

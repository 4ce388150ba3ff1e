import { negative, quarterTurned, resized, type ByteImage } from './byteImage.ts';
import type { Point } from './detectedText.ts';
import { minimumRectangle } from './minimumRectangle.ts';
import { probabilityMap } from './probabilityMap.ts';
import { cornersOf, grown, scaledDown, type Rectangle } from './rectangle.ts';
import type { Infer } from './tensor.ts';
import { textRectangles, type ScoredRectangle } from './textRectangles.ts';
import { tilesOf } from './tiles.ts';

/** A text that was found, in image pixels, and the picture that it was found in. */
export interface Finding extends ScoredRectangle {
  readonly picture: ByteImage;
}

/** One run of the detector over one form of a picture. */
export interface Pass {
  readonly picture: ByteImage;
  /** How many pixels the detector gets to see. */
  readonly pixels: number;
  readonly form: () => ByteImage;
  /** From the form's pixels to the image's. */
  readonly toImage: (rectangle: Rectangle) => Rectangle;
}

/** Added on each side, in image pixels, so that the blurred rim of the ink is covered as well. */
export const PADDING = 2;
/** The enlarged pass finds small type; its long side ends here, where larger images hold no smaller type. */
const ENLARGED_LONG_SIDE = 2600;
const LARGEST_FACTOR = 2;
const LEAST_FACTOR = 1.2;

const pixelsOf = (width: number, height: number): number =>
  tilesOf(width, height).reduce((sum, tile) => sum + tile.width * tile.height, 0);

/** The picture at its own size, as a negative. */
export const nativePass = (picture: ByteImage): Pass => ({
  picture,
  pixels: pixelsOf(picture.width, picture.height),
  form: () => negative(picture),
  toImage: (rectangle) => rectangle,
});

/** The picture at up to twice its size; null for large pictures. */
export const enlargedPass = (picture: ByteImage): Pass | null => {
  const factor = Math.min(LARGEST_FACTOR, ENLARGED_LONG_SIDE / Math.max(picture.width, picture.height));
  if (factor < LEAST_FACTOR) return null;
  const [width, height] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
  return {
    picture,
    pixels: pixelsOf(width, height),
    form: () => resized(picture, width, height),
    toImage: (rectangle) => scaledDown(rectangle, factor),
  };
};

/** The negative turned by 90°, for lines that run from top to bottom. */
export const turnedPass = (picture: ByteImage): Pass => ({
  picture,
  pixels: pixelsOf(picture.height, picture.width),
  form: () => quarterTurned(negative(picture)),
  toImage: (rectangle) =>
    minimumRectangle(cornersOf(rectangle).map(([x, y]): Point => [y, picture.height - x])),
});

/** @param onPixels called with the pixels of each tile that was searched */
export const runPass = async (
  { picture, form, toImage }: Pass,
  infer: Infer,
  onPixels: (pixels: number) => void,
): Promise<readonly Finding[]> =>
  textRectangles(await probabilityMap(form(), infer, onPixels)).map(({ rectangle, confidence }) => ({
    rectangle: grown(toImage(rectangle), PADDING),
    confidence,
    picture,
  }));

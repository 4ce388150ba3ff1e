import { negative, resized, type ByteImage } from './byteImage.ts';
import type { DetectedText } from './detectedText.ts';
import { mergeTexts } from './mergeTexts.ts';
import { probabilityMap } from './probabilityMap.ts';
import { boxInside, cornersOf, grown, scaledDown } from './rectangle.ts';
import { renderings } from './rendering.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Infer } from './tensor.ts';
import { textRectangles, type ScoredRectangle } from './textRectangles.ts';
import { tilesOf } from './tiles.ts';

export interface DetectTextsOptions {
  /** From 0 to 1, by pixels searched. */
  readonly onProgress?: (fraction: number) => void;
  /** The texts of the passes at the image's own size, before the enlarged pass. */
  readonly onFirstTexts?: (texts: readonly DetectedText[]) => void;
}

/** Added on each side, in image pixels, so that the blurred rim of the ink is covered as well. */
const PADDING = 2;
/** The enlarged pass finds small type; its long side ends here, where larger images hold no smaller type. */
const ENLARGED_LONG_SIDE = 2600;
const LARGEST_FACTOR = 2;
const LEAST_FACTOR = 1.2;

interface Pass {
  readonly picture: () => ByteImage;
  readonly factor: number;
  readonly pixels: number;
}

const pass = (image: ByteImage, factor: number, render: (enlarged: ByteImage) => ByteImage): Pass => {
  const [width, height] = [Math.round(image.width * factor), Math.round(image.height * factor)];
  return {
    picture: () => render(factor === 1 ? image : resized(image, width, height)),
    factor,
    pixels: tilesOf(width, height).reduce((sum, tile) => sum + tile.width * tile.height, 0),
  };
};

/**
 * Finds the text in one frame: at its own size as a negative, in the full range of the values and in the displayed window,
 * then enlarged. Everything that any pass finds counts.
 * @param infer runs the PP-OCRv4 detector: 1 × 3 × height × width in, 1 × 1 × height × width out. What it throws ends the search.
 * @throws CodedError DETECTION_IMAGE_INVALID, DETECTION_FAILED
 */
export const detectTexts = async (
  image: SourceImage,
  infer: Infer,
  { onProgress, onFirstTexts }: DetectTextsOptions = {},
): Promise<readonly DetectedText[]> => {
  const pictures = renderings(image);
  const factor = Math.min(LARGEST_FACTOR, ENLARGED_LONG_SIDE / Math.max(image.rows, image.columns));
  const first = pictures.map((picture) => pass(picture, 1, negative));
  const second =
    factor < LEAST_FACTOR
      ? []
      : pictures.slice(0, 1).map((picture) => pass(picture, factor, (enlarged) => enlarged));
  const total = [...first, ...second].reduce((sum, { pixels }) => sum + pixels, 0);
  const findings: ScoredRectangle[] = [];
  let searched = 0;

  const run = async ({ picture, factor }: Pass): Promise<void> => {
    const map = await probabilityMap(picture(), infer, (pixels) =>
      onProgress?.((searched += pixels) / total),
    );
    for (const { rectangle, confidence } of textRectangles(map)) {
      findings.push({ rectangle: grown(scaledDown(rectangle, factor), PADDING), confidence });
    }
  };
  const texts = (): readonly DetectedText[] =>
    mergeTexts(findings).flatMap(({ rectangle, confidence }) => {
      const box = boxInside(rectangle, image.columns, image.rows);
      const angleDegrees = (rectangle.angle * 180) / Math.PI;
      return box === null ? [] : [{ box, quad: cornersOf(rectangle), angleDegrees, confidence }];
    });

  for (const each of first) await run(each);
  onFirstTexts?.(texts());
  for (const each of second) await run(each);
  return texts();
};

import { clipEnvelope } from './clipEnvelope.ts';
import type { DetectedText, Point } from './detectedText.ts';
import { mergeTexts } from './mergeTexts.ts';
import { boxInside, cornersOf, rectangleAround } from './rectangle.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

/** The texts of a clip and how each of its frames was covered. */
export interface FramesSearch {
  /** The union over all frames: each of them may show any of these texts. */
  readonly texts: readonly DetectedText[];
  /** Frames that the detector has seen, whole or in the part that was new; 1-based, ascending. All others show nothing new. */
  readonly searchedFrames: readonly number[];
}

/** Frames searched whole, evenly spread: on moving anatomy the union of a dozen frames finds what single ones miss. */
const SPACED_FRAMES = 8;

const spacedFrames = (count: number): readonly number[] =>
  count <= SPACED_FRAMES
    ? Array.from({ length: count }, (_, i) => i)
    : Array.from({ length: SPACED_FRAMES }, (_, i) => Math.round((i * (count - 1)) / (SPACED_FRAMES - 1)));

const cropped = (image: SourceImage, { x, y, width, height }: Tile): SourceImage => {
  const { columns, samplesPerPixel } = image;
  const pixels = image.pixels.slice(0, width * height * samplesPerPixel);
  for (let row = 0; row < height; row += 1) {
    const start = ((y + row) * columns + x) * samplesPerPixel;
    pixels.set(image.pixels.subarray(start, start + width * samplesPerPixel), row * width * samplesPerPixel);
  }
  return { ...image, rows: height, columns: width, pixels };
};

const moved = (text: DetectedText, { x, y }: Tile): DetectedText => {
  const [a, b, c, d] = text.quad.map((point): Point => [point[0] + x, point[1] + y]) as [
    Point,
    Point,
    Point,
    Point,
  ];
  const [x0, y0, x1, y1] = text.box;
  return { ...text, box: [x0 + x, y0 + y, x1 + x, y1 + y], quad: [a, b, c, d] };
};

/** One list of the texts of several frames: the same text in several of them becomes one. */
const united = (texts: readonly DetectedText[], { columns, rows }: SourceImage): readonly DetectedText[] => {
  const findings = texts.map((text) => ({
    rectangle: rectangleAround(text.quad, (text.angleDegrees * Math.PI) / 180),
    confidence: text.confidence,
    text,
  }));
  return mergeTexts(findings).flatMap(({ rectangle, confidence, text }) => {
    const box = boxInside(rectangle, columns, rows);
    return box === null ? [] : [{ ...text, box, quad: cornersOf(rectangle), confidence }];
  });
};

/**
 * Finds the text in a clip without searching every frame: some frames spread over it whole, and of the others what none of the
 * searched ones has shown. A frame that is not searched is compared at every sample.
 * @param image the frame at a 0-based index; all of one size
 * @throws what `image` and `detect` throw
 */
export const searchFrames = async (
  count: number,
  image: (index: number) => SourceImage,
  detect: (image: SourceImage) => Promise<readonly DetectedText[]>,
): Promise<FramesSearch> => {
  const first = image(0);
  const envelope = clipEnvelope(first);
  const texts = [...(await detect(first))];
  const searched = new Set([0]);

  const searchNews = async (index: number, part: (news: Tile) => Tile): Promise<void> => {
    const frame = image(index);
    const news = envelope.news(frame.pixels);
    if (news === null) return;
    const tile = part(news);
    for (const text of await detect(cropped(frame, tile))) texts.push(moved(text, tile));
    envelope.add(frame.pixels);
    searched.add(index);
  };

  const whole: Tile = { x: 0, y: 0, width: first.columns, height: first.rows };
  for (const index of spacedFrames(count).slice(1)) await searchNews(index, () => whole);
  for (let index = 1; index < count; index += 1) {
    if (!searched.has(index)) await searchNews(index, (news) => news);
  }
  return {
    texts: united(texts, first),
    searchedFrames: [...searched].toSorted((a, b) => a - b).map((index) => index + 1),
  };
};

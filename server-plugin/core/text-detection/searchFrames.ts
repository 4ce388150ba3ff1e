import type { ClassedText } from './classedText.ts';
import { clipEnvelope } from './clipEnvelope.ts';
import type { DetectedText, Point } from './detectedText.ts';
import { fingerprintOf, type Fingerprint } from './fingerprint.ts';
import type { SeriesMemory } from './seriesMemory.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Tile } from './tiles.ts';
import { unitedTexts } from './unitedTexts.ts';

/** The texts of a clip and how each of its frames was covered. */
export interface FramesSearch {
  /** The union over all frames: each of them may show any of these texts. */
  readonly texts: readonly ClassedText[];
  /** Frames that the detector has seen, whole or in the part that was new; 1-based, ascending. All others show nothing new. */
  readonly searchedFrames: readonly number[];
  /** Of the first frame. */
  readonly fingerprint: Fingerprint;
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

/** A text that was found in a part of an image, at its place in the whole. */
export const moved = <T extends DetectedText>(text: T, { x, y }: Tile): T => {
  const [a, b, c, d] = text.quad.map((point): Point => [point[0] + x, point[1] + y]) as [
    Point,
    Point,
    Point,
    Point,
  ];
  const [x0, y0, x1, y1] = text.box;
  return { ...text, box: [x0 + x, y0 + y, x1 + x, y1 + y], quad: [a, b, c, d] };
};

/** @param part which part of the frame the image is */
type Detect = (image: SourceImage, part: Tile) => Promise<readonly ClassedText[]>;

/** A single image: what other images of its series have shown is not searched again. */
const searchImage = async (
  image: SourceImage,
  detect: Detect,
  memory: SeriesMemory,
): Promise<FramesSearch> => {
  const fingerprint = fingerprintOf(image);
  const unseen = memory.unseen(fingerprint);
  const found =
    unseen === null ? [] : (await detect(cropped(image, unseen), unseen)).map((text) => moved(text, unseen));
  const texts = unitedTexts([...memory.confirmed(fingerprint), ...found], image);
  memory.add({ fingerprint, texts });
  return { texts, searchedFrames: unseen === null ? [] : [1], fingerprint };
};

/**
 * Finds the text in a clip without searching every frame: some frames spread over it whole, and of the others what none of the
 * searched ones has shown. A frame that is not searched is compared at every sample. A single image is compared with those of its
 * series that were searched before.
 * @param image the frame at a 0-based index; all of one size
 * @throws what `image` and `detect` throw
 */
export const searchFrames = async (
  count: number,
  image: (index: number) => SourceImage,
  detect: Detect,
  memory: SeriesMemory,
): Promise<FramesSearch> => {
  const first = image(0);
  if (count === 1) return searchImage(first, detect, memory);
  const envelope = clipEnvelope(first);
  const whole: Tile = { x: 0, y: 0, width: first.columns, height: first.rows };
  const texts = [...(await detect(first, whole))];
  const searched = new Set([0]);

  const searchNews = async (index: number, part: (news: Tile) => Tile): Promise<void> => {
    const frame = image(index);
    const news = envelope.news(frame.pixels);
    if (news === null) return;
    const tile = part(news);
    for (const text of await detect(cropped(frame, tile), tile)) texts.push(moved(text, tile));
    envelope.add(frame.pixels);
    searched.add(index);
  };

  for (const index of spacedFrames(count).slice(1)) await searchNews(index, () => whole);
  for (let index = 1; index < count; index += 1) {
    if (!searched.has(index)) await searchNews(index, (news) => news);
  }
  return {
    texts: unitedTexts(texts, first),
    searchedFrames: [...searched].toSorted((a, b) => a - b).map((index) => index + 1),
    fingerprint: fingerprintOf(first),
  };
};

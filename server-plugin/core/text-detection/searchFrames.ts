import type { ClassedText } from './classedText.ts';
import { areasAround } from './activeAreas.ts';
import { ClipCoverage } from './clipCoverage.ts';
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
  /** Frames that the detector has seen, whole or in part; 1-based, ascending. Every block of all others equals a searched one. */
  readonly searchedFrames: readonly number[];
  /** Of these, the frames of which only those blocks were searched that equal no searched one. */
  readonly partlySearchedFrames: readonly number[];
  /** Of the first frame. */
  readonly fingerprint: Fingerprint;
}

/** Frames searched whole and in all passes, evenly spread: what is static is found in all of them, and read at its best. */
const SPACED_FRAMES = 3;
/** Around what is new in a frame, in pixels: the detector wants to see the ground of a text. */
const MARGIN = 16;

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
  const searchedFrames = unseen === null ? [] : [1];
  return { texts, searchedFrames, partlySearchedFrames: [], fingerprint };
};

/** Searches parts of a frame; texts at their place in the frame. */
type DetectParts = (image: SourceImage, parts: readonly Tile[]) => Promise<readonly ClassedText[]>;

/** The search of a clip. */
export interface ClipSearch {
  /** All passes. */
  readonly detect: Detect;
  /** For what is new in the frames between those that are searched whole. @default `detect` for each part */
  readonly detectParts?: DetectParts | undefined;
}

const eachPart =
  (detect: Detect): DetectParts =>
  async (image, parts) => {
    const texts: ClassedText[] = [];
    for (const part of parts)
      texts.push(...(await detect(cropped(image, part), part)).map((text) => moved(text, part)));
    return texts;
  };

/**
 * Finds the text in a clip without searching every frame whole: some frames, spread over it, are; of every other one each block that
 * equals no searched block at its place is searched, but for differences too faint for any search. What the search sees of a clip is
 * so all of it. A single image is compared with those of its series that were searched before.
 * @param image the frame at a 0-based index; all of one size
 * @throws what `image` and `search` throw
 */
export const searchFrames = async (
  count: number,
  image: (index: number) => SourceImage,
  { detect, detectParts = eachPart(detect) }: ClipSearch,
  memory: SeriesMemory,
): Promise<FramesSearch> => {
  const first = image(0);
  if (count === 1) return searchImage(first, detect, memory);
  const coverage = new ClipCoverage(first);
  const whole: Tile = { x: 0, y: 0, width: first.columns, height: first.rows };
  const texts: ClassedText[] = [];
  const searched = new Set<number>();
  const partly = new Set<number>();
  const spaced = spacedFrames(count);

  const search = async (index: number): Promise<void> => {
    const frame = image(index);
    const unsearched = coverage.unsearched(frame.pixels);
    if (unsearched.length === 0) return;
    if (spaced.includes(index)) {
      texts.push(...(await detect(frame, whole)));
    } else {
      const parts = areasAround(unsearched, MARGIN, { width: frame.columns, height: frame.rows });
      texts.push(...(await detectParts(frame, parts)));
      partly.add(index);
    }
    searched.add(index);
    coverage.add(frame.pixels, unsearched);
  };

  for (const index of spaced) await search(index);
  for (let index = 0; index < count; index += 1) if (!spaced.includes(index)) await search(index);
  const numbers = (indices: ReadonlySet<number>): readonly number[] =>
    [...indices].toSorted((a, b) => a - b).map((index) => index + 1);
  return {
    texts: unitedTexts(texts, first),
    searchedFrames: numbers(searched),
    partlySearchedFrames: numbers(partly),
    fingerprint: fingerprintOf(first),
  };
};

import type { ClassedText } from './classedText.ts';
import { areasAround } from './activeAreas.ts';
import { ClipCoverage } from './clipCoverage.ts';
import { fingerprintOf, type Fingerprint } from './fingerprint.ts';
import { framePart, moved } from './framePart.ts';
import { shareInside } from './mergeTexts.ts';
import { rectangleOfText } from './rectangle.ts';
import { aroundTexts, type SeriesMemory } from './seriesMemory.ts';
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

/** Frames searched in all passes, evenly spread: the first whole, the others around all that is new in them. */
const SPACED_FRAMES = 3;
/** Around what is new in a frame, in pixels: the detector wants to see the ground of a text. */
const MARGIN = 16;

const spacedFrames = (count: number): readonly number[] =>
  count <= SPACED_FRAMES
    ? Array.from({ length: count }, (_, i) => i)
    : Array.from({ length: SPACED_FRAMES }, (_, i) => Math.round((i * (count - 1)) / (SPACED_FRAMES - 1)));

const around = (parts: readonly Tile[]): Tile => {
  const [x, y] = [Math.min(...parts.map((part) => part.x)), Math.min(...parts.map((part) => part.y))];
  const width = Math.max(...parts.map((part) => part.x + part.width)) - x;
  const height = Math.max(...parts.map((part) => part.y + part.height)) - y;
  return { x, y, width, height };
};

/** A text stands where one was found before if so much of it does. */
const SAME_PLACE = 0.5;

/** Whether a line is read where nothing was found before: its frame is another page, which may show more that is harder to see. */
const isNews = (text: ClassedText, known: readonly ClassedText[]): boolean => {
  const { reading, isDoubtful } = text;
  if (reading === null || isDoubtful || Array.from(reading.text).length === 1) return false;
  const rectangle = rectangleOfText(text);
  return known.every((other) => shareInside(rectangle, rectangleOfText(other)) < SAME_PLACE);
};

/** @param part which part of the frame the image is */
type Detect = (image: SourceImage, part: Tile) => Promise<readonly ClassedText[]>;

const detectInPart = async (
  detect: Detect,
  image: SourceImage,
  part: Tile,
): Promise<readonly ClassedText[]> =>
  (await detect(framePart(image, part), part)).map((text) => moved(text, part));

/** A single image: what other images of its series have shown is not searched again. */
const searchImage = async (
  image: SourceImage,
  detect: Detect,
  memory: SeriesMemory,
): Promise<FramesSearch> => {
  const fingerprint = fingerprintOf(image);
  const unseen = memory.unseen(fingerprint);
  const found = unseen === null ? [] : await detectInPart(detect, image, unseen);
  const texts = unitedTexts([...memory.confirmed(fingerprint), ...found], image);
  memory.add({ fingerprint, texts });
  const searchedFrames = unseen === null ? [] : [1];
  return { texts, searchedFrames, partlySearchedFrames: [], fingerprint };
};

/**
 * Searches parts of a frame; texts at their place in the frame.
 * @param known texts of the gravest class: they stand for all frames, and whatever else is found inside them changes nothing
 */
type DetectParts = (
  image: SourceImage,
  parts: readonly Tile[],
  known: readonly ClassedText[],
) => Promise<readonly ClassedText[]>;

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
    for (const part of parts) texts.push(...(await detectInPart(detect, image, part)));
    return texts;
  };

/**
 * Finds the text in a clip without searching every frame whole: the first is; of every other one each block that equals no searched
 * block at its place is searched, but for differences too faint for any search. Some frames, spread over the clip, are searched in all
 * passes. What the search sees of a clip is so all of it. A single image is compared with those of its series that were searched before.
 * @param image the frame at a 0-based index; all of one size
 * @throws what `image` and `search` throw
 */
export const searchFrames = async (
  count: number,
  image: (index: number) => SourceImage,
  { detect, detectParts }: ClipSearch,
  memory: SeriesMemory,
): Promise<FramesSearch> => {
  const first = image(0);
  if (count === 1) return searchImage(first, detect, memory);
  const coverage = new ClipCoverage(first);
  const texts: ClassedText[] = [];
  const searched = new Set<number>();
  const partly = new Set<number>();
  const spaced = spacedFrames(count);

  /** @returns what was searched: all that is around the parts */
  const searchInAllPasses = async (frame: SourceImage, parts: readonly Tile[]): Promise<Tile> => {
    const part = aroundTexts(around(parts), texts, frame);
    texts.push(...(await detectInPart(detect, frame, part)));
    return part;
  };

  const search = async (index: number): Promise<void> => {
    const frame = image(index);
    const unsearched = coverage.unsearched(frame.pixels);
    if (unsearched.length === 0) return;
    const parts = areasAround(unsearched, MARGIN, { width: frame.columns, height: frame.rows });
    if (spaced.includes(index)) {
      const part = await searchInAllPasses(frame, parts);
      if (part.width < frame.columns || part.height < frame.rows) partly.add(index);
    } else {
      const known = texts.filter(({ textClass }) => textClass === 'identifying');
      const found = await (detectParts ?? eachPart(detect))(frame, parts, known);
      const isPage = detectParts !== undefined && found.some((text) => isNews(text, texts));
      texts.push(...found);
      if (isPage) await searchInAllPasses(frame, parts);
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

import type { Part10File } from '@pseudonymize-redact/core/part10';
import { findPixelData, type FrameCodecs } from '@pseudonymize-redact/core/pixels';
import {
  classed,
  HARMLESS_TEXTS,
  headerTermsOf,
  searchFrames,
  type ClassedText,
  type DetectedText,
  type Fingerprint,
  type HarmlessRule,
  type SeriesMemory,
  type SourceImage,
  type Tile,
} from '@pseudonymize-redact/core/text-detection';
import { frameImagesOf } from './frameImages.ts';
import { identifyingValuesOf, modalityOf } from './headerValues.ts';

/** The texts of one SOP Instance: of all its frames together. A value of the patient's may stand in them: never logged, never stored. */
export interface InstanceTexts {
  /** 0 where it has no pixels. */
  readonly frames: number;
  readonly texts: readonly ClassedText[];
  /** 1-based; the others were compared with these, or with other images of the series, and show nothing new. */
  readonly searchedFrames: readonly number[];
  /** Of these, the frames that were searched only in the blocks that equal no searched one. */
  readonly partlySearchedFrames: readonly number[];
  /** Of the first frame, to compare it with other images of the series; null where it has no pixels. */
  readonly fingerprint: Fingerprint | null;
}

export interface SearchContext {
  readonly codecs: FrameCodecs;
  /** All passes over a frame. */
  readonly detect: (image: SourceImage) => Promise<readonly DetectedText[]>;
  /** What is new in a frame of a clip. @default `detect` for each part */
  readonly detectParts?: (
    image: SourceImage,
    parts: readonly Tile[],
    known: readonly DetectedText[],
  ) => Promise<readonly DetectedText[]>;
  /** What was searched of the instance's series before. */
  readonly memory: SeriesMemory;
  /** @default the list that comes with the product */
  readonly harmlessTexts?: readonly HarmlessRule[];
  /** Identifying values to look for beside those of the header: a copy no longer has the original's. */
  readonly identifyingValues?: readonly string[];
  /** The frames to search, 1-based, ascending. @default all */
  readonly frames?: readonly number[];
}

/**
 * Finds, reads and classes the text in all frames of a SOP Instance.
 *
 * @throws CodedError PIXELS_…, DETECTION_…
 */
export const searchInstance = async (
  file: Part10File,
  {
    codecs,
    detect,
    detectParts,
    memory,
    harmlessTexts = HARMLESS_TEXTS,
    identifyingValues = [],
    frames,
  }: SearchContext,
): Promise<InstanceTexts> => {
  if (findPixelData(file) === undefined)
    return { frames: 0, texts: [], searchedFrames: [], partlySearchedFrames: [], fingerprint: null };
  const { count, image } = frameImagesOf(file, codecs);
  const context = {
    headerTerms: headerTermsOf([...identifyingValuesOf(file), ...identifyingValues]),
    modality: modalityOf(file),
    harmlessTexts,
  };
  const frameAt = (index: number): number => frames?.[index] ?? index + 1;
  const found = await searchFrames(
    frames?.length ?? count,
    (index) => image(frameAt(index) - 1),
    {
      detect: async (frame) => classed(await detect(frame), context),
      detectParts: detectParts && (async (...given) => classed(await detectParts(...given), context)),
    },
    memory,
  );
  const numbered = (numbers: readonly number[]): readonly number[] =>
    numbers.map((frame) => frameAt(frame - 1));
  return {
    frames: count,
    ...found,
    searchedFrames: numbered(found.searchedFrames),
    partlySearchedFrames: numbered(found.partlySearchedFrames),
  };
};

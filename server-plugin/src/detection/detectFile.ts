import { readPart10, type ByteSource } from '@pseudonymize-redact/core/part10';
import type { FrameCodecs } from '@pseudonymize-redact/core/pixels';
import {
  classOf,
  HARMLESS_TEXTS,
  headerTermsOf,
  searchFrames,
  type DetectedText,
  type TextClass,
} from '@pseudonymize-redact/core/text-detection';
import { nodeDeflate } from '../engine/nodeDeflate.ts';
import type { DetectionPool } from './detectionPool.ts';
import { frameImagesOf, type FrameImages } from './frameImages.ts';
import { identifyingValuesOf, modalityOf } from './headerValues.ts';

export interface ClassedText extends DetectedText {
  readonly textClass: TextClass;
}

/** The texts of one file: of all its frames together. */
export interface FileTexts {
  readonly frames: FrameImages;
  readonly texts: readonly ClassedText[];
  /** 1-based; the other frames were compared with these and show nothing new. */
  readonly searchedFrames: readonly number[];
}

/**
 * Finds, reads and classes the text in all frames of a DICOM file.
 * @throws CodedError PART10_…, PIXELS_…, DETECTION_…
 */
export const detectFile = async (
  source: ByteSource,
  pool: Pick<DetectionPool, 'detect'>,
  codecs: FrameCodecs,
): Promise<FileTexts> => {
  const file = readPart10(source, nodeDeflate);
  const frames = frameImagesOf(file, codecs);
  const context = {
    headerTerms: headerTermsOf(identifyingValuesOf(file)),
    modality: modalityOf(file),
    harmlessTexts: HARMLESS_TEXTS,
  };
  const { texts, searchedFrames } = await searchFrames(frames.count, frames.image, (image) =>
    pool.detect(image),
  );
  return {
    frames,
    texts: texts.map((text) => ({ ...text, textClass: classOf(text.reading, context) })),
    searchedFrames,
  };
};

import type { Fill } from '../contract/index.ts';
import type { PixelChange, PixelOutcome } from '../deidentification/pixelOutcome.ts';
import { segmentOf, type Part10File, type Segment } from '../part10/index.ts';
import {
  AttributeEdits,
  describeExtremes,
  describeImagePixel,
  describeLossyHistory,
  tellsExtremes,
  type Extremes,
} from './attributeEdits.ts';
import { embeddedOverlayPositions, overlayBits } from './embeddedOverlay.ts';
import { encapsulatedPixelDataOf } from './encapsulatedPixelData.ts';
import { setFragments } from './encapsulate.ts';
import type { FrameCodecs } from './frameCodec.ts';
import { findPixelData, imagePixelOf, type ImagePixel } from './imagePixel.ts';
import { nativePixelDataOf, RedactedSource, type NativePixelData } from './nativePixelData.ts';
import { redactFrame } from './redactFrame.ts';
import { Redactions } from './redactions.ts';
import { reencodeFrames } from './reencodeFrames.ts';
import { spansByFrame, type PixelRegion } from './rowSpans.ts';
import { StoredPixels } from './storedPixels.ts';

export interface RedactPixelsOptions {
  readonly codecs: FrameCodecs;
  /** Whether every frame was searched for text, or reviewed by a person; the outcome repeats it. */
  readonly searched: boolean;
  /** @default 'darkest' */
  readonly fill?: Fill;
  /** Keeps the bytes of an encoded frame until the file is written; the edge may put them into a file. @default in memory */
  readonly keep?: (bytes: Uint8Array) => Segment;
}

/** What the plan is told of the pixels, and counts for those who report. */
export interface RedactionOutcome extends PixelOutcome {
  /** 1-based, ascending: frames of which pixels or overlay planes were blanked. */
  readonly redactedFrames: readonly number[];
  /** How many frames were encoded anew: the redacted ones, or all where the Transfer Syntax could not stay. */
  readonly reencodedFrames: number;
}

const UNTOUCHED = { changed: null, redactedFrames: [], reencodedFrames: 0 } as const;

/** Null where a frame keeps its pixels: then the extremes would cost reading what has no region. */
const nativeExtremes = (pixelData: NativePixelData, redactions: Redactions): Extremes | null => {
  const { imagePixel } = pixelData;
  let smallest = Infinity;
  let largest = -Infinity;
  for (let frame = 0; frame < imagePixel.numberOfFrames; frame++) {
    if (!redactions.touch(frame)) return null;
    const pixels = new StoredPixels(imagePixel, pixelData.frame(frame));
    redactFrame(pixels, redactions.of(frame, imagePixel));
    const extremes = pixels.extremes();
    smallest = Math.min(smallest, extremes.smallest);
    largest = Math.max(largest, extremes.largest);
  }
  return { smallest, largest };
};

const nativeChange = (file: Part10File, pixelData: NativePixelData, redactions: Redactions): PixelChange => {
  const { imagePixel } = pixelData;
  const edits = new AttributeEdits(file);
  const source = new RedactedSource(pixelData, redactions);
  const element = findPixelData(file);
  if (element !== undefined) edits.set(element.tag, element.vr, [{ source, start: 0, end: source.size }]);
  describeExtremes(
    file,
    edits,
    imagePixel,
    tellsExtremes(file) ? nativeExtremes(pixelData, redactions) : null,
  );
  return { edits: edits.edits, insertions: edits.insertions, transferSyntaxUID: file.transferSyntax.uid };
};

const encapsulatedChange = (
  file: Part10File,
  imagePixel: ImagePixel,
  redactions: Redactions,
  { codecs, keep = segmentOf }: RedactPixelsOptions,
): { readonly changed: PixelChange; readonly reencodedFrames: number } => {
  const pixelData = encapsulatedPixelDataOf(file, imagePixel);
  const reencoded = reencodeFrames(file, imagePixel, pixelData, { codecs, redactions, keep });
  const edits = new AttributeEdits(file);
  setFragments(edits, reencoded.frames, pixelData.offsetTable);
  describeImagePixel(edits, imagePixel, reencoded.imagePixel);
  describeExtremes(file, edits, reencoded.imagePixel, reencoded.extremes);
  describeLossyHistory(file, edits);
  const { transferSyntaxUID, reencodedFrames } = reencoded;
  return {
    changed: { edits: edits.edits, insertions: edits.insertions, transferSyntaxUID },
    reencodedFrames,
  };
};

/**
 * Blanks the regions of one SOP Instance and clears overlay planes in unused bits of its pixels. Only frames that need it are
 * decoded; the others keep their bytes, unless the Transfer Syntax loses information: then all become lossless. Where there is
 * neither region nor plane, the Pixel Data are not looked at.
 *
 * @param regions those of this instance; image pixels, frames 1-based
 * @throws CodedError PIXELS_ABSENT, PIXELS_ATTRIBUTE_INVALID, PIXELS_LENGTH_MISMATCH, PIXELS_FRAMES_AMBIGUOUS,
 * PIXELS_REGION_OUTSIDE, PIXELS_FRAME_OUTSIDE, PIXELS_FILL_INVALID, PIXELS_TRANSFER_SYNTAX_UNSUPPORTED, PIXELS_CODEC_FAILED
 */
export const redactPixels = (
  file: Part10File,
  regions: readonly PixelRegion[],
  options: RedactPixelsOptions,
): RedactionOutcome => {
  const { searched, fill = 'darkest' } = options;
  const overlays = embeddedOverlayPositions(file);
  if (regions.length === 0 && overlays.length === 0) return { searched, ...UNTOUCHED };
  const imagePixel = imagePixelOf(file);
  if (regions.length === 0 && overlayBits(overlays, imagePixel) === 0) return { searched, ...UNTOUCHED };
  const redactions = new Redactions(file, spansByFrame(regions, imagePixel), overlays, fill);
  const redactedFrames = redactions.framesOf(imagePixel);
  const native = nativePixelDataOf(file, imagePixel);
  const change =
    native === null
      ? encapsulatedChange(file, imagePixel, redactions, options)
      : { changed: nativeChange(file, native, redactions), reencodedFrames: 0 };
  return { searched, ...change, redactedFrames };
};

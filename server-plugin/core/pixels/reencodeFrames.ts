import { CodedError } from '../errors/index.ts';
import type { Part10File, Segment } from '../part10/index.ts';
import { tellsExtremes, type Extremes } from './attributeEdits.ts';
import { codestreamOf, type EncapsulatedPixelData } from './encapsulatedPixelData.ts';
import { codecOf, losslessSyntaxOf, type Frame, type FrameCodec, type FrameCodecs } from './frameCodec.ts';
import type { ImagePixel } from './imagePixel.ts';
import { decodeFrame } from './pixelFrames.ts';
import { redactFrame } from './redactFrame.ts';
import type { Redactions } from './redactions.ts';
import { StoredPixels } from './storedPixels.ts';

/** Encapsulated frames after redaction. */
export interface ReencodedFrames {
  readonly transferSyntaxUID: string;
  /** What the Dataset must say of them. */
  readonly imagePixel: ImagePixel;
  readonly frames: readonly (readonly Segment[])[];
  /** Of all frames; null where some were not decoded. */
  readonly extremes: Extremes | null;
}

export interface Reencoding {
  readonly codecs: FrameCodecs;
  readonly redactions: Redactions;
  /** Where the bytes of an encoded frame stay until the file is written. */
  readonly keep: (bytes: Uint8Array) => Segment;
}

const encodeFrame = (codec: FrameCodec, frame: Frame, like: ImagePixel, index: number): Frame => {
  try {
    return codec.encode(frame, like);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('PIXELS_CODEC_FAILED', `encoding frame ${index + 1}`, { cause });
  }
};

const sameImagePixel = (a: ImagePixel, b: ImagePixel): boolean =>
  (Object.keys(a) as (keyof ImagePixel)[]).every((key) => a[key] === b[key]);

const widened = (extremes: Extremes, { smallest, largest }: Extremes): Extremes => ({
  smallest: Math.min(extremes.smallest, smallest),
  largest: Math.max(extremes.largest, largest),
});

/** With `all` false, frames without a redaction keep their fragments. */
const reencode = (
  file: Part10File,
  fileImagePixel: ImagePixel,
  pixelData: EncapsulatedPixelData,
  { codecs, redactions, keep }: Reencoding,
  all: boolean,
): ReencodedFrames => {
  const transferSyntaxUID = losslessSyntaxOf(file.transferSyntax.uid);
  const decoder = codecOf(codecs, file.transferSyntax.uid);
  const encoder = codecOf(codecs, transferSyntaxUID);
  const frames: (readonly Segment[])[] = [];
  let imagePixel: ImagePixel | null = null;
  let extremes: Extremes | null = tellsExtremes(file) ? { smallest: Infinity, largest: -Infinity } : null;
  for (const [index, fragments] of pixelData.frames.entries()) {
    const touched = redactions.touch(index);
    if (!touched && !all) {
      extremes = null;
      frames.push(fragments);
      continue;
    }
    const stored = { imagePixel: fileImagePixel, bytes: codestreamOf(fragments) };
    const frame = decodeFrame(decoder, stored, index);
    const pixels = new StoredPixels(frame.imagePixel, frame.bytes);
    if (touched) redactFrame(pixels, redactions.of(index, frame.imagePixel));
    extremes = extremes && widened(extremes, pixels.extremes());
    const encoded = encodeFrame(encoder, frame, imagePixel ?? fileImagePixel, index);
    imagePixel ??= encoded.imagePixel;
    if (!sameImagePixel(imagePixel, encoded.imagePixel))
      throw new CodedError('PIXELS_CODEC_FAILED', `frame ${index + 1} differs from the others`);
    frames.push([keep(encoded.bytes)]);
  }
  return { transferSyntaxUID, imagePixel: imagePixel ?? fileImagePixel, frames, extremes };
};

/**
 * Decodes, redacts and encodes the frames that have one; all of them where the Transfer Syntax, or what the Dataset says of
 * the pixels, cannot stay.
 *
 * @throws CodedError PIXELS_TRANSFER_SYNTAX_UNSUPPORTED, PIXELS_CODEC_FAILED
 */
export const reencodeFrames = (
  file: Part10File,
  imagePixel: ImagePixel,
  pixelData: EncapsulatedPixelData,
  reencoding: Reencoding,
): ReencodedFrames => {
  const all = losslessSyntaxOf(file.transferSyntax.uid) !== file.transferSyntax.uid;
  const reencoded = reencode(file, imagePixel, pixelData, reencoding, all);
  return all || sameImagePixel(reencoded.imagePixel, imagePixel)
    ? reencoded
    : reencode(file, imagePixel, pixelData, reencoding, true);
};

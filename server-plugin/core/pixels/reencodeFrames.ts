import { CodedError } from '../errors/index.ts';
import type { Part10File, Segment } from '../part10/index.ts';
import { tellsExtremes, type Extremes } from './attributeEdits.ts';
import { codestreamOf, type EncapsulatedPixelData } from './encapsulatedPixelData.ts';
import {
  codecOf,
  losslessSyntaxOf,
  RLE_LOSSLESS,
  type Frame,
  type FrameCodec,
  type FrameCodecs,
} from './frameCodec.ts';
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
  /** How many of them were encoded anew. */
  readonly reencodedFrames: number;
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

interface Pass {
  readonly transferSyntaxUID: string;
  /** Whether frames without a redaction are written anew too, or keep their fragments. */
  readonly all: boolean;
}

const reencode = (
  file: Part10File,
  fileImagePixel: ImagePixel,
  pixelData: EncapsulatedPixelData,
  { codecs, redactions, keep }: Reencoding,
  { transferSyntaxUID, all }: Pass,
): ReencodedFrames | 'cannot encode' => {
  const decoder = codecOf(codecs, file.transferSyntax.uid);
  const encoder = codecOf(codecs, transferSyntaxUID);
  const frames: (readonly Segment[])[] = [];
  let imagePixel: ImagePixel | null = null;
  let reencodedFrames = 0;
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
    if (!encoder.encodes(frame.imagePixel)) return 'cannot encode';
    const pixels = new StoredPixels(frame.imagePixel, frame.bytes);
    if (touched) redactFrame(pixels, redactions.of(index, frame.imagePixel));
    extremes = extremes && widened(extremes, pixels.extremes());
    const encoded = encodeFrame(encoder, frame, imagePixel ?? fileImagePixel, index);
    imagePixel ??= encoded.imagePixel;
    if (!sameImagePixel(imagePixel, encoded.imagePixel))
      throw new CodedError('PIXELS_CODEC_FAILED', `frame ${index + 1} differs from the others`);
    frames.push([keep(encoded.bytes)]);
    reencodedFrames++;
  }
  return { transferSyntaxUID, imagePixel: imagePixel ?? fileImagePixel, frames, reencodedFrames, extremes };
};

/**
 * Decodes, redacts and encodes the frames that have a redaction; all of them where the Transfer Syntax, or what the Dataset says of
 * the pixels, cannot stay. What the lossless codec of the family cannot encode becomes RLE.
 *
 * @throws CodedError PIXELS_TRANSFER_SYNTAX_UNSUPPORTED, PIXELS_CODEC_FAILED
 */
export const reencodeFrames = (
  file: Part10File,
  imagePixel: ImagePixel,
  pixelData: EncapsulatedPixelData,
  reencoding: Reencoding,
): ReencodedFrames => {
  const { uid } = file.transferSyntax;
  const lossless = losslessSyntaxOf(uid);
  const passes: readonly Pass[] = [
    { transferSyntaxUID: lossless, all: lossless !== uid },
    { transferSyntaxUID: lossless, all: true },
    { transferSyntaxUID: RLE_LOSSLESS, all: true },
  ];
  for (const pass of passes) {
    const reencoded = reencode(file, imagePixel, pixelData, reencoding, pass);
    if (reencoded === 'cannot encode') continue;
    if (pass.all || sameImagePixel(reencoded.imagePixel, imagePixel)) return reencoded;
  }
  throw new CodedError('PIXELS_TRANSFER_SYNTAX_UNSUPPORTED', uid);
};

import { CodedError } from '../errors/index.ts';
import type { Part10File } from '../part10/index.ts';
import { codestreamOf, encapsulatedPixelDataOf } from './encapsulatedPixelData.ts';
import { codecOf, type Frame, type FrameCodec, type FrameCodecs } from './frameCodec.ts';
import type { ImagePixel } from './imagePixel.ts';
import { nativePixelDataOf } from './nativePixelData.ts';

/** The frames of a file, read one at a time; 0-based. */
export interface PixelFrames {
  readonly imagePixel: ImagePixel;
  /** The bytes as they are in the file: the codestream, or the uncompressed frame in little endian. */
  readonly stored: (index: number) => Uint8Array;
  /** @throws CodedError PIXELS_TRANSFER_SYNTAX_UNSUPPORTED, PIXELS_CODEC_FAILED */
  readonly decoded: (index: number) => Frame;
}

/** @throws CodedError PIXELS_CODEC_FAILED, whatever the codec threw */
export const decodeFrame = (codec: FrameCodec, frame: Frame, index: number): Frame => {
  try {
    return codec.decode(frame);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('PIXELS_CODEC_FAILED', `decoding frame ${index + 1}`, { cause });
  }
};

/** @throws CodedError PIXELS_FRAMES_AMBIGUOUS, PIXELS_LENGTH_MISMATCH */
export const pixelFramesOf = (file: Part10File, imagePixel: ImagePixel, codecs: FrameCodecs): PixelFrames => {
  const native = nativePixelDataOf(file, imagePixel);
  if (native !== null) {
    const stored = (index: number): Uint8Array => native.frame(index);
    return { imagePixel, stored, decoded: (index) => ({ imagePixel, bytes: stored(index) }) };
  }
  const encapsulated = encapsulatedPixelDataOf(file, imagePixel);
  const stored = (index: number): Uint8Array => codestreamOf(encapsulated.frames[index] ?? []);
  const decoded = (index: number): Frame =>
    decodeFrame(codecOf(codecs, file.transferSyntax.uid), { imagePixel, bytes: stored(index) }, index);
  return { imagePixel, stored, decoded };
};

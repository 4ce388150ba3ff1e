import type { Frame, FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { encodeWith, type Library, type LibraryCall } from '../src/codecs/nativeCodecs.ts';

/** Makes a codestream of an uncompressed frame. */
export type FrameEncoder = (frame: Frame) => Frame;

const COMPRESSED = '1.2.840.10008.1.2.4';

/** What the bridge itself never writes: with loss, and other processes of JPEG Lossless. Colour is not transformed where that can be. */
const callsOf = (library: Library): Readonly<Record<string, LibraryCall>> => ({
  [`${COMPRESSED}.50`]: (context) =>
    library.encodeJpeg(context, { lossy: true, quality: 90, sampleFactor: 1 }),
  [`${COMPRESSED}.51`]: (context) => library.encodeJpeg(context, { lossy: true, quality: 90 }),
  [`${COMPRESSED}.57`]: (context) =>
    library.encodeJpeg(context, { lossy: false, predictor: 6, pointTransform: 0 }),
  [`${COMPRESSED}.81`]: (context) => library.encodeJpegLs(context, { lossy: true, allowedLossyError: 3 }),
  [`${COMPRESSED}.91`]: (context) => library.encodeJpeg2000(context, { lossy: true, rate: 8 }),
  [`${COMPRESSED}.203`]: (context) => library.encodeHtJpeg2000(context, { lossy: true }),
});

/** The encoder of a Transfer Syntax: the bridge's own, or the library's where that does not write it. */
export const pixelEncoderOf = (
  transferSyntaxUID: string,
  codecs: FrameCodecs,
  library: Library,
): FrameEncoder => {
  const call = callsOf(library)[transferSyntaxUID];
  if (call !== undefined)
    return (frame) => encodeWith(call, frame, frame.imagePixel.photometricInterpretation);
  const codec = codecs.get(transferSyntaxUID);
  if (codec === undefined) throw new Error(`no codec for ${transferSyntaxUID}`);
  return (frame) => codec.encode(frame, frame.imagePixel);
};

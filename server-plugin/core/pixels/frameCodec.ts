import { CodedError } from '../errors/index.ts';
import type { ImagePixel } from './imagePixel.ts';

/** One frame and what its bytes are: as stored in the file, or uncompressed in little endian, cells packed as in native Pixel Data. */
export interface Frame {
  readonly imagePixel: ImagePixel;
  readonly bytes: Uint8Array;
}

/**
 * The coding of single frames in one Transfer Syntax. The functions throw whatever they like where they fail. A decoder says of
 * the uncompressed frame what is true of it (a JPEG in YBR_FULL_422 may come out as RGB), an encoder what the Dataset must say of
 * the codestream; an encoder loses nothing.
 */
export interface FrameCodec {
  /** The bytes of the result are the caller's to write to. */
  readonly decode: (frame: Frame) => Frame;
  /** Whether uncompressed frames of this kind can be encoded without loss. */
  readonly encodes: (imagePixel: ImagePixel) => boolean;
  /** `like`: what the Dataset says now; the codec keeps to it where that is true and possible. */
  readonly encode: (frame: Frame, like: ImagePixel) => Frame;
}

/** By Transfer Syntax UID. */
export type FrameCodecs = ReadonlyMap<string, FrameCodec>;

/** For frames that the lossless codec of their own family cannot encode: it takes all but single bits. */
export const RLE_LOSSLESS = '1.2.840.10008.1.2.5';
const JPEG_LOSSLESS_SV1 = '1.2.840.10008.1.2.4.70';

/** The lossless Transfer Syntax of the same family, for those that lose information. */
const LOSSLESS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10008.1.2.4.50', JPEG_LOSSLESS_SV1],
  ['1.2.840.10008.1.2.4.51', JPEG_LOSSLESS_SV1],
  ['1.2.840.10008.1.2.4.81', '1.2.840.10008.1.2.4.80'],
  ['1.2.840.10008.1.2.4.91', '1.2.840.10008.1.2.4.90'],
  ['1.2.840.10008.1.2.4.203', '1.2.840.10008.1.2.4.201'],
]);

/** The Transfer Syntax to write changed frames in. */
export const losslessSyntaxOf = (transferSyntaxUID: string): string =>
  LOSSLESS.get(transferSyntaxUID) ?? transferSyntaxUID;

/** @throws CodedError PIXELS_TRANSFER_SYNTAX_UNSUPPORTED */
export const codecOf = (codecs: FrameCodecs, transferSyntaxUID: string): FrameCodec => {
  const codec = codecs.get(transferSyntaxUID);
  if (codec === undefined) throw new CodedError('PIXELS_TRANSFER_SYNTAX_UNSUPPORTED', transferSyntaxUID);
  return codec;
};

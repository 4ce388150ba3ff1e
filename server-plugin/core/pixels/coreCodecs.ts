import { CodedError } from '../errors/index.ts';
import { RLE_LOSSLESS, type FrameCodec, type FrameCodecs } from './frameCodec.ts';
import { RLE_CODEC } from './rle.ts';
import { frameBits } from './storedPixels.ts';

/** Encapsulated Uncompressed Explicit VR Little Endian (PS3.5 section A.4.11): a frame's bytes, perhaps padded. */
const UNCOMPRESSED_CODEC: FrameCodec = {
  decode: ({ imagePixel, bytes }) => {
    const length = Math.ceil(frameBits(imagePixel) / 8);
    if (bytes.length < length || bytes.length > length + 1)
      throw new CodedError('PIXELS_LENGTH_MISMATCH', 'PixelData');
    return { imagePixel, bytes: bytes.slice(0, length) };
  },
  encodes: () => true,
  encode: (frame) => frame,
};

/** The codecs that need no library. */
export const CORE_CODECS: FrameCodecs = new Map([
  ['1.2.840.10008.1.2.1.98', UNCOMPRESSED_CODEC],
  [RLE_LOSSLESS, RLE_CODEC],
]);

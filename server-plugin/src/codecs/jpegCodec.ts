import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  StoredPixels,
  type Frame,
  type FrameCodec,
  type ImagePixel,
  type PhotometricInterpretation,
} from '@pseudonymize-redact/core/pixels';
import { decodeWith, encodeWith, type Library } from './nativeCodecs.ts';

/**
 * The samples that come out of a codestream of components Y, CB, CR, or of one: no colour is converted, so nothing is rounded, and
 * chrominance that was subsampled is as long as the luminance (PS3.3 section C.7.6.3.1.2).
 */
const samplesOf = ({ photometricInterpretation }: ImagePixel): PhotometricInterpretation => {
  switch (photometricInterpretation) {
    case 'MONOCHROME1':
    case 'MONOCHROME2':
    case 'PALETTE COLOR':
    case 'RGB':
    case 'YBR_FULL':
      return photometricInterpretation;
    case 'YBR_FULL_422':
      return 'YBR_FULL';
    default:
      throw new CodedError('PIXELS_ATTRIBUTE_INVALID', 'PhotometricInterpretation');
  }
};

const encodes = ({ bitsAllocated }: ImagePixel): boolean => bitsAllocated === 8 || bitsAllocated === 16;

/** JPEG knows no sign: its samples are the Bits Stored and nothing above them. The decoder's caller extends the sign again. */
const withoutSigns = (frame: Frame): Frame => {
  const { imagePixel } = frame;
  if (imagePixel.sampleType !== 'signed') return frame;
  const bytes = frame.bytes.slice();
  new StoredPixels(imagePixel, bytes).clear(~(0xffffffff >>> (32 - imagePixel.bitsStored)));
  return { imagePixel, bytes };
};

/** Decodes all processes of JPEG, writes JPEG Lossless with first-order prediction (PS3.5 sections 8.2.1, A.4.1, A.4.2). */
export const jpegCodec = (library: Library): FrameCodec => ({
  decode: (frame) =>
    decodeWith((context) => library.decodeJpeg(context, {}), frame, samplesOf(frame.imagePixel)),
  encodes,
  encode: (frame) =>
    encodeWith(
      (context) => library.encodeJpeg(context, { lossy: false, predictor: 1, pointTransform: 0 }),
      withoutSigns(frame),
      frame.imagePixel.photometricInterpretation,
    ),
});

/** Decodes JPEG-LS with and without loss, writes it without (PS3.5 section A.4.3). */
export const jpegLsCodec = (library: Library): FrameCodec => ({
  decode: (frame) =>
    decodeWith((context) => library.decodeJpegLs(context, {}), frame, samplesOf(frame.imagePixel)),
  encodes,
  encode: (frame) =>
    encodeWith(
      (context) => library.encodeJpegLs(context, { lossy: false }),
      frame,
      frame.imagePixel.photometricInterpretation,
    ),
});

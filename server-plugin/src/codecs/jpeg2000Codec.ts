import { CodedError } from '@pseudonymize-redact/core/errors';
import type {
  Frame,
  FrameCodec,
  ImagePixel,
  PhotometricInterpretation,
} from '@pseudonymize-redact/core/pixels';
import { checkCodestreamSize } from './codestreamSize.ts';
import { decodeWith, encodeWith, type Library } from './nativeCodecs.ts';

/** The codestream's multiple component transformation is undone by the decoder: RGB comes out (PS3.5 section 8.2.4). */
const samplesOf = (imagePixel: ImagePixel): PhotometricInterpretation => {
  const { photometricInterpretation, samplesPerPixel, bitsAllocated } = imagePixel;
  // Colour of more than 8 bits comes out of the library wrong, and with no error.
  if (samplesPerPixel > 1 && bitsAllocated > 8)
    throw new CodedError('PIXELS_CODEC_FAILED', 'colour of more than 8 bits in JPEG 2000');
  switch (photometricInterpretation) {
    case 'MONOCHROME1':
    case 'MONOCHROME2':
    case 'PALETTE COLOR':
    case 'YBR_FULL':
      return photometricInterpretation;
    case 'RGB':
    case 'YBR_RCT':
    case 'YBR_ICT':
      return 'RGB';
    default:
      throw new CodedError('PIXELS_ATTRIBUTE_INVALID', 'PhotometricInterpretation');
  }
};

const decoder =
  (decode: Parameters<typeof decodeWith>[0]) =>
  (frame: Frame): Frame => {
    checkCodestreamSize(frame);
    return decodeWith(decode, frame, samplesOf(frame.imagePixel));
  };

/** Decodes JPEG 2000, writes it reversibly (PS3.5 section A.4.4). */
export const jpeg2000Codec = (library: Library): FrameCodec => ({
  decode: decoder((context) => library.decodeJpeg2000(context, {})),
  // The library's encoder gets signed samples of 8 bits wrong, and colour of more than 8.
  encodes: ({ samplesPerPixel, bitsAllocated, sampleType }) =>
    bitsAllocated === 8 ? sampleType === 'unsigned' : bitsAllocated === 16 && samplesPerPixel === 1,
  encode: (frame, like) => {
    const { photometricInterpretation } = frame.imagePixel;
    const encode: Parameters<typeof encodeWith>[0] = (context) =>
      library.encodeJpeg2000(context, { lossy: false });
    if (photometricInterpretation !== 'RGB') return encodeWith(encode, frame, photometricInterpretation);
    // The library transforms what it takes for RGB, and only that.
    return like.photometricInterpretation === 'RGB'
      ? encodeWith(encode, frame, 'RGB', 'YBR_FULL')
      : encodeWith(encode, frame, 'YBR_RCT');
  },
});

/** The progression by resolution, position, component, layer, which Transfer Syntax .202 prescribes. */
const RPCL = 2;

/** Decodes High-Throughput JPEG 2000, writes it reversibly with RPCL order and TLM markers (PS3.5 section A.4.9). */
export const htJpeg2000Codec = (library: Library): FrameCodec => ({
  decode: decoder((context) => library.decodeHtJpeg2000(context, {})),
  // The library's encoder transforms all colour: of YBR_FULL the Dataset could say nothing that is true.
  encodes: ({ samplesPerPixel, bitsAllocated, sampleType, photometricInterpretation }) =>
    samplesPerPixel === 1
      ? bitsAllocated === 8 || bitsAllocated === 16
      : bitsAllocated === 8 && sampleType === 'unsigned' && photometricInterpretation === 'RGB',
  encode: (frame) =>
    encodeWith(
      (context) => library.encodeHtJpeg2000(context, { lossy: false, progressionOrder: RPCL }),
      frame,
      frame.imagePixel.samplesPerPixel === 3 ? 'YBR_RCT' : frame.imagePixel.photometricInterpretation,
    ),
});

import { CodedError } from '@pseudonymize-redact/core/errors';
import type {
  Frame,
  FrameCodec,
  ImagePixel,
  PhotometricInterpretation,
} from '@pseudonymize-redact/core/pixels';
import { checkCodestreamSize } from './codestreamSize.ts';
import { encodeApart } from './componentsApart.ts';
import { CPRL, LARGEST_PRECINCT, RPCL } from './joinedCodestream.ts';
import {
  codecFailed,
  decodedFrame,
  decodeWith,
  encodeWith,
  type Decode,
  type LibraryCall,
  type Library,
} from './nativeCodecs.ts';

/** The codestream's multiple component transformation is undone by the decoder: RGB comes out (PS3.5 section 8.2.4). */
const samplesOf = ({ photometricInterpretation }: ImagePixel): PhotometricInterpretation => {
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

/** The library gets it wrong, and with no error. */
const isDeepColour = ({ samplesPerPixel, bitsAllocated }: ImagePixel): boolean =>
  samplesPerPixel === 3 && bitsAllocated === 16;

/** With `decode` of the library, or with OpenJPEG what it `getsWrong`. */
const decoder =
  (decode: LibraryCall, decodeByOpenJpeg: Decode, getsWrong: (imagePixel: ImagePixel) => boolean) =>
  (frame: Frame): Frame => {
    const { imagePixel } = frame;
    if (imagePixel.bitsAllocated > 16) throw codecFailed('more than 16 bits in JPEG 2000');
    checkCodestreamSize(frame);
    const photometricInterpretation = samplesOf(imagePixel);
    if (!getsWrong(imagePixel)) return decodeWith(decode, frame, photometricInterpretation);
    const native = { ...imagePixel, photometricInterpretation, planarConfiguration: 0 } as const;
    return decodedFrame(native, decodeByOpenJpeg(frame));
  };

const isOfOnePrecinct = ({ rows, columns }: ImagePixel): boolean =>
  rows <= LARGEST_PRECINCT && columns <= LARGEST_PRECINCT;

/** Of a component: a sign, and one bit less than it has (ISO 15444-1 table A.11). */
const SIGN_OF_COMPONENT = 0x80;
const FIRST_COMPONENT = 42;
const COMPONENT_BYTES = 3;

/**
 * The library gets signed samples of 8 bits wrong. They are what unsigned ones are after their level is shifted to the middle
 * (ISO 15444-1 section G.1): so those are encoded, and the codestream then says that they are signed.
 */
const encodeUnsigned = (encode: (frame: Frame) => Frame, { imagePixel, bytes }: Frame): Frame => {
  const middle = 2 ** (imagePixel.bitsStored - 1);
  const shifted = bytes.map((byte) => byte + middle);
  const encoded = encode({ imagePixel: { ...imagePixel, sampleType: 'unsigned' }, bytes: shifted });
  for (let sample = 0; sample < imagePixel.samplesPerPixel; sample++) {
    const at = FIRST_COMPONENT + sample * COMPONENT_BYTES;
    encoded.bytes[at] = (encoded.bytes[at] ?? 0) | SIGN_OF_COMPONENT;
  }
  return { ...encoded, imagePixel: { ...encoded.imagePixel, sampleType: 'signed' } };
};

/** Samples of up to 8 bits as a byte each: so the codestream says how many bits are stored, not how many are allocated. */
const encodeNarrow = (encode: (frame: Frame) => Frame, { imagePixel, bytes }: Frame): Frame => {
  const { bitsAllocated } = imagePixel;
  const samples = Uint8Array.from({ length: bytes.length / 2 }, (_, index) => bytes[index * 2] ?? 0);
  const encoded = encode({ imagePixel: { ...imagePixel, bitsAllocated: 8 }, bytes: samples });
  return { ...encoded, imagePixel: { ...encoded.imagePixel, bitsAllocated } };
};

/** Decodes JPEG 2000, writes it reversibly (PS3.5 section A.4.4). */
export const jpeg2000Codec = (library: Library, decodeByOpenJpeg: Decode): FrameCodec => {
  const encodeAs =
    (progression: { readonly progressionOrder?: number }): LibraryCall =>
    (context) =>
      library.encodeJpeg2000(context, { lossy: false, ...progression });
  const encode = (frame: Frame, like: ImagePixel): Frame => {
    const { photometricInterpretation, bitsAllocated, bitsStored, sampleType } = frame.imagePixel;
    if (bitsAllocated === 16 && bitsStored <= 8) return encodeNarrow((narrow) => encode(narrow, like), frame);
    if (bitsAllocated === 8 && sampleType === 'signed')
      return encodeUnsigned((unsigned) => encode(unsigned, like), frame);
    if (isDeepColour(frame.imagePixel)) return encodeApart(encodeAs({ progressionOrder: CPRL }), frame, CPRL);
    if (photometricInterpretation !== 'RGB')
      return encodeWith(encodeAs({}), frame, photometricInterpretation);
    // The library transforms what it takes for RGB, and only that.
    return like.photometricInterpretation === 'RGB'
      ? encodeWith(encodeAs({}), frame, 'RGB', 'YBR_FULL')
      : encodeWith(encodeAs({}), frame, 'YBR_RCT');
  };
  return {
    decode: decoder((context) => library.decodeJpeg2000(context, {}), decodeByOpenJpeg, isDeepColour),
    encodes: (imagePixel) =>
      imagePixel.bitsAllocated === 8 ||
      (imagePixel.bitsAllocated === 16 && (imagePixel.samplesPerPixel === 1 || isOfOnePrecinct(imagePixel))),
    encode,
  };
};

/** What the library encodes right: it transforms all colour as if it were RGB of 8 bits. */
const isTransformable = ({
  samplesPerPixel,
  bitsAllocated,
  sampleType,
  photometricInterpretation,
}: ImagePixel) =>
  samplesPerPixel === 1 ||
  (bitsAllocated === 8 && sampleType === 'unsigned' && photometricInterpretation === 'RGB');

/** Decodes High-Throughput JPEG 2000, writes it reversibly with RPCL order and TLM markers (PS3.5 section A.4.9). */
export const htJpeg2000Codec = (library: Library, decodeByOpenJpeg: Decode): FrameCodec => ({
  // The library takes all colour for transformed.
  decode: decoder(
    (context) => library.decodeHtJpeg2000(context, {}),
    decodeByOpenJpeg,
    ({ samplesPerPixel }) => samplesPerPixel === 3,
  ),
  encodes: (imagePixel) =>
    (imagePixel.bitsAllocated === 8 || imagePixel.bitsAllocated === 16) &&
    (isTransformable(imagePixel) || isOfOnePrecinct(imagePixel)),
  encode: (frame) => {
    const { imagePixel } = frame;
    const encode: LibraryCall = (context) =>
      library.encodeHtJpeg2000(context, { lossy: false, progressionOrder: RPCL });
    if (!isTransformable(imagePixel)) return encodeApart(encode, frame, RPCL);
    const transformed = imagePixel.samplesPerPixel === 3 ? 'YBR_RCT' : imagePixel.photometricInterpretation;
    return encodeWith(encode, frame, transformed);
  },
});

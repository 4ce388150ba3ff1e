import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  frameBits,
  StoredPixels,
  type Frame,
  type ImagePixel,
  type PhotometricInterpretation,
} from '@pseudonymize-redact/core/pixels';
import type * as DcmjsCodecs from 'dcmjs-codecs';
import { createRequire } from 'node:module';

// A CommonJS bundle whose named exports Node cannot see from an ES module.
const library = createRequire(import.meta.url)('dcmjs-codecs') as typeof DcmjsCodecs;

/** The WebAssembly codecs of dcmjs-codecs (libjpeg, CharLS, OpenJPEG, OpenJPH), loaded. */
export type Library = typeof DcmjsCodecs.NativeCodecs;
type Context = DcmjsCodecs.Context;

/** One function of the library. */
export type LibraryCall = (context: Context) => Context;

/** Uncompressed samples of a codestream; colour by pixel. The bytes are the caller's to write to. */
export type Decode = (frame: Frame) => Uint8Array;

/** Loads the WebAssembly module once a thread. */
export const loadLibrary = async (): Promise<Library> => {
  if (!library.NativeCodecs.isInitialized()) await library.NativeCodecs.initializeAsync();
  return library.NativeCodecs;
};

export const codecFailed = (what: string): CodedError => new CodedError('PIXELS_CODEC_FAILED', what);

const contextOf = (
  imagePixel: ImagePixel,
  photometricInterpretation: PhotometricInterpretation,
  buffer: { readonly encodedBuffer: Uint8Array } | { readonly decodedBuffer: Uint8Array },
): Context =>
  new library.Context({
    width: imagePixel.columns,
    height: imagePixel.rows,
    bitsAllocated: imagePixel.bitsAllocated,
    bitsStored: imagePixel.bitsStored,
    samplesPerPixel: imagePixel.samplesPerPixel,
    pixelRepresentation: imagePixel.sampleType === 'signed' ? 1 : 0,
    planarConfiguration: imagePixel.planarConfiguration,
    photometricInterpretation,
    ...buffer,
  });

/** A codestream may say unsigned where the Dataset says signed: the stored values are the same, but not the bits above them. */
const extendSigns = (imagePixel: ImagePixel, bytes: Uint8Array): void => {
  if (imagePixel.sampleType !== 'signed' || imagePixel.bitsStored === imagePixel.bitsAllocated) return;
  const pixels = new StoredPixels(imagePixel, bytes);
  for (let pixel = 0; pixel < imagePixel.rows * imagePixel.columns; pixel++) {
    for (let sample = 0; sample < imagePixel.samplesPerPixel; sample++)
      pixels.set(pixel, sample, pixels.get(pixel, sample));
  }
};

/** Samples of a byte each, in cells of two: so they come out of a codestream of up to 8 bits, whatever is allocated for them. */
const widened = (samples: Uint8Array, { sampleType }: ImagePixel): Uint8Array =>
  new Uint8Array(Uint16Array.from(sampleType === 'signed' ? new Int8Array(samples) : samples).buffer);

/**
 * A frame of samples that a decoder gave, its sign extended. `native`: what they are; the bytes are the frame's from then on.
 *
 * @throws CodedError PIXELS_CODEC_FAILED where they are not as many as the Dataset says
 */
export const decodedFrame = (native: ImagePixel, samples: Uint8Array): Frame => {
  // The samples of a codestream are the stored values, from bit 0 on (PS3.5 section 8.2).
  if (native.highBit !== native.bitsStored - 1) throw codecFailed('HighBit');
  const length = frameBits(native) / 8;
  const isNarrow = native.bitsAllocated === 16 && samples.length * 2 === length;
  const bytes = isNarrow ? widened(samples, native) : samples;
  if (bytes.length !== length) throw codecFailed('samples of the codestream');
  extendSigns(native, bytes);
  return { imagePixel: native, bytes };
};

/**
 * Decodes with one function of the library. `photometricInterpretation`: what the samples are that come out.
 *
 * @throws CodedError PIXELS_CODEC_FAILED where the codestream is of another size than the Dataset says
 */
export const decodeWith = (
  decode: LibraryCall,
  { imagePixel, bytes: encodedBuffer }: Frame,
  photometricInterpretation: PhotometricInterpretation,
): Frame => {
  const context = decode(contextOf(imagePixel, photometricInterpretation, { encodedBuffer }));
  if (context.getWidth() !== imagePixel.columns || context.getHeight() !== imagePixel.rows)
    throw codecFailed('Rows or Columns of the codestream');
  const samples = context.getDecodedBuffer()?.slice();
  if (samples === undefined) throw codecFailed('no samples');
  return decodedFrame({ ...imagePixel, photometricInterpretation }, samples);
};

/** The library takes samples of up to 8 bits from a byte each: of two bytes they are told to have 16, as dcmtk does it too. */
const told = (imagePixel: ImagePixel): ImagePixel =>
  imagePixel.bitsAllocated === 16 && imagePixel.bitsStored <= 8
    ? { ...imagePixel, bitsStored: 16, highBit: 15 }
    : imagePixel;

/**
 * Encodes with one function of the library. `photometricInterpretation`: what the Dataset must say of the codestream;
 * `asIf`: what the library is to take the samples for.
 */
export const encodeWith = (
  encode: LibraryCall,
  { imagePixel, bytes: decodedBuffer }: Frame,
  photometricInterpretation: PhotometricInterpretation,
  asIf: PhotometricInterpretation = imagePixel.photometricInterpretation,
): Frame => {
  const encoded = encode(contextOf(told(imagePixel), asIf, { decodedBuffer })).getEncodedBuffer();
  if (encoded === undefined) throw codecFailed('no codestream');
  return { imagePixel: { ...imagePixel, photometricInterpretation }, bytes: encoded.slice() };
};

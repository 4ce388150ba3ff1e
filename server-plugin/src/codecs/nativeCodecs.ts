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

/**
 * A frame of samples that a decoder gave, its sign extended. `native`: what they are; the bytes are the frame's from then on.
 *
 * @throws CodedError PIXELS_CODEC_FAILED where they are not as many as the Dataset says
 */
export const decodedFrame = (native: ImagePixel, bytes: Uint8Array | undefined): Frame => {
  // The samples of a codestream are the stored values, from bit 0 on (PS3.5 section 8.2).
  if (native.highBit !== native.bitsStored - 1) throw codecFailed('HighBit');
  if (bytes?.length !== frameBits(native) / 8) throw codecFailed('samples of the codestream');
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
  return decodedFrame({ ...imagePixel, photometricInterpretation }, context.getDecodedBuffer()?.slice());
};

/**
 * Encodes with one function of the library. `photometricInterpretation`: what the Dataset must say of the codestream;
 * `asIf`: what the library is to take the samples for.
 */
export const encodeWith = (
  encode: LibraryCall,
  { imagePixel, bytes }: Frame,
  photometricInterpretation: PhotometricInterpretation,
  asIf: PhotometricInterpretation = imagePixel.photometricInterpretation,
): Frame => {
  const encoded = encode(contextOf(imagePixel, asIf, { decodedBuffer: bytes })).getEncodedBuffer();
  if (encoded === undefined) throw codecFailed('no codestream');
  return { imagePixel: { ...imagePixel, photometricInterpretation }, bytes: encoded.slice() };
};

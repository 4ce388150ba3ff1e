// Compressed images for tests: frames of a cell image, encoded by dcmjs-codecs, with loss where the Transfer Syntax is lossy.
import { createRequire } from 'node:module';
import type * as DcmjsCodecs from 'dcmjs-codecs';
import { buildPart10 } from './buildPart10.ts';
import { imagePixelElements, nativeBytes, samplesOf, type SyntheticImage } from './cellImage.ts';

const { Context, NativeCodecs } = createRequire(import.meta.url)('dcmjs-codecs') as typeof DcmjsCodecs;
type Encode = (context: DcmjsCodecs.Context) => DcmjsCodecs.Context;

export const COMPRESSED = '1.2.840.10008.1.2.4';

const ENCODERS: Readonly<Record<string, Encode>> = {
  [`${COMPRESSED}.50`]: (context) =>
    NativeCodecs.encodeJpeg(context, { lossy: true, quality: 90, sampleFactor: 1 }),
  [`${COMPRESSED}.51`]: (context) => NativeCodecs.encodeJpeg(context, { lossy: true, quality: 90 }),
  [`${COMPRESSED}.57`]: (context) =>
    NativeCodecs.encodeJpeg(context, { lossy: false, predictor: 6, pointTransform: 0 }),
  [`${COMPRESSED}.70`]: (context) =>
    NativeCodecs.encodeJpeg(context, { lossy: false, predictor: 1, pointTransform: 0 }),
  [`${COMPRESSED}.80`]: (context) => NativeCodecs.encodeJpegLs(context, { lossy: false }),
  [`${COMPRESSED}.81`]: (context) =>
    NativeCodecs.encodeJpegLs(context, { lossy: true, allowedLossyError: 3 }),
  [`${COMPRESSED}.90`]: (context) => NativeCodecs.encodeJpeg2000(context, { lossy: false }),
  [`${COMPRESSED}.91`]: (context) => NativeCodecs.encodeJpeg2000(context, { lossy: true, rate: 8 }),
  [`${COMPRESSED}.201`]: (context) => NativeCodecs.encodeHtJpeg2000(context, { lossy: false }),
  [`${COMPRESSED}.202`]: (context) =>
    NativeCodecs.encodeHtJpeg2000(context, { lossy: false, progressionOrder: 2 }),
  [`${COMPRESSED}.203`]: (context) => NativeCodecs.encodeHtJpeg2000(context, { lossy: true }),
};

/** JPEG knows no sign: its samples are the Bits Stored alone. */
const isJpeg = ({ transferSyntaxUID }: SyntheticImage): boolean => /\.(50|51|57|70)$/.test(transferSyntaxUID);
const withoutSigns = ({ bitsStored }: SyntheticImage, cells: readonly number[]): number[] =>
  cells.map((cell) => cell % 2 ** bitsStored);

const encodeFrame = (image: SyntheticImage, cells: readonly number[], asIf: string): Uint8Array => {
  const context = new Context({
    width: image.columns,
    height: image.rows,
    bitsAllocated: image.bitsAllocated,
    bitsStored: image.bitsStored,
    samplesPerPixel: samplesOf(image.photometricInterpretation),
    pixelRepresentation: image.pixelRepresentation,
    planarConfiguration: image.planarConfiguration,
    photometricInterpretation: asIf,
    decodedBuffer: nativeBytes([isJpeg(image) ? withoutSigns(image, cells) : cells], image.bitsAllocated),
  });
  const encoded = ENCODERS[image.transferSyntaxUID]?.(context).getEncodedBuffer();
  if (encoded === undefined) throw new Error(`no encoder for ${image.transferSyntaxUID}`);
  return encoded.slice();
};

/** A file of codestreams of the image, one fragment each. */
export const codestreamImageBytes = (
  image: Omit<SyntheticImage, 'cells'>,
  codestreams: readonly Uint8Array[],
): Uint8Array => {
  const fragments = codestreams.map((bytes) =>
    Uint8Array.from([...bytes, ...(bytes.length % 2 === 1 ? [0] : [])]),
  );
  const pixelData = { tag: 0x7fe00010, vr: 'OB', value: { offsetTable: [], fragments } };
  return buildPart10({
    transferSyntaxUID: image.transferSyntaxUID,
    elements: [...imagePixelElements(image), ...(image.elements ?? []), pixelData].sort(
      (a, b) => a.tag - b.tag,
    ),
  });
};

/**
 * A file of the image's frames, one fragment each. `asIf`: what the encoder is to take the samples for, where that is not what the
 * Dataset says.
 */
export const compressedImageBytes = async (
  image: SyntheticImage,
  asIf: string = image.photometricInterpretation,
): Promise<Uint8Array> => {
  if (!NativeCodecs.isInitialized()) await NativeCodecs.initializeAsync();
  return codestreamImageBytes(
    image,
    image.cells.map((cells) => encodeFrame(image, cells, asIf)),
  );
};

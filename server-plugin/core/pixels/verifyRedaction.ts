import { CodedError } from '../errors/index.ts';
import type { Part10File } from '../part10/index.ts';
import { areasOf, type Area } from './areas.ts';
import { embeddedOverlayPositions, overlayBits } from './embeddedOverlay.ts';
import type { Frame, FrameCodecs } from './frameCodec.ts';
import { imagePixelOf, type ImagePixel } from './imagePixel.ts';
import { pixelFramesOf } from './pixelFrames.ts';
import { spansByFrame, type PixelRegion, type RowSpan } from './rowSpans.ts';
import { StoredPixels } from './storedPixels.ts';

const notVerified = (what: string, frame: number): CodedError =>
  new CodedError('PIXELS_NOT_VERIFIED', `${what} in frame ${frame + 1}`);

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
};

/** What the decoders say of the two frames must agree in all that gives their bytes a meaning. */
const sameShape = (a: ImagePixel, b: ImagePixel): boolean =>
  a.rows === b.rows &&
  a.columns === b.columns &&
  a.photometricInterpretation === b.photometricInterpretation &&
  a.planarConfiguration === b.planarConfiguration &&
  a.bitsAllocated === b.bitsAllocated &&
  a.bitsStored === b.bitsStored &&
  a.highBit === b.highBit &&
  a.sampleType === b.sampleType;

const isConstant = (pixels: StoredPixels, area: Area): boolean => {
  const { columns, samplesPerPixel } = pixels.imagePixel;
  const [first] = area;
  if (first === undefined) return true;
  for (let sample = 0; sample < samplesPerPixel; sample++) {
    const value = pixels.get(first.row * columns + first.start, sample);
    for (const { row, start, end } of area) {
      for (let pixel = row * columns + start; pixel < row * columns + end; pixel++)
        if (!Object.is(pixels.get(pixel, sample), value)) return false;
    }
  }
  return true;
};

/** Makes the two frames equal inside the spans, so that what remains different is outside. */
const copyInside = (from: StoredPixels, to: StoredPixels, spans: readonly RowSpan[]): void => {
  const { columns, samplesPerPixel } = to.imagePixel;
  for (const { row, start, end } of spans) {
    for (let pixel = row * columns + start; pixel < row * columns + end; pixel++) {
      for (let sample = 0; sample < samplesPerPixel; sample++) to.copy(from, pixel, sample);
    }
  }
};

const verifyFrame = (was: Frame, is: Frame, spans: readonly RowSpan[], bits: number, index: number): void => {
  if (!sameShape(was.imagePixel, is.imagePixel)) throw notVerified('other attributes', index);
  const before = new StoredPixels(was.imagePixel, was.bytes);
  const after = new StoredPixels(is.imagePixel, is.bytes);
  if (!areasOf(spans).every((area) => isConstant(after, area)))
    throw notVerified('pixels inside a region', index);
  copyInside(after, before, spans);
  if (bits !== 0) before.clear(bits);
  if (!equalBytes(was.bytes, is.bytes)) throw notVerified('pixels outside the regions', index);
};

/**
 * Reads the pixels of the redacted file anew and compares every frame with the original: constant inside each area that regions
 * make, bit-identical outside, and no bit left of an overlay plane. Frames that have no region are decoded only where their bytes changed.
 *
 * @param regions as given to `redactPixels`
 * @throws CodedError PIXELS_NOT_VERIFIED and whatever reading the frames throws
 */
export const verifyRedaction = (
  original: Part10File,
  redacted: Part10File,
  regions: readonly PixelRegion[],
  codecs: FrameCodecs,
): void => {
  const imagePixel = imagePixelOf(original);
  const newImagePixel = imagePixelOf(redacted);
  if (imagePixel.numberOfFrames !== newImagePixel.numberOfFrames)
    throw new CodedError('PIXELS_NOT_VERIFIED', 'NumberOfFrames');
  const spans = spansByFrame(regions, imagePixel);
  const overlays = embeddedOverlayPositions(original);
  const before = pixelFramesOf(original, imagePixel, codecs);
  const after = pixelFramesOf(redacted, newImagePixel, codecs);
  const sameSyntax = original.transferSyntax.uid === redacted.transferSyntax.uid;
  for (let index = 0; index < imagePixel.numberOfFrames; index++) {
    const inside = spans.get(index) ?? [];
    const untouched =
      inside.length === 0 && sameSyntax && equalBytes(before.stored(index), after.stored(index));
    if (untouched && overlays.length === 0) continue;
    const was = before.decoded(index);
    verifyFrame(was, after.decoded(index), inside, overlayBits(overlays, was.imagePixel), index);
  }
};

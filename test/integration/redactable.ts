// What every redacted image is held to, by the project's own check and by decoders of others.
import {
  frameBits,
  imagePixelOf,
  losslessSyntaxOf,
  pixelFramesOf,
  spansByFrame,
  StoredPixels,
  verifyRedaction,
  type FrameCodecs,
  type PixelRegion,
  type RowSpan,
} from '@pseudonymize-redact/core/pixels';
import { expect } from 'vitest';
import { parse } from '../synthetic/cellImage.ts';
import { redactedBytes } from '../synthetic/redactedFile.ts';
import {
  dciodvfyErrors,
  decodedIndependently,
  HAS_DCIODVFY,
  independentDecodersOf,
  samplesByOpenJpeg,
  type IndependentDecoder,
} from './independentDecoders.ts';
import type { MatrixEntry } from './pixelMatrix.ts';

/** Decoders of the irreversible transformation compute with floats: they may round a value up or down (PS3.5 section A.4.9). */
const ROUNDING: ReadonlyMap<string, number> = new Map([['1.2.840.10008.1.2.4.203', 1]]);

/** Its own regions for an image of any size: upright, rotated, at an edge. */
const regionsFor = (rows: number, columns: number): readonly PixelRegion[] => [
  { box: [columns * 0.25, rows * 0.2, columns * 0.6, rows * 0.3], angleDegrees: 0 },
  { box: [columns * 0.4, rows * 0.5, columns * 0.9, rows * 0.6], angleDegrees: 30 },
  { box: [columns - 1, 0, columns + 3, rows], angleDegrees: 0 },
];

/** As OpenJPEG sees the frames: colour is RGB if it was transformed, by plane. */
const framesByOpenJpeg = (bytes: Uint8Array, codecs: FrameCodecs): readonly StoredPixels[] => {
  const file = parse(bytes);
  const imagePixel = imagePixelOf(file);
  const photometricInterpretation = /^YBR_.CT$/.test(imagePixel.photometricInterpretation)
    ? 'RGB'
    : imagePixel.photometricInterpretation;
  const planarConfiguration = imagePixel.samplesPerPixel === 3 ? 1 : 0;
  const { stored } = pixelFramesOf(file, imagePixel, codecs);
  return Array.from({ length: imagePixel.numberOfFrames }, (_, index) => {
    const decoded = { ...imagePixel, photometricInterpretation, planarConfiguration } as const;
    const samples = samplesByOpenJpeg(stored(index));
    // Up to 8 bits OpenJPEG writes a byte each, whatever is allocated for them.
    const isNarrow = samples.length * 8 < frameBits(decoded);
    const bytes = isNarrow ? new Uint8Array(Uint16Array.from(samples).buffer) : samples;
    return new StoredPixels(decoded, bytes);
  });
};

/** Stored values of all frames, as an independent decoder sees them; null where it cannot read the file. */
const independentFrames = (
  decoder: IndependentDecoder,
  bytes: Uint8Array,
  codecs: FrameCodecs,
): readonly StoredPixels[] | null => {
  if (decoder === 'OpenJPEG') return framesByOpenJpeg(bytes, codecs);
  const decoded = decodedIndependently(bytes, parse(bytes).transferSyntax.uid);
  if (decoded === null) return null;
  const file = parse(decoded);
  const imagePixel = imagePixelOf(file);
  const frames = pixelFramesOf(file, imagePixel, codecs);
  return Array.from(
    { length: imagePixel.numberOfFrames },
    (_, index) => new StoredPixels(imagePixel, frames.decoded(index).bytes),
  );
};

const expectRedacted = (
  before: StoredPixels,
  after: StoredPixels,
  spans: readonly RowSpan[],
  rounding: number,
): void => {
  const { rows, columns, samplesPerPixel } = after.imagePixel;
  expect(after.imagePixel).toEqual(before.imagePixel);
  const inside = new Uint8Array(rows * columns);
  for (const { row, start, end } of spans) inside.fill(1, row * columns + start, row * columns + end);
  const firstInside = inside.indexOf(1);
  let different = 0;
  for (let sample = 0; sample < samplesPerPixel; sample++) {
    const fill = after.get(firstInside, sample);
    for (let pixel = 0; pixel < inside.length; pixel++) {
      const isInside = inside[pixel] === 1;
      const expected = isInside ? fill : before.get(pixel, sample);
      if (Math.abs(after.get(pixel, sample) - expected) > (isInside ? 0 : rounding)) different++;
    }
  }
  expect(different).toBe(0);
};

/** Redacts all frames and holds the result to every rule; null where no independent decoder saw it too. */
export const expectRedactable = (bytes: Uint8Array, codecs: FrameCodecs): MatrixEntry | null => {
  const original = parse(bytes);
  const imagePixel = imagePixelOf(original);
  const { rows, columns, numberOfFrames } = imagePixel;
  const regions = regionsFor(rows, columns);
  const outBytes = redactedBytes(original, regions, { codecs });
  const redacted = parse(outBytes);
  verifyRedaction(original, redacted, regions, codecs);
  const [from, to] = [original.transferSyntax.uid, redacted.transferSyntax.uid];
  expect(to).toBe(losslessSyntaxOf(from));
  expect(imagePixelOf(redacted)).toMatchObject({ rows, columns, numberOfFrames });
  if (HAS_DCIODVFY) {
    const known = dciodvfyErrors(bytes);
    expect([...dciodvfyErrors(outBytes)].filter((line) => !known.has(line))).toEqual([]);
  }
  const spans = spansByFrame(regions, imagePixel);
  const rounding = ROUNDING.get(from) ?? 0;
  for (const decoder of independentDecodersOf(from)) {
    const before = independentFrames(decoder, bytes, codecs);
    const after = independentFrames(decoder, outBytes, codecs);
    if (before === null || after === null) continue;
    expect(after).toHaveLength(numberOfFrames);
    before.forEach((frame, index) =>
      expectRedacted(frame, after[index] ?? frame, spans.get(index) ?? [], rounding),
    );
    return { from, to, imagePixel, decoder: rounding === 0 ? decoder : `${decoder}, ±${rounding}` };
  }
  return null;
};

import type { ByteImage } from './byteImage.ts';
import { checkSize, type DisplayWindow, type SourceImage, type StoredValues } from './sourceImage.ts';

/** What lies outside is clipped: a few dead or padding pixels must not flatten everything else. */
const OUTER_QUANTILE = 0.0005;
const SAMPLE_SIZE = 65536;
/** A displayed window wider than this share of the full range shows nothing that the full range does not. */
const NARROW_WINDOW = 0.8;
const BYTE_RANGE: DisplayWindow = { lower: 0, upper: 255 };

const isFinite = (value: number): boolean => value - value === 0;

/** From the smallest to the largest value, for images of almost one value only. */
const wholeRange = (values: StoredValues): DisplayWindow => {
  let [lower, upper] = [Infinity, -Infinity];
  for (const value of values) {
    if (!isFinite(value)) continue;
    if (value < lower) lower = value;
    if (value > upper) upper = value;
  }
  return lower < upper ? { lower, upper } : BYTE_RANGE;
};

const SMALLEST_BYTE = -128;
const BYTE_VALUES = 384;

/** Values of signed or unsigned bytes, ascending. */
const countedBytes = (values: Float64Array): Float64Array => {
  const counts = new Uint32Array(BYTE_VALUES);
  for (const value of values) counts[value - SMALLEST_BYTE] = (counts[value - SMALLEST_BYTE] ?? 0) + 1;
  let at = 0;
  counts.forEach((count, i) => {
    values.fill(i + SMALLEST_BYTE, at, at + count);
    at += count;
  });
  return values;
};

/** Some of the values, ascending. */
const sortedSample = (
  values: StoredValues,
): ArrayLike<number> & { at(index: number): number | undefined } => {
  // Odd, so that the sample does not keep to some columns of an image whose width is a power of two.
  const step = Math.floor(values.length / SAMPLE_SIZE) | 1;
  const sample = new Float64Array(Math.ceil(values.length / step));
  let count = 0;
  for (let i = 0; i < values.length; i += step) {
    const value = values[i] ?? NaN;
    if (isFinite(value)) sample[count++] = value;
  }
  const finite = sample.subarray(0, count);
  // Bytes are sorted by counting, many times faster.
  return values.BYTES_PER_ELEMENT === 1 ? countedBytes(finite) : finite.sort();
};

/** The range of the stored values but for the outermost quantiles; non-finite values do not count. */
export const fullRange = (values: StoredValues): DisplayWindow => {
  const sorted = sortedSample(values);
  const outer = Math.floor(sorted.length * OUTER_QUANTILE);
  const [lower = 0, upper = 0] = [sorted.at(outer), sorted.at(-1 - outer)];
  return lower < upper ? { lower, upper } : wholeRange(values);
};

/** Samples in `window` become 0 to 255, alpha is dropped, MONOCHROME1 is turned to bright on dark. */
const render = (image: SourceImage, window: DisplayWindow): ByteImage => {
  const { columns, rows, samplesPerPixel, pixels } = image;
  const channels = samplesPerPixel === 1 ? 1 : 3;
  const data = new Uint8Array(columns * rows * channels);
  const scale = 255 / (window.upper - window.lower);
  const flip = image.invert ? 255 : 0;
  let at = 0;
  if (channels === 1) {
    for (let i = 0; i < data.length; i += 1) {
      const value = Math.round(((pixels[i] ?? 0) - window.lower) * scale);
      data[i] = flip ^ (value < 0 ? 0 : value > 255 ? 255 : value);
    }
    return { width: columns, height: rows, channels, data };
  }
  for (let from = 0; from < pixels.length; from += samplesPerPixel) {
    for (let c = 0; c < channels; c += 1) {
      const value = Math.round(((pixels[from + c] ?? 0) - window.lower) * scale);
      data[at++] = flip ^ Math.min(Math.max(value, 0), 255);
    }
  }
  return { width: columns, height: rows, channels, data };
};

/**
 * The pictures of a frame that are searched, the full range of its values first. A text can hide in either: outside of the
 * displayed window, or in so small a part of the full range that only a narrow window shows it.
 * @throws CodedError DETECTION_IMAGE_INVALID
 */
export const renderings = (image: SourceImage): readonly [ByteImage, ...ByteImage[]] => {
  checkSize(image);
  const { samplesPerPixel, pixels, window } = image;
  if (samplesPerPixel > 1 && pixels.BYTES_PER_ELEMENT === 1) return [render(image, BYTE_RANGE)];
  const range = fullRange(pixels);
  const full = render(image, range);
  if (samplesPerPixel > 1 || window === undefined || !(window.lower < window.upper)) return [full];
  const isNarrow = window.upper - window.lower < NARROW_WINDOW * (range.upper - range.lower);
  const isInside = window.lower < range.upper && window.upper > range.lower;
  return isNarrow && isInside ? [full, render(image, window)] : [full];
};

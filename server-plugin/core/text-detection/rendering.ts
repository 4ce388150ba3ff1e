import type { ByteImage } from './byteImage.ts';
import { framePart } from './framePart.ts';
import { checkSize, type DisplayWindow, type SourceImage, type StoredValues } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

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

/** Odd, so that a sample of the values does not keep to some columns of an image whose width is a power of two. */
const sampleStep = ({ length }: StoredValues): number => Math.floor(length / SAMPLE_SIZE) | 1;

/** The range of whole numbers of at most 16 bits, signed or not, by counting: many times faster than sorting. */
const countedRange = (values: StoredValues): DisplayWindow => {
  const isByte = values.BYTES_PER_ELEMENT === 1;
  const counts = new Uint32Array(isByte ? 384 : 98304);
  const lowest = isByte ? -128 : -32768;
  const step = sampleStep(values);
  for (let i = 0; i < values.length; i += step) {
    const place = (values[i] ?? 0) - lowest;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const outer = Math.floor(Math.ceil(values.length / step) * OUTER_QUANTILE);
  let [lower, upper] = [0, counts.length - 1];
  for (let below = counts[0] ?? 0; below <= outer && lower < upper; below += counts[lower] ?? 0) lower += 1;
  for (let above = counts[upper] ?? 0; above <= outer && upper > lower; above += counts[upper] ?? 0)
    upper -= 1;
  return { lower: lower + lowest, upper: upper + lowest };
};

/** The range by sorting; non-finite values do not count. */
const sortedRange = (values: StoredValues): DisplayWindow => {
  const step = sampleStep(values);
  const sample = new Float64Array(Math.ceil(values.length / step));
  let count = 0;
  for (let i = 0; i < values.length; i += step) {
    const value = values[i] ?? NaN;
    if (isFinite(value)) sample[count++] = value;
  }
  const sorted = sample.subarray(0, count).sort();
  const outer = Math.floor(sorted.length * OUTER_QUANTILE);
  return { lower: sorted.at(outer) ?? 0, upper: sorted.at(-1 - outer) ?? 0 };
};

/** The range of the stored values but for the outermost quantiles; non-finite values do not count. */
export const fullRange = (values: StoredValues): DisplayWindow => {
  const range = values.BYTES_PER_ELEMENT <= 2 ? countedRange(values) : sortedRange(values);
  return range.lower < range.upper ? range : wholeRange(values);
};

/** From a stored value to a grey level, 0 to 255: the window's share of it, MONOCHROME1 turned to bright on dark. */
const greyScale = ({ lower, upper }: DisplayWindow, invert: boolean): ((value: number) => number) => {
  const scale = 255 / (upper - lower);
  const flip = invert ? 255 : 0;
  return (value) => {
    const level = (value - lower) * scale + 0.5;
    return flip ^ (level >= 256 ? 255 : level > 0 ? level : 0);
  };
};

/** The grey levels of all values of at most 16 bits, by the bits that they are stored as. */
const levelTable = (pixels: StoredValues, greyLevel: (value: number) => number): Uint8Array => {
  const table = new Uint8Array(2 ** (8 * pixels.BYTES_PER_ELEMENT));
  const isSigned = pixels instanceof Int8Array || pixels instanceof Int16Array;
  for (let bits = 0; bits < table.length; bits += 1)
    table[bits] = greyLevel(isSigned && 2 * bits >= table.length ? bits - table.length : bits);
  return table;
};

/** The bits of values of at most 16 bits, as numbers without a sign. */
const bitsOf = ({ buffer, byteOffset, length, BYTES_PER_ELEMENT }: StoredValues): Uint8Array | Uint16Array =>
  BYTES_PER_ELEMENT === 1
    ? new Uint8Array(buffer, byteOffset, length)
    : new Uint16Array(buffer, byteOffset, length);

const levelsOf = (pixels: StoredValues, greyLevel: (value: number) => number): Uint8Array => {
  const levels = new Uint8Array(pixels.length);
  if (pixels.BYTES_PER_ELEMENT > 2) {
    for (let i = 0; i < levels.length; i += 1) levels[i] = greyLevel(pixels[i] ?? 0);
    return levels;
  }
  const table = levelTable(pixels, greyLevel);
  const bits = bitsOf(pixels);
  for (let i = 0; i < levels.length; i += 1) levels[i] = table[bits[i] ?? 0] ?? 0;
  return levels;
};

/** RGBA as RGB. */
const withoutAlpha = (levels: Uint8Array): Uint8Array => {
  const colours = new Uint8Array((levels.length / 4) * 3);
  for (let from = 0, to = 0; to < colours.length; from += 4, to += 3) {
    colours[to] = levels[from] ?? 0;
    colours[to + 1] = levels[from + 1] ?? 0;
    colours[to + 2] = levels[from + 2] ?? 0;
  }
  return colours;
};

const render = (image: SourceImage, window: DisplayWindow): ByteImage => {
  const { columns: width, rows: height, samplesPerPixel, pixels, invert, frameArea = width * height } = image;
  const levels = levelsOf(pixels, greyScale(window, invert));
  const data = samplesPerPixel === 4 ? withoutAlpha(levels) : levels;
  return { width, height, channels: samplesPerPixel === 1 ? 1 : 3, data, frameArea };
};

/**
 * The ranges of values in which a frame is searched, the full range of its values first. A text can hide in either: outside of the
 * displayed window, or in so small a part of the full range that only a narrow window shows it.
 */
const searchedRanges = ({
  samplesPerPixel,
  pixels,
  window,
}: SourceImage): readonly [DisplayWindow, ...DisplayWindow[]] => {
  if (samplesPerPixel > 1 && pixels.BYTES_PER_ELEMENT === 1) return [BYTE_RANGE];
  const range = fullRange(pixels);
  if (samplesPerPixel > 1 || window === undefined || !(window.lower < window.upper)) return [range];
  const isNarrow = window.upper - window.lower < NARROW_WINDOW * (range.upper - range.lower);
  const isInside = window.lower < range.upper && window.upper > range.lower;
  return isNarrow && isInside ? [range, window] : [range];
};

/**
 * The pictures of a frame, or of a part of it, that are searched.
 * @param part in image pixels; drawn in the ranges of the whole frame @default the whole frame
 * @throws CodedError DETECTION_IMAGE_INVALID
 */
export const renderings = (image: SourceImage, part?: Tile): readonly [ByteImage, ...ByteImage[]] => {
  checkSize(image);
  const [range, ...others] = searchedRanges(image);
  const drawn = part === undefined ? image : framePart(image, part);
  return [render(drawn, range), ...others.map((other) => render(drawn, other))];
};

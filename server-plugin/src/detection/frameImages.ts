import { find, numbersOf, tagOfKeyword, type Part10File } from '@pseudonymize-redact/core/part10';
import {
  imagePixelOf,
  lookupTables,
  pixelFramesOf,
  StoredPixels,
  type Frame,
  type FrameCodecs,
  type ImagePixel,
  type LookupTable,
} from '@pseudonymize-redact/core/pixels';
import type { DisplayWindow, SourceImage, StoredValues } from '@pseudonymize-redact/core/text-detection';

/** The frames of a file as they are searched for text. */
export interface FrameImages {
  readonly count: number;
  /** @throws CodedError PIXELS_… where the frame cannot be decoded */
  readonly image: (index: number) => SourceImage;
}

const numberOf = (file: Part10File, keyword: string): number | undefined => {
  const tag = tagOfKeyword(keyword);
  const element = tag === undefined ? undefined : find(file.dataset, tag);
  return element === undefined ? undefined : numbersOf(file.source, element, file.dataset.encoding)[0];
};

/** The first displayed window in stored values: the inverse of the rescale of PS3.3 section C.11.1, of C.11.2.1.2. */
const windowOf = (file: Part10File): DisplayWindow | null => {
  const [centre, width] = [numberOf(file, 'WindowCenter'), numberOf(file, 'WindowWidth')];
  const slope = numberOf(file, 'RescaleSlope') ?? 1;
  const intercept = numberOf(file, 'RescaleIntercept') ?? 0;
  if (centre === undefined || width === undefined || slope === 0) return null;
  const ends = [centre - width / 2, centre + width / 2].map((value) => (value - intercept) / slope);
  return { lower: Math.min(...ends), upper: Math.max(...ends) };
};

/** The narrowest array that holds the stored values: a frame is copied between threads. */
const arrayFor = ({ sampleType, bitsStored }: ImagePixel, length: number): StoredValues => {
  if (sampleType === 'float' || bitsStored > 16) return new Float64Array(length);
  return sampleType === 'signed' ? new Int16Array(length) : new Uint16Array(length);
};

const greyValues = (frame: Frame): StoredValues => {
  const stored = new StoredPixels(frame.imagePixel, frame.bytes);
  const pixels = arrayFor(frame.imagePixel, frame.imagePixel.rows * frame.imagePixel.columns);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) pixels[pixel] = stored.get(pixel, 0);
  return pixels;
};

const paletteColours = (frame: Frame, tables: readonly LookupTable[]): StoredValues => {
  const { rows, columns } = frame.imagePixel;
  const stored = new StoredPixels(frame.imagePixel, frame.bytes);
  // Entries of 8 bits and of 16 bits look alike: the greatest tells how far they reach.
  const most = Math.max(...tables.map(({ entries }) => entries.reduce((a, b) => Math.max(a, b), 0)));
  const pixels = new Uint8ClampedArray(rows * columns * 3);
  for (let pixel = 0; pixel < rows * columns; pixel += 1) {
    const value = stored.get(pixel, 0);
    tables.forEach(({ firstMapped, entries }, colour) => {
      const place = Math.min(Math.max(value - firstMapped, 0), entries.length - 1);
      pixels[3 * pixel + colour] = ((entries[place] ?? 0) * 255) / Math.max(most, 1);
    });
  }
  return pixels;
};

/** RGB as it is; YBR by the inverse of PS3.3 section C.7.6.3.1.2 for full range, which is near enough to see text. */
const colours = (frame: Frame): StoredValues => {
  const { rows, columns, photometricInterpretation, bitsStored } = frame.imagePixel;
  const stored = new StoredPixels(frame.imagePixel, frame.bytes);
  // What a JPEG 2000 codestream says of itself (YBR_RCT, YBR_ICT) is RGB once it is decoded.
  const isRGB = !/^YBR_(?:FULL|PARTIAL)/.test(photometricInterpretation);
  const scale = 255 / (2 ** bitsStored - 1);
  const pixels = new Uint8ClampedArray(rows * columns * 3);
  for (let pixel = 0; pixel < rows * columns; pixel += 1) {
    const [a, b, c] = [
      stored.get(pixel, 0) * scale,
      stored.get(pixel, 1) * scale,
      stored.get(pixel, 2) * scale,
    ];
    const [blue, red] = [b - 128, c - 128];
    const rgb = isRGB ? [a, b, c] : [a + 1.402 * red, a - 0.344136 * blue - 0.714136 * red, a + 1.772 * blue];
    pixels.set(rgb, 3 * pixel);
  }
  return pixels;
};

/**
 * The frames of a file, decoded one at a time: grey as stored values with the window that the file displays them in, palettes and
 * YBR as RGB.
 * @throws CodedError PIXELS_…
 */
export const frameImagesOf = (file: Part10File, codecs: FrameCodecs): FrameImages => {
  const imagePixel = imagePixelOf(file);
  const { rows, columns, numberOfFrames, photometricInterpretation } = imagePixel;
  const frames = pixelFramesOf(file, imagePixel, codecs);
  const size = { rows, columns, invert: photometricInterpretation === 'MONOCHROME1' };
  const window = windowOf(file);
  const tables = photometricInterpretation === 'PALETTE COLOR' ? lookupTables(file, imagePixel) : null;
  const image = (index: number): SourceImage => {
    const frame = frames.decoded(index);
    if (tables !== null) return { ...size, samplesPerPixel: 3, pixels: paletteColours(frame, tables) };
    if (frame.imagePixel.samplesPerPixel === 3)
      return { ...size, samplesPerPixel: 3, pixels: colours(frame) };
    return { ...size, samplesPerPixel: 1, pixels: greyValues(frame), ...(window && { window }) };
  };
  return { count: numberOfFrames, image };
};

import type { Fill } from '../contract/index.ts';
import { CodedError } from '../errors/index.ts';
import type { Part10File } from '../part10/index.ts';
import type { Area } from './areas.ts';
import type { ImagePixel } from './imagePixel.ts';
import { paddingOf } from './padding.ts';
import { darkestPaletteValue } from './palette.ts';
import type { StoredPixels } from './storedPixels.ts';

/** Stored values, one a sample. */
export type FillValues = readonly number[];

/** The fills of the areas of one frame, in their order. */
export type FillRule = (pixels: StoredPixels, areas: readonly Area[]) => readonly FillValues[];

const always =
  (values: FillValues): FillRule =>
  (_, areas) =>
    areas.map(() => values);

/**
 * Unsigned data: the dark end of the stored values. Signed and floating point data use only a part of their range: its very end
 * would stretch every automatic window (a CT at −32768), so it is the darkest value of the frame, padding included.
 */
const darkestGrey = ({ photometricInterpretation, sampleType, bitsStored }: ImagePixel): FillRule => {
  const inverted = photometricInterpretation === 'MONOCHROME1';
  if (sampleType === 'unsigned') return always([inverted ? 2 ** bitsStored - 1 : 0]);
  return (pixels, areas) => {
    const { smallest, largest } = pixels.extremes();
    return areas.map(() => [inverted ? largest : smallest]);
  };
};

/** Black in each colour space (PS3.3 section C.7.6.3.1.2); colour differences are 0 in the middle of their range. */
const darkestRule = (file: Part10File, imagePixel: ImagePixel): FillRule => {
  const { photometricInterpretation, bitsStored } = imagePixel;
  const half = 2 ** (bitsStored - 1);
  switch (photometricInterpretation) {
    case 'MONOCHROME1':
    case 'MONOCHROME2':
      return darkestGrey(imagePixel);
    case 'PALETTE COLOR':
      return always([darkestPaletteValue(file, imagePixel)]);
    // The components of a JPEG 2000 codestream are RGB when they are decoded.
    case 'RGB':
    case 'YBR_RCT':
    case 'YBR_ICT':
      return always([0, 0, 0]);
    case 'YBR_FULL':
    case 'YBR_FULL_422':
      return always([0, half, half]);
    case 'YBR_PARTIAL_422':
      return always([half / 8, half, half]);
  }
};

/** Of each pixel of a frame, 1 where it is in an area. */
const maskOf = ({ rows, columns }: ImagePixel, areas: readonly Area[]): Uint8Array => {
  const mask = new Uint8Array(rows * columns);
  for (const { row, start, end } of areas.flat()) mask.fill(1, row * columns + start, row * columns + end);
  return mask;
};

/** The pixels that touch an area by an edge or a corner, and are in none. */
const pixelsAround = (area: Area, { rows, columns }: ImagePixel, mask: Uint8Array): readonly number[] => {
  const around = new Set<number>();
  for (const { row, start, end } of area) {
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, start - 1); x < Math.min(columns, end + 1); x++) {
        const pixel = y * columns + x;
        if (mask[pixel] === 0) around.add(pixel);
      }
    }
  }
  return [...around];
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const commonestOf = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
};

/**
 * Of each area by itself, the mean of the pixels around it, padding left out; in PALETTE COLOR, where a mean of numbers means nothing,
 * the commonest of them.
 */
const surroundingsRule = (file: Part10File, darkest: FillRule): FillRule => {
  const isPadding = paddingOf(file);
  return (pixels, areas) => {
    const { imagePixel } = pixels;
    const mask = maskOf(imagePixel, areas);
    const isMean = imagePixel.photometricInterpretation !== 'PALETTE COLOR';
    const fillOf = (around: readonly number[], sample: number): number => {
      const values = around.map((pixel) => pixels.get(pixel, sample));
      if (!isMean) return commonestOf(values);
      return imagePixel.sampleType === 'float' ? meanOf(values) : Math.round(meanOf(values));
    };
    return areas.map((area) => {
      const around = pixelsAround(area, imagePixel, mask);
      const told = around.filter((pixel) => !isPadding(pixels.get(pixel, 0)));
      // Where an area has nothing but padding around it, it may become padding.
      const counted = told.length > 0 ? told : around;
      if (counted.length === 0) return darkest(pixels, [area])[0] ?? [];
      return Array.from({ length: imagePixel.samplesPerPixel }, (_, sample) => fillOf(counted, sample));
    });
  };
};

const fits = (value: number, { sampleType, bitsStored }: ImagePixel): boolean => {
  if (sampleType === 'float') return Number.isFinite(value);
  const least = sampleType === 'signed' ? -(2 ** (bitsStored - 1)) : 0;
  return Number.isInteger(value) && value >= least && value < least + 2 ** bitsStored;
};

/**
 * How to find the fill of a frame. `imagePixel` is that of the uncompressed frames.
 *
 * @throws CodedError PIXELS_FILL_INVALID where chosen values are not as many as samples or not in the range of stored values;
 * PIXELS_ATTRIBUTE_INVALID where a palette is not understood
 */
export const fillRule = (file: Part10File, imagePixel: ImagePixel, fill: Fill): FillRule => {
  if (fill === 'darkest') return darkestRule(file, imagePixel);
  if (fill === 'surroundings') return surroundingsRule(file, darkestRule(file, imagePixel));
  if (fill.length !== imagePixel.samplesPerPixel || !fill.every((value) => fits(value, imagePixel)))
    throw new CodedError('PIXELS_FILL_INVALID');
  return always(fill);
};

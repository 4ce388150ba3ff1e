import type { Types } from '@cornerstonejs/core';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DisplayWindow, SourceImage } from '@pseudonymize-redact/core/text-detection';

/** What is read of an image that the viewer has decoded. */
export type DecodedImage = Pick<
  Types.IImage,
  | 'rows'
  | 'columns'
  | 'getPixelData'
  | 'windowCenter'
  | 'windowWidth'
  | 'slope'
  | 'intercept'
  | 'preScale'
  | 'photometricInterpretation'
>;

const first = (value: number | readonly number[] | undefined): number | undefined =>
  typeof value === 'number' ? value : value?.[0];

/** The image's own window in the units of its pixels: those are stored values, unless the viewer has rescaled them. */
const windowOf = (image: DecodedImage): DisplayWindow | null => {
  const [center, width] = [first(image.windowCenter), first(image.windowWidth)];
  if (center === undefined || width === undefined || !(width > 0)) return null;
  const rescaled = image.preScale?.scaled === true;
  const slope = rescaled || !image.slope ? 1 : image.slope;
  const intercept = rescaled || !image.intercept ? 0 : image.intercept;
  const ends = [center - width / 2, center + width / 2].map((value) => (value - intercept) / slope);
  return { lower: Math.min(...ends), upper: Math.max(...ends) };
};

/**
 * The image as text detection wants it. The viewer has turned YBR and palettes into RGB or RGBA already; MONOCHROME1
 * it inverts on display only.
 *
 * @throws CodedError DETECTION_IMAGE_INVALID where the pixels are neither grey nor RGB nor RGBA
 */
export const sourceImageOf = (image: DecodedImage): SourceImage => {
  const pixels = image.getPixelData();
  const { rows, columns } = image;
  const samplesPerPixel = pixels.length / (rows * columns);
  if (samplesPerPixel !== 1 && samplesPerPixel !== 3 && samplesPerPixel !== 4)
    throw new CodedError('DETECTION_IMAGE_INVALID', 'samples per pixel');
  const window = samplesPerPixel === 1 ? windowOf(image) : null;
  const invert = image.photometricInterpretation === 'MONOCHROME1';
  return { rows, columns, samplesPerPixel, pixels, invert, ...(window && { window }) };
};

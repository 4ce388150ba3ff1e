import { find, numbersOf, type Part10File, type Tag } from '../part10/index.ts';
import { imagePixelOf } from './imagePixel.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';

const numberAt = (file: Part10File, tag: Tag, vr: 'US' | 'SS'): number | undefined => {
  const element = find(file.dataset, tag);
  return element === undefined
    ? undefined
    : numbersOf(file.source, { ...element, vr }, file.dataset.encoding)[0];
};

/**
 * Which stored values pad a grey image where it shows nothing: Pixel Padding Value (0028,0120), to Pixel Padding Range Limit (0028,0121)
 * where there is one.
 *
 * @see PS3.3 section C.7.5.1.1.2
 */
export const paddingOf = (file: Part10File): ((stored: number) => boolean) => {
  const { sampleType, samplesPerPixel } = imagePixelOf(file);
  if (sampleType === 'float' || samplesPerPixel === 3) return () => false;
  const vr = sampleType === 'signed' ? 'SS' : 'US';
  const value = numberAt(file, IMAGE_PIXEL_TAG.PixelPaddingValue, vr);
  if (value === undefined) return () => false;
  const limit = numberAt(file, IMAGE_PIXEL_TAG.PixelPaddingRangeLimit, vr) ?? value;
  const [least, most] = [Math.min(value, limit), Math.max(value, limit)];
  return (stored) => stored >= least && stored <= most;
};

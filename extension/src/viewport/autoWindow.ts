import type { StackViewport } from './activeStack.ts';
import type { DecodedImage } from './sourceImage.ts';

/** The range of an image's values in the units of its window (PS3.3 section C.11.2), or null where all are the same. */
export const valueRange = (
  image: DecodedImage,
): { readonly lower: number; readonly upper: number } | null => {
  let [lower, upper] = [Infinity, -Infinity];
  for (const value of image.getPixelData()) {
    if (value < lower) lower = value;
    if (value > upper) upper = value;
  }
  if (!(lower < upper)) return null;
  // The viewer may have rescaled the pixels already.
  const rescaled = image.preScale?.scaled === true;
  const [slope, intercept] = rescaled ? [1, 0] : [image.slope || 1, image.intercept || 0];
  const ends = [lower * slope + intercept, upper * slope + intercept];
  return { lower: Math.min(...ends), upper: Math.max(...ends) };
};

/** Spreads the grey values over their whole range: some images have a window that hides their text. */
export const spreadWindow = (viewport: StackViewport | null): void => {
  const image = viewport?.getCornerstoneImage();
  const range = image && valueRange(image);
  if (!viewport || !range) return;
  viewport.setProperties({ voiRange: range });
  viewport.render();
};

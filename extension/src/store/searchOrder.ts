import { imageKey, type ImageRef, type ListedImage } from './imageRef.ts';
import type { ReviewState } from './reviewState.ts';

/** Smaller is sooner. */
type Urgency = readonly [rank: number, distance: number];

const isSooner = (a: Urgency, b: Urgency): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/**
 * The image to search next: first those of the active viewport's series, the nearest to the displayed image before the others; then
 * the series of other viewports; then the rest of that study; then other studies. Null where no image waits.
 *
 * @param viewed display sets that viewports show
 */
export const nextToSearch = (
  { images, searches, openedStudies }: Pick<ReviewState, 'images' | 'searches' | 'openedStudies'>,
  active: ImageRef | null,
  viewed: ReadonlySet<string>,
): ListedImage | null => {
  const here = active === null ? -1 : images.findIndex((image) => imageKey(image) === imageKey(active));
  const series = images[here]?.displaySetInstanceUID;
  const urgencyOf = (image: ListedImage, index: number): Urgency => {
    if (image.displaySetInstanceUID === series) return [0, Math.abs(index - here)];
    if (viewed.has(image.displaySetInstanceUID)) return [1, index];
    return [image.studyInstanceUID === active?.studyInstanceUID ? 2 : 3, index];
  };
  let next: ListedImage | null = null;
  let best: Urgency = [Infinity, Infinity];
  for (const [index, image] of images.entries()) {
    if (!openedStudies.has(image.studyInstanceUID)) continue;
    if ((searches.get(imageKey(image))?.status ?? 'waiting') !== 'waiting') continue;
    const urgency = urgencyOf(image, index);
    if (isSooner(urgency, best)) [next, best] = [image, urgency];
  }
  return next;
};

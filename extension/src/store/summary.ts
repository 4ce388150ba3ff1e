import { imageKey } from './imageRef.ts';
import { allRegions } from './regionMap.ts';
import { isToBeRedacted } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';

/** How far the review of one study is. Images of a study that are not listed by the viewer are not counted. */
export interface ReviewSummary {
  readonly images: number;
  readonly searched: number;
  readonly failed: number;
  /** Regions of the study that will be redacted; one for a whole series counts once. */
  readonly regions: number;
}

export const summarise = (state: ReviewState, studyInstanceUID: string): ReviewSummary => {
  const images = state.images.filter((image) => image.studyInstanceUID === studyInstanceUID);
  const withStatus = (status: string): number =>
    images.filter((image) => state.searches.get(imageKey(image))?.status === status).length;
  return {
    images: images.length,
    searched: withStatus('searched'),
    failed: withStatus('failed'),
    regions: allRegions(state.regions).filter(
      (region) => region.studyInstanceUID === studyInstanceUID && isToBeRedacted(region),
    ).length,
  };
};

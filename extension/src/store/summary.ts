import { imageKey } from './imageRef.ts';
import { allRegions, regionsOfImage } from './regionMap.ts';
import { isToBeRedacted } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';

/** How far the review of one study is. Images of a study that are not listed by the viewer are not counted. */
export interface ReviewSummary {
  readonly images: number;
  readonly searched: number;
  readonly failed: number;
  /** Regions of the study that will be redacted; one for a whole series counts once. */
  readonly regions: number;
  /** Those of them that nobody has judged. */
  readonly open: number;
  /** Regions of identifying text that the reviewer has rejected: it stays, unless another region covers it. */
  readonly left: number;
}

export const summarise = (state: ReviewState, studyInstanceUID: string): ReviewSummary => {
  const images = state.images.filter((image) => image.studyInstanceUID === studyInstanceUID);
  const withStatus = (status: string): number =>
    images.filter((image) => state.searches.get(imageKey(image))?.status === status).length;
  const ofStudy = allRegions(state.regions).filter((region) => region.studyInstanceUID === studyInstanceUID);
  const covered = ofStudy.filter(isToBeRedacted);
  return {
    images: images.length,
    searched: withStatus('searched'),
    failed: withStatus('failed'),
    regions: covered.length,
    open: covered.filter(({ decision }) => decision === 'proposed').length,
    left: ofStudy.filter((region) => region.textClass === 'identifying' && !isToBeRedacted(region)).length,
  };
};

/** How far the search is in one series. */
export interface SeriesProgress {
  readonly displaySetInstanceUID: string;
  readonly images: number;
  readonly searched: number;
  /** Boxes of its images that will be redacted. */
  readonly regions: number;
}

/** Of every series of a study, or of all studies that are open. */
export const seriesProgress = (
  { images, searches, regions }: Pick<ReviewState, 'images' | 'searches' | 'regions'>,
  studyInstanceUID?: string,
): readonly SeriesProgress[] => {
  const bySeries = Map.groupBy(
    images.filter((image) => studyInstanceUID === undefined || image.studyInstanceUID === studyInstanceUID),
    (image) => image.displaySetInstanceUID,
  );
  return [...bySeries].map(([displaySetInstanceUID, series]) => ({
    displaySetInstanceUID,
    images: series.length,
    searched: series.filter((image) => searches.get(imageKey(image))?.status === 'searched').length,
    regions: new Set(
      series.flatMap((image) =>
        regionsOfImage(regions, image).flatMap((region) => (isToBeRedacted(region) ? [region.id] : [])),
      ),
    ).size,
  }));
};

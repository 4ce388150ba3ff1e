import type { JobRequestInput, Region } from '@pseudonymize-redact/core/contract';
import { imageKey, type ListedImage } from './imageRef.ts';
import { allRegions, type RegionMap } from './regionMap.ts';
import { isToBeRedacted, type RegionScope, type ReviewRegion } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';

const contractScope = (scope: RegionScope): Pick<Region, 'scope' | 'frames'> => {
  switch (scope.kind) {
    case 'frame':
      return {
        scope: { sopInstanceUID: scope.sopInstanceUID },
        frames: { first: scope.frame, last: scope.frame },
      };
    case 'instance':
      return { scope: { sopInstanceUID: scope.sopInstanceUID } };
    case 'series':
      return { scope: { seriesInstanceUID: scope.seriesInstanceUID } };
  }
};

export const contractRegion = ({ scope, box, angleDegrees, source, textClass }: ReviewRegion): Region => ({
  ...contractScope(scope),
  box: [...box],
  angleDegrees,
  ...(source === 'detected' && { textClass }),
});

/** The regions of a job for one study: all that are to be redacted, and none of another study that is open beside it. */
export const jobRegions = (regions: RegionMap, studyInstanceUID: string): readonly Region[] =>
  allRegions(regions)
    .filter((region) => region.studyInstanceUID === studyInstanceUID && isToBeRedacted(region))
    .map(contractRegion);

/** The SOP Instances of a study of which every frame was searched: a job need not search them again. */
export const searchedInstances = (
  { images, searches }: Pick<ReviewState, 'images' | 'searches'>,
  studyInstanceUID: string,
): readonly string[] => {
  const isSearched = (image: ListedImage): boolean => searches.get(imageKey(image))?.status === 'searched';
  const byInstance = Map.groupBy(
    images.filter((image) => image.studyInstanceUID === studyInstanceUID),
    ({ sopInstanceUID }) => sopInstanceUID,
  );
  return [...byInstance].flatMap(([uid, frames]) => (frames.every(isSearched) ? [uid] : []));
};

/** What is asked of the bridge for one study, as it stands in the review. @param profile null: the project's own */
export const jobRequest = (
  state: Pick<ReviewState, 'images' | 'searches' | 'regions'>,
  studyInstanceUID: string,
  { project, profile }: { readonly project: string; readonly profile: string | null },
): JobRequestInput => ({
  studyInstanceUID,
  project,
  ...(profile !== null && { profile }),
  regions: [...jobRegions(state.regions, studyInstanceUID)],
  searched: [...searchedInstances(state, studyInstanceUID)],
});

import type { Region } from '@pseudonymize-redact/core/contract';
import { allRegions, type RegionMap } from './regionMap.ts';
import { isToBeRedacted, type RegionScope, type ReviewRegion } from './reviewRegion.ts';

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

const contractRegion = ({ scope, box, angleDegrees }: ReviewRegion): Region => ({
  ...contractScope(scope),
  box: [...box],
  angleDegrees,
});

/** The regions of a job for one study: all that are to be redacted, and none of another study that is open beside it. */
export const jobRegions = (regions: RegionMap, studyInstanceUID: string): readonly Region[] =>
  allRegions(regions)
    .filter((region) => region.studyInstanceUID === studyInstanceUID && isToBeRedacted(region))
    .map(contractRegion);

import { decide } from './edits.ts';
import { findingsOf, groupsOfStudy } from './findings.ts';
import { isSameImage } from './imageRef.ts';
import type { RegionChange } from './regionMap.ts';
import type { ReviewState } from './reviewState.ts';

/** How far a decision reaches, from the displayed image on. */
export type Reach = 'image' | 'series' | 'study';

/** Judges all findings at once that are listed of the displayed image, of its series, or of the study. */
export const decideWithin = (
  state: ReviewState,
  study: string,
  reach: Reach,
  decision: 'accepted' | 'rejected',
): readonly RegionChange[] => {
  const { activeImage } = state;
  const ids = groupsOfStudy(findingsOf(state, study))
    .flat()
    .filter(
      ({ image, region }) =>
        reach === 'study' ||
        (reach === 'series'
          ? image.seriesInstanceUID === activeImage?.seriesInstanceUID
          : isSameImage(image, activeImage) ||
            (region.scope.kind === 'instance' &&
              region.scope.sopInstanceUID === activeImage?.sopInstanceUID)),
    )
    .map(({ region }) => region.id);
  return decide(state.regions, new Set(ids), decision);
};

import { imageKey } from './imageRef.ts';
import { applyChanges, type RegionChange, type RegionMap } from './regionMap.ts';
import { scopeKey, type ReviewRegion } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';
import { countedSearch } from './turnedSearch.ts';

/** What an earlier session, perhaps a colleague's, has found and decided in a study. */
export interface RestoredReview {
  readonly studyInstanceUID: string;
  readonly regions: readonly ReviewRegion[];
  readonly searched: readonly {
    readonly sopInstanceUID: string;
    readonly frame: number;
    readonly turned: boolean;
  }[];
}

const isJudged = ({ source, decision }: ReviewRegion): boolean =>
  source === 'drawn' || decision !== 'proposed';

/** Where this session has judged nothing, the earlier review holds; where it has, it is the newer one. */
const restoredChanges = (regions: RegionMap, earlier: readonly ReviewRegion[]): readonly RegionChange[] => {
  const byScope = Map.groupBy(earlier, ({ scope }) => scopeKey(scope));
  return [...byScope].flatMap(([key, kept]) => {
    const present = regions.get(key) ?? [];
    if (present.some(isJudged)) return [];
    return [
      ...present.map((before): RegionChange => ({ before, after: null })),
      ...kept.map((after): RegionChange => ({ before: null, after })),
    ];
  });
};

export const restored = (
  state: ReviewState,
  { studyInstanceUID, regions, searched }: RestoredReview,
): ReviewState => ({
  ...state,
  regions: applyChanges(state.regions, restoredChanges(state.regions, regions)),
  searches: new Map([
    ...state.searches,
    ...searched.map(
      (image) =>
        [
          imageKey(image),
          countedSearch({ status: 'searched', turned: image.turned }, state.turnedSearch),
        ] as const,
    ),
  ]),
  openedStudies: new Set([...state.openedStudies, studyInstanceUID]),
});

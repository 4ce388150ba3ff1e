import type { ReviewedRegion, ReviewEntry } from '@pseudonymize-redact/core/contract';
import { imageKey, type ListedImage } from './imageRef.ts';
import type { RestoredReview } from './restoredReview.ts';
import { scopeKey, type RegionScope, type ReviewRegion } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';

/** What the bridge keeps together: a SOP Instance, or a series. */
export type KeptScope = ReviewEntry['scope'];

export const keptScopeOf = (scope: RegionScope): KeptScope =>
  scope.kind === 'series'
    ? { seriesInstanceUID: scope.seriesInstanceUID }
    : { sopInstanceUID: scope.sopInstanceUID };

export const keptScopeKey = (scope: KeptScope): string =>
  'sopInstanceUID' in scope ? scope.sopInstanceUID : `series ${scope.seriesInstanceUID}`;

const reviewedRegion = ({ scope, ...region }: ReviewRegion): ReviewedRegion => ({
  ...(scope.kind === 'frame' && { frames: { first: scope.frame, last: scope.frame } }),
  box: [...region.box],
  angleDegrees: region.angleDegrees,
  source: region.source,
  textClass: region.textClass,
  decision: region.decision,
});

/** The review of a scope as the bridge keeps it. @param images those of the scope's study */
export const reviewEntry = (
  { regions, searches }: Pick<ReviewState, 'regions' | 'searches'>,
  scope: KeptScope,
  images: readonly ListedImage[],
): ReviewEntry => {
  if ('seriesInstanceUID' in scope)
    return {
      scope,
      searchedFrames: [],
      turnedFrames: [],
      regions: (regions.get(keptScopeKey(scope)) ?? []).map(reviewedRegion),
    };
  const frames = images.filter(({ sopInstanceUID }) => sopInstanceUID === scope.sopInstanceUID);
  const keys = [scope.sopInstanceUID, ...frames.map(imageKey)];
  const searched = frames.flatMap((image) => {
    const search = searches.get(imageKey(image));
    return search?.status === 'searched' ? [{ frame: image.frame, turned: search.turned }] : [];
  });
  return {
    scope,
    searchedFrames: searched.map(({ frame }) => frame),
    turnedFrames: searched.flatMap(({ frame, turned }) => (turned ? [frame] : [])),
    regions: [...new Set(keys)].flatMap((key) => (regions.get(key) ?? []).map(reviewedRegion)),
  };
};

const scopesOf = (scope: KeptScope, { frames }: ReviewedRegion): readonly RegionScope[] => {
  if ('seriesInstanceUID' in scope) return [{ kind: 'series', ...scope }];
  if (frames === undefined) return [{ kind: 'instance', ...scope }];
  return Array.from({ length: frames.last - frames.first + 1 }, (_, index) => ({
    kind: 'frame',
    ...scope,
    frame: frames.first + index,
  }));
};

/** The other way round. The bridge keeps no ids of regions; they are made anew. */
export const restoredReview = (
  studyInstanceUID: string,
  entries: readonly ReviewEntry[],
): RestoredReview => ({
  studyInstanceUID,
  regions: entries.flatMap((entry) =>
    entry.regions.flatMap((region, index) =>
      scopesOf(entry.scope, region).map((scope): ReviewRegion => ({
        id: `${scopeKey(scope)} kept ${index}`,
        studyInstanceUID,
        scope,
        box: region.box,
        angleDegrees: region.angleDegrees,
        source: region.source,
        textClass: region.textClass,
        decision: region.decision,
      })),
    ),
  ),
  searched: entries.flatMap(({ scope, searchedFrames, turnedFrames }) => {
    if (!('sopInstanceUID' in scope)) return [];
    const turned = new Set(turnedFrames);
    const { sopInstanceUID } = scope;
    return searchedFrames.map((frame) => ({ sopInstanceUID, frame, turned: turned.has(frame) }));
  }),
});

import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { ImageRef } from './imageRef.ts';
import { allRegions, type RegionChange, type RegionMap } from './regionMap.ts';
import { frameScope, type RegionDecision, type ReviewRegion } from './reviewRegion.ts';

/** What a reviewer does to regions, as changes for the `edited` action; all of them can be undone. */

const edit = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  change: (region: ReviewRegion) => ReviewRegion | null,
): readonly RegionChange[] =>
  allRegions(regions)
    .filter(({ id }) => ids.has(id))
    .map((before) => ({ before, after: change(before) }));

/** @param id must be of no other region */
export const drawRegion = (id: string, image: ImageRef, box: PixelBox): readonly RegionChange[] => [
  {
    before: null,
    after: {
      id,
      studyInstanceUID: image.studyInstanceUID,
      scope: frameScope(image),
      box,
      angleDegrees: 0,
      source: 'drawn',
      textClass: 'unknown',
      decision: 'accepted',
    },
  },
];

/** Moves or resizes a region; who touches a region accepts it. */
export const placeRegion = (regions: RegionMap, id: string, box: PixelBox): readonly RegionChange[] =>
  edit(regions, new Set([id]), (region) => ({ ...region, box, decision: 'accepted' }));

export const decide = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  decision: RegionDecision,
): readonly RegionChange[] => edit(regions, ids, (region) => ({ ...region, decision }));

/** A drawn region goes; a detected one stays as rejected, so that a review shows what was left uncovered. */
export const deleteRegions = (regions: RegionMap, ids: ReadonlySet<string>): readonly RegionChange[] =>
  edit(regions, ids, (region) =>
    region.source === 'drawn' ? null : { ...region, decision: 'rejected' },
  ).filter(({ before, after }) => before?.decision !== after?.decision);

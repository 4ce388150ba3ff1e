import type { PixelBox, TextClass } from '@pseudonymize-redact/core/text-detection';
import type { ImageRef } from './imageRef.ts';
import { allRegions, type RegionChange, type RegionMap } from './regionMap.ts';
import {
  frameScope,
  scopeKey,
  type RegionDecision,
  type RegionScope,
  type ReviewRegion,
} from './reviewRegion.ts';

/** What a reviewer does to regions, as changes for the `edited` action; all of them can be undone. */

const isSame = (a: ReviewRegion, b: ReviewRegion): boolean =>
  a.decision === b.decision &&
  a.textClass === b.textClass &&
  a.angleDegrees === b.angleDegrees &&
  a.box.every((edge, index) => edge === b.box[index]) &&
  scopeKey(a.scope) === scopeKey(b.scope);

const edit = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  change: (region: ReviewRegion) => ReviewRegion | null,
): readonly RegionChange[] =>
  allRegions(regions)
    .filter(({ id }) => ids.has(id))
    .map((before) => ({ before, after: change(before) }))
    .filter(({ before, after }) => after === null || !isSame(before, after));

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

/** Where a region lies. */
export type RegionPlace = Pick<ReviewRegion, 'box' | 'angleDegrees'>;

/** Moves, resizes or rotates regions; who touches a region accepts it. */
export const placeRegions = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  place: (region: ReviewRegion) => RegionPlace,
): readonly RegionChange[] =>
  edit(regions, ids, (region) => ({ ...region, ...place(region), decision: 'accepted' }));

/** An angle from −180 to 180. */
const normalized = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Clockwise as seen on the image. */
export const rotated = (region: RegionPlace, byDegrees: number): RegionPlace => ({
  box: region.box,
  angleDegrees: normalized(region.angleDegrees + byDegrees),
});

export const decide = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  decision: RegionDecision,
): readonly RegionChange[] => edit(regions, ids, (region) => ({ ...region, decision }));

/** Who classes a text that was found judges it: what is harmless stays. A box that was drawn is there to cover, whatever it covers. */
export const classify = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  textClass: TextClass,
): readonly RegionChange[] =>
  edit(regions, ids, (region) => {
    const judged = textClass === 'harmless' ? 'rejected' : 'accepted';
    return { ...region, textClass, decision: region.source === 'drawn' ? region.decision : judged };
  });

export type ScopeKind = RegionScope['kind'];

const scopeOf = (image: ImageRef, kind: ScopeKind): RegionScope => {
  switch (kind) {
    case 'frame':
      return frameScope(image);
    case 'instance':
      return { kind, sopInstanceUID: image.sopInstanceUID };
    case 'series':
      return { kind, seriesInstanceUID: image.seriesInstanceUID };
  }
};

/** Applies regions of an image to the image alone, to all its frames, or at the same place to every image of its series. */
export const applyTo = (
  regions: RegionMap,
  ids: ReadonlySet<string>,
  image: ImageRef,
  kind: ScopeKind,
): readonly RegionChange[] =>
  edit(regions, ids, (region) => ({ ...region, scope: scopeOf(image, kind), decision: 'accepted' }));

/** A drawn region goes; a detected one stays as rejected, so that a review shows what was left uncovered. */
export const deleteRegions = (regions: RegionMap, ids: ReadonlySet<string>): readonly RegionChange[] =>
  edit(regions, ids, (region) => (region.source === 'drawn' ? null : { ...region, decision: 'rejected' }));

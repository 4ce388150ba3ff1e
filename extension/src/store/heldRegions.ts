import type { Hold, Region } from '@pseudonymize-redact/core/contract';
import { contractRegion } from './jobRegions.ts';
import { allRegions, type RegionChange, type RegionMap } from './regionMap.ts';
import { isToBeRedacted, type RegionScope, type ReviewRegion } from './reviewRegion.ts';

const idOf = (hold: Hold, index: number): string => `hold ${hold.id} ${index}`;

/** The texts of a hold as regions to be covered; the reviewer moves, resizes or deletes them like others. */
const regionsOfHold = ({ texts, original, ...hold }: Hold): readonly ReviewRegion[] => {
  if (original === null) return [];
  const { sopInstanceUID, studyInstanceUID } = original;
  return texts.map(({ frames, box, class: textClass }, index) => ({
    id: idOf({ texts, original, ...hold }, index),
    studyInstanceUID,
    scope: (frames.first === frames.last
      ? { kind: 'frame', sopInstanceUID, frame: frames.first }
      : { kind: 'instance', sopInstanceUID }) satisfies RegionScope,
    box,
    angleDegrees: 0,
    source: 'detected',
    textClass,
    decision: 'accepted',
  }));
};

/** The boxes on the texts of a hold, where they are. */
export const heldIds = (hold: Hold): readonly string[] => hold.texts.map((_, index) => idOf(hold, index));

/** Puts boxes on the texts of a hold, where they are not there already. */
export const proposeHeld = (regions: RegionMap, hold: Hold): readonly RegionChange[] => {
  const present = new Set(allRegions(regions).map(({ id }) => id));
  return regionsOfHold(hold).flatMap((after) => (present.has(after.id) ? [] : [{ before: null, after }]));
};

const isOfImage = ({ scope }: ReviewRegion, original: Hold['original']): boolean =>
  scope.kind === 'series'
    ? scope.seriesInstanceUID === original?.seriesInstanceUID
    : scope.sopInstanceUID === original?.sopInstanceUID;

/**
 * What a correction covers: all that the reviewer sees covered on the image, and, as long as its texts have no boxes yet, the texts
 * themselves.
 */
export const heldRegions = (hold: Hold, regions: RegionMap): readonly Region[] => {
  const ofImage = allRegions(regions).filter((region) => isOfImage(region, hold.original));
  const isPlaced = ofImage.some(({ id }) => id.startsWith(`hold ${hold.id} `));
  return [...ofImage.filter(isToBeRedacted), ...(isPlaced ? [] : regionsOfHold(hold))].map(contractRegion);
};

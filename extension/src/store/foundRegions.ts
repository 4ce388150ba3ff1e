import type { PixelBox, TextClass } from '@pseudonymize-redact/core/text-detection';
import { imageKey, type ImageRef } from './imageRef.ts';
import { regionsOfImage, type RegionChange, type RegionMap } from './regionMap.ts';
import { frameScope, type ReviewRegion } from './reviewRegion.ts';
import { commonPart } from './samePlace.ts';

/** What a search has found, of which what it reads has told the class. */
export interface FoundText {
  readonly box: PixelBox;
  readonly textClass: TextClass;
}

/** Two boxes are about the same text where more than half of what they cover is common. */
const isSamePlace = (a: PixelBox, b: PixelBox): boolean => commonPart(a, b) > 0.5;

/**
 * What a search's texts change in an image's regions: proposals of an earlier pass are replaced, and what the
 * reviewer has judged or drawn stays as it is.
 */
export const foundRegionChanges = (
  regions: RegionMap,
  image: ImageRef,
  texts: readonly FoundText[],
): readonly RegionChange[] => {
  const scope = frameScope(image);
  const present = regionsOfImage(regions, image);
  const isProposal = ({ source, decision }: ReviewRegion): boolean =>
    source === 'detected' && decision === 'proposed';
  const judged = present.filter((region) => region.source === 'detected' && !isProposal(region));
  const taken = new Set(judged.map(({ id }) => id));
  const idOf = (index: number): string => `${imageKey(image)} ${index}`;
  let index = 0;
  const nextId = (): string => {
    while (taken.has(idOf(index))) index += 1;
    return idOf(index++);
  };
  const found = texts
    .filter(({ box }) => !judged.some((region) => isSamePlace(region.box, box)))
    .map(({ box, textClass }): ReviewRegion => ({
      id: nextId(),
      studyInstanceUID: image.studyInstanceUID,
      scope,
      box,
      angleDegrees: 0,
      source: 'detected',
      textClass,
      decision: 'proposed',
    }));
  return [
    ...present.filter(isProposal).map((before): RegionChange => ({ before, after: null })),
    ...found.map((after): RegionChange => ({ before: null, after })),
  ];
};

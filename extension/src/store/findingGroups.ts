import { isSameImage, type ImageRef, type ListedImage } from './imageRef.ts';
import type { ReviewRegion } from './reviewRegion.ts';
import { commonPart } from './samePlace.ts';

/** A finding where it is listed: a region of a whole series stands at the first image that has it. */
export interface Finding {
  readonly image: ListedImage;
  /** 1-based place of the image in its series as displayed. */
  readonly position: number;
  readonly region: ReviewRegion;
}

/** One row of the list: the same text at the same place of one image or of several, in the order of display. */
export type FindingGroup = readonly [Finding, ...Finding[]];

/** A search finds the same text again within a pixel or two; smaller texts next to each other have less in common. */
const SAME_PLACE = 0.65;

/** Only what a search finds anew on every image: who draws a box says himself on which images it lies. */
const isAlike = (a: ReviewRegion, b: ReviewRegion): boolean =>
  [a, b].every(({ scope, source }) => scope.kind === 'frame' && source === 'detected') &&
  a.textClass === b.textClass &&
  a.angleDegrees === b.angleDegrees;

/** Findings of one series as rows: what a clip shows on every frame is one row. @param findings in the order of display */
export const groupsOf = (findings: readonly Finding[]): readonly FindingGroup[] => {
  const groups: [Finding, ...Finding[]][] = [];
  for (const finding of findings) {
    const { region, image } = finding;
    let [nearest, most] = [null as (typeof groups)[number] | null, SAME_PLACE];
    for (const group of groups) {
      const [first] = group;
      if (!isAlike(first.region, region) || group.at(-1)?.image === image) continue;
      // The first of a group alone, so that a group does not drift over the image.
      const common = commonPart(first.region.box, region.box);
      if (common > most) [nearest, most] = [group, common];
    }
    if (nearest === null) groups.push([finding]);
    else nearest.push(finding);
  }
  return groups;
};

export const idsOf = (group: FindingGroup): readonly string[] => group.map(({ region }) => region.id);

export const hasAnyOf = (group: FindingGroup, ids: ReadonlySet<string>): boolean =>
  group.some(({ region }) => ids.has(region.id));

/** The finding of a group that is displayed, or else its first. */
export const shownFinding = (group: FindingGroup, displayed: ImageRef | null): Finding =>
  group.find(({ image }) => isSameImage(image, displayed)) ?? group[0];

import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import { groupsOf, hasAnyOf, type Finding, type FindingGroup } from './findingGroups.ts';
import type { ListedImage } from './imageRef.ts';
import { regionsOfImage } from './regionMap.ts';
import { isToBeRedacted, type ReviewRegion } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';

export const TEXT_CLASSES = ['identifying', 'unknown', 'harmless'] as const satisfies readonly TextClass[];

/** The class that a key chooses after this one; the last is followed by the first. */
export const nextClass = (textClass: TextClass): TextClass =>
  TEXT_CLASSES[(TEXT_CLASSES.indexOf(textClass) + 1) % TEXT_CLASSES.length] ?? 'unknown';

/** Which findings are listed. */
export interface FindingFilter {
  readonly classes: ReadonlySet<TextClass>;
  /** `open`: those that nobody has judged. `covered`: those that will be blanked. `kept`: those that stay. */
  readonly show: 'all' | 'open' | 'covered' | 'kept';
}

export const EVERY_FINDING: FindingFilter = { classes: new Set(TEXT_CLASSES), show: 'all' };

export const passes = (region: ReviewRegion, { classes, show }: FindingFilter): boolean => {
  if (!classes.has(region.textClass)) return false;
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return region.decision === 'proposed';
    case 'covered':
      return isToBeRedacted(region);
    case 'kept':
      return !isToBeRedacted(region);
  }
};

export interface ImageFindings {
  readonly image: ListedImage;
  readonly position: number;
  /** Those that have their first finding on this image. */
  readonly groups: readonly FindingGroup[];
}

export interface SeriesFindings {
  readonly displaySetInstanceUID: string;
  /** Whether its images are frames of one SOP Instance. */
  readonly isClip: boolean;
  readonly images: readonly ImageFindings[];
  /** Of findings, not of groups. */
  readonly count: number;
}

type Listed = Pick<ReviewState, 'images' | 'regions' | 'filter'>;

/** The findings of one study that pass the filter, by series and image, in the order of display. */
export const findingsOf = (
  { images, regions, filter }: Listed,
  studyInstanceUID: string,
): readonly SeriesFindings[] => {
  const bySeries = Map.groupBy(
    images.filter((image) => image.studyInstanceUID === studyInstanceUID),
    (image) => image.displaySetInstanceUID,
  );
  const listed = new Set<string>();
  return [...bySeries].flatMap(([displaySetInstanceUID, series]) => {
    const found = series.flatMap((image, index) => {
      const fresh = regionsOfImage(regions, image).filter(
        (region) => !listed.has(region.id) && passes(region, filter),
      );
      for (const { id } of fresh) listed.add(id);
      return fresh.map((region): Finding => ({ image, position: index + 1, region }));
    });
    if (found.length === 0) return [];
    const byImage = Map.groupBy(groupsOf(found), ([first]) => first.position);
    return [
      {
        displaySetInstanceUID,
        isClip: series.length > 1 && new Set(series.map(({ sopInstanceUID }) => sopInstanceUID)).size === 1,
        images: [...byImage.values()].flatMap((groups) => {
          const [first] = groups;
          return first ? [{ image: first[0].image, position: first[0].position, groups }] : [];
        }),
        count: found.length,
      },
    ];
  });
};

/** What the list has one below the other. */
export const groupsOfStudy = (series: readonly SeriesFindings[]): readonly FindingGroup[] =>
  series.flatMap(({ images }) => images.flatMap(({ groups }) => groups));

/**
 * The row that comes after (1) or before (−1) the one with a selected finding, or, where none is selected, after or before the
 * displayed image; the first follows the last. Unfolded groups are passed finding by finding. Null where there is none.
 */
export const neighbouringRow = (
  state: Listed & Pick<ReviewState, 'activeImage' | 'selectedIds' | 'unfoldedIds'>,
  studyInstanceUID: string,
  step: 1 | -1,
): FindingGroup | null => {
  const rows = groupsOfStudy(findingsOf(state, studyInstanceUID)).flatMap((group): readonly FindingGroup[] =>
    hasAnyOf(group, state.unfoldedIds) ? group.map((finding): FindingGroup => [finding]) : [group],
  );
  const selected = rows.findIndex((row) => hasAnyOf(row, state.selectedIds));
  const wrapped = (index: number): FindingGroup | null => rows.at(index % Math.max(1, rows.length)) ?? null;
  if (selected >= 0) return wrapped(selected + step);
  const { activeImage } = state;
  const here = state.images.findIndex(
    ({ sopInstanceUID, frame }) =>
      sopInstanceUID === activeImage?.sopInstanceUID && frame === activeImage.frame,
  );
  const placeOf = new Map(state.images.map((image, index) => [image.imageId, index]));
  const ahead = rows.findIndex((row) => row.some(({ image }) => (placeOf.get(image.imageId) ?? 0) >= here));
  return wrapped(step === 1 ? Math.max(0, ahead) : (ahead < 0 ? rows.length : ahead) - 1);
};

import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import type { ListedImage } from './imageRef.ts';
import { regionsOfImage } from './regionMap.ts';
import { isToBeRedacted, type ReviewRegion } from './reviewRegion.ts';
import type { ReviewState } from './reviewState.ts';

export const TEXT_CLASSES = ['identifying', 'unknown', 'harmless'] as const satisfies readonly TextClass[];

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

/** A finding where it is listed: a region of a whole series stands at the first image that has it. */
export interface Finding {
  readonly image: ListedImage;
  readonly region: ReviewRegion;
}

export interface ImageFindings {
  readonly image: ListedImage;
  /** 1-based place of the image in its series as displayed. */
  readonly position: number;
  readonly regions: readonly ReviewRegion[];
}

export interface SeriesFindings {
  readonly displaySetInstanceUID: string;
  readonly images: readonly ImageFindings[];
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
    const found = series.flatMap((image, index): readonly ImageFindings[] => {
      const fresh = regionsOfImage(regions, image).filter(
        (region) => !listed.has(region.id) && passes(region, filter),
      );
      for (const { id } of fresh) listed.add(id);
      return fresh.length === 0 ? [] : [{ image, position: index + 1, regions: fresh }];
    });
    const count = found.reduce((sum, image) => sum + image.regions.length, 0);
    return count === 0 ? [] : [{ displaySetInstanceUID, images: found, count }];
  });
};

export const flatFindings = (series: readonly SeriesFindings[]): readonly Finding[] =>
  series.flatMap(({ images }) =>
    images.flatMap(({ image, regions }) => regions.map((region) => ({ image, region }))),
  );

/**
 * The finding that comes after (1) or before (−1) the selected one, or, where none is selected, after or before the displayed
 * image; the first follows the last. Null where there is none.
 */
export const neighbouringFinding = (
  state: Listed & Pick<ReviewState, 'activeImage' | 'selectedIds'>,
  studyInstanceUID: string,
  step: 1 | -1,
): Finding | null => {
  const all = flatFindings(findingsOf(state, studyInstanceUID));
  const selected = all.findIndex(({ region }) => state.selectedIds.has(region.id));
  const wrapped = (index: number): Finding | null => all.at(index % Math.max(1, all.length)) ?? null;
  if (selected >= 0) return wrapped(selected + step);
  const { activeImage } = state;
  const here = state.images.findIndex(
    ({ sopInstanceUID, frame }) =>
      sopInstanceUID === activeImage?.sopInstanceUID && frame === activeImage.frame,
  );
  const placeOf = new Map(state.images.map((image, index) => [image.imageId, index]));
  const isAhead = ({ image }: Finding): boolean => (placeOf.get(image.imageId) ?? 0) >= here;
  const ahead = all.findIndex(isAhead);
  return wrapped(step === 1 ? Math.max(0, ahead) : (ahead < 0 ? all.length : ahead) - 1);
};

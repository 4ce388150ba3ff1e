import type { RegionChanges } from '@pseudonymize-redact/core/contract';
import type { ListedImage } from './imageRef.ts';

/** Where a reviewer finds what differs, and how much of it. */
export interface ChangedImages extends Pick<RegionChanges, 'added' | 'removed' | 'changed'> {
  readonly displaySetInstanceUID: string;
  /** 1-based place in its series as displayed, of its first frame; null: every image of the series. */
  readonly position: number | null;
  /** For whoever jumps there. */
  readonly image: ListedImage;
}

/** Changes of regions by the images of the study, in the order of display; images that the viewer does not list are left out. */
export const changedImages = (
  changes: readonly RegionChanges[],
  images: readonly ListedImage[],
): readonly ChangedImages[] =>
  changes
    .flatMap(({ scope, ...counts }) => {
      const index = images.findIndex((image) =>
        'sopInstanceUID' in scope
          ? image.sopInstanceUID === scope.sopInstanceUID
          : image.seriesInstanceUID === scope.seriesInstanceUID,
      );
      const image = images[index];
      return image === undefined ? [] : [{ ...counts, index, image, isSeries: 'seriesInstanceUID' in scope }];
    })
    .sort((a, b) => a.index - b.index)
    .map(({ index, image, isSeries, ...counts }) => {
      const { displaySetInstanceUID } = image;
      const first = images.findIndex((each) => each.displaySetInstanceUID === displaySetInstanceUID);
      return { ...counts, displaySetInstanceUID, position: isSeries ? null : index - first + 1, image };
    });

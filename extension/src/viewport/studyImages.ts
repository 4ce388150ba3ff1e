import type { Cornerstone, DataSource, DisplaySet } from '../ohif.ts';
import type { ListedImage } from '../store/imageRef.ts';
import { imageIdentity } from './imageIdentity.ts';

/** Every image of the display sets, in their order. Display sets without images (reports, documents) give none. */
export const studyImages = (
  displaySets: readonly DisplaySet[],
  dataSource: DataSource,
  metaData: Pick<Cornerstone['metaData'], 'get'>,
): readonly ListedImage[] =>
  displaySets.flatMap((displaySet) =>
    dataSource.getImageIdsForDisplaySet(displaySet).flatMap((imageId) => {
      const ref = imageIdentity(metaData, imageId);
      return ref === null ? [] : { ...ref, imageId, displaySetInstanceUID: displaySet.displaySetInstanceUID };
    }),
  );

import type { Cornerstone, DisplaySet } from '../ohif.ts';
import type { ImageRef } from '../store/imageRef.ts';
import { imageIdentity } from './imageIdentity.ts';

/** Every image of the display sets, in their order. Display sets without images (reports, documents) give none. */
export const studyImages = (
  displaySets: readonly DisplaySet[],
  metaData: Pick<Cornerstone['metaData'], 'get'>,
): readonly ImageRef[] =>
  displaySets
    .flatMap(({ imageIds }) => imageIds ?? [])
    .flatMap((imageId) => imageIdentity(metaData, imageId) ?? []);

import type { Cornerstone, DataSource, DisplaySet } from '../ohif.ts';
import type { ListedImage } from '../store/imageRef.ts';
import { imageIdentity } from './imageIdentity.ts';

/** Series without a number come last. */
const bySeriesNumber = (a: DisplaySet, b: DisplaySet): number =>
  Number(a.SeriesNumber ?? Infinity) - Number(b.SeriesNumber ?? Infinity) || 0;

/** Whether an object has pixels: of what the viewer cannot show (reports, plans, documents) it names an image, too. */
const hasPixels = (metaData: Pick<Cornerstone['metaData'], 'get'>, imageId: string): boolean =>
  (metaData.get('instance', imageId) as { readonly Rows?: number } | undefined)?.Rows !== undefined;

/** Every image of the display sets, in the order of the study browser: the viewer lists them as they came. */
export const studyImages = (
  displaySets: readonly DisplaySet[],
  dataSource: DataSource,
  metaData: Pick<Cornerstone['metaData'], 'get'>,
): readonly ListedImage[] =>
  displaySets.toSorted(bySeriesNumber).flatMap((displaySet) =>
    dataSource.getImageIdsForDisplaySet(displaySet).flatMap((imageId) => {
      const ref = hasPixels(metaData, imageId) ? imageIdentity(metaData, imageId) : null;
      return ref === null ? [] : { ...ref, imageId, displaySetInstanceUID: displaySet.displaySetInstanceUID };
    }),
  );

import type { Cornerstone } from '../ohif.ts';
import type { ImageRef } from '../store/imageRef.ts';

interface SeriesModule {
  readonly studyInstanceUID?: string;
  readonly seriesInstanceUID?: string;
}
interface SopModule {
  readonly sopInstanceUID?: string;
}

/** Frame number of an image id: `…/frames/3` of WADO-RS, `…&frame=3` of WADO-URI; 1 where there is but one. */
const frameOf = (imageId: string): number => Number(/(?:\/frames\/|[?&]frame=)(\d+)/.exec(imageId)?.[1] ?? 1);

/** Which SOP Instance and frame an image id names; null where the viewer does not (yet) know its metadata. */
export const imageIdentity = (
  metaData: Pick<Cornerstone['metaData'], 'get'>,
  imageId: string,
): ImageRef | null => {
  const { studyInstanceUID, seriesInstanceUID } = (metaData.get('generalSeriesModule', imageId) ??
    {}) as SeriesModule;
  const { sopInstanceUID } = (metaData.get('sopCommonModule', imageId) ?? {}) as SopModule;
  if (!studyInstanceUID || !seriesInstanceUID || !sopInstanceUID) return null;
  return { studyInstanceUID, seriesInstanceUID, sopInstanceUID, frame: frameOf(imageId) };
};

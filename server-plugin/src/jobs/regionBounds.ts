import type { JobRegion } from './jobOrder.ts';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { regionFault } from '@pseudonymize-redact/core/pixels';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { Located } from './locateScopes.ts';

/** Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;

/**
 * Compares regions with the images that they name, of a series with its first one, so that who asks learns at once what does not fit. Where
 * Orthanc tells no size, and for the other images of a series, the job finds it out.
 *
 * @throws CodedError PIXELS_REGION_OUTSIDE, PIXELS_FRAME_OUTSIDE (where: the region), ORTHANC_…
 */
export const checkRegionBounds = async (
  orthanc: Pick<OrthancClient, 'imageSizeOf'>,
  regions: readonly JobRegion[],
  instanceOf: Located['instanceOf'],
): Promise<void> => {
  const byInstance = new Map<OrthancId, { readonly region: JobRegion; readonly index: number }[]>();
  regions.forEach((region, index) => {
    const instance = instanceOf.get(region.orthancId);
    if (instance === undefined) return;
    const named = byInstance.get(instance);
    if (named === undefined) byInstance.set(instance, [{ region, index }]);
    else named.push({ region, index });
  });
  await forEachConcurrently([...byInstance], CONCURRENCY, async ([instance, named]) => {
    const size = await orthanc.imageSizeOf(instance);
    if (size === null) return;
    for (const { region, index } of named) {
      const fault = regionFault(region, size);
      if (fault !== null) throw new CodedError(fault, `regions[${index}]`);
    }
  });
};

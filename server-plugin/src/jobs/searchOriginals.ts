import { regionsOf, type TextRegion } from '@pseudonymize-redact/core/text-detection';
import type { InstanceTexts } from '../detection/searchInstance.ts';
import { withSharedTexts } from '../detection/sharedInstanceTexts.ts';
import type { OrthancId, OrthancInstance } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { Staging } from './stageCopies.ts';

/** More wait in the pool of the search. */
const CONCURRENCY = 4;

/**
 * Searches originals for text, each series together, before the first of them is de-identified: what one image shows counts for all
 * that show the same.
 *
 * @returns for each original what the policy blanks of it
 * @throws CodedError PART10_…, PIXELS_…, DETECTION_…, ORTHANC_…: an original that cannot be searched is not exported unseen
 */
export const foundRegions = async (
  originals: readonly OrthancInstance[],
  { originals: files, search, budget, job, textPolicy, harmlessTexts, turnedSearch }: Staging,
): Promise<ReadonlyMap<OrthancId, readonly TextRegion[]>> => {
  const found = new Map<OrthancId, InstanceTexts>();
  await forEachConcurrently(originals, CONCURRENCY, async (original) => {
    // Copies of the series are searched for what is left under a name of their own.
    const series = `${job} ${original.series} original`;
    const texts = await budget.run(original.fileBytes, () =>
      files.with(original, (input) =>
        search.search({ input, series, turnedSearch, ...(harmlessTexts && { harmlessTexts }) }),
      ),
    );
    found.set(original.id, texts);
  });

  const regions = new Map<OrthancId, readonly TextRegion[]>();
  for (const members of Map.groupBy(originals, ({ series }) => series).values()) {
    const searched = members.flatMap(({ id }) => found.get(id) ?? []);
    withSharedTexts(searched).forEach(({ texts }, index) => {
      const id = members[index]?.id;
      if (id !== undefined) regions.set(id, regionsOf(texts, textPolicy));
    });
  }
  return regions;
};

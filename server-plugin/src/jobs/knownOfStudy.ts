import { knownTogether, NOTHING_KNOWN } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine, ProjectChoice, ToldByObject } from '../engine/engine.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancInstance } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';

const CONCURRENCY = 4;

/** The smallest instance of each series: all of a series tell the same of people and places. */
const oneOfEachSeries = (instances: readonly OrthancInstance[]): readonly OrthancInstance[] => {
  const smallest = new Map<string, OrthancInstance>();
  for (const instance of instances) {
    const other = smallest.get(instance.series);
    if (other === undefined || instance.fileBytes < other.fileBytes) smallest.set(instance.series, instance);
  }
  return [...smallest.values()];
};

/**
 * What the series of a study tell of people, places and things, so that text in each is searched for it, and whose the copy will be. A file that cannot be
 * read tells nothing here, and is refused later.
 *
 * @throws CodedError ORTHANC_…
 */
export const knownOfStudy = async (
  instances: readonly OrthancInstance[],
  choice: ProjectChoice,
  { originals, engine }: { readonly originals: OriginalFiles; readonly engine: Engine },
): Promise<ToldByObject> => {
  let known = NOTHING_KNOWN;
  let identity: ToldByObject['identity'] = null;
  await forEachConcurrently(oneOfEachSeries(instances), CONCURRENCY, async (instance) => {
    try {
      const told = await originals.with(instance, (input) => engine.known(input, choice));
      known = knownTogether(known, told.known);
      identity ??= told.identity;
    } catch (error) {
      if (!(error instanceof CodedError) || error.retryable) throw error;
    }
  });
  return { known, identity };
};

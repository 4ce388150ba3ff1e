import { knownTogether, NOTHING_KNOWN, type KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine, ProjectChoice } from '../engine/engine.ts';
import type { ObjectIdentity } from '../engine/objectIdentity.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancInstance } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';

const CONCURRENCY = 4;

export interface StudyReader {
  readonly originals: OriginalFiles;
  readonly engine: Engine;
}

/** The smallest instance of each series: mostly all of a series tell the same of people and places. */
export const oneOfEachSeries = (instances: readonly OrthancInstance[]): readonly OrthancInstance[] => {
  const smallest = new Map<string, OrthancInstance>();
  for (const instance of instances) {
    const other = smallest.get(instance.series);
    if (other === undefined || instance.fileBytes < other.fileBytes) smallest.set(instance.series, instance);
  }
  return [...smallest.values()];
};

/** What may be done later is thrown; what the engine refuses is null here, and refused later. */
const unlessRefused = async <T>(work: Promise<T>): Promise<T | null> => {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof CodedError) || error.retryable) throw error;
    return null;
  }
};

/**
 * What instances of a study tell of people, places and things, so that text in each is searched for it. A file that cannot be read
 * tells nothing here, and is refused later.
 *
 * @throws CodedError ORTHANC_…
 */
export const knownOfStudy = async (
  instances: readonly OrthancInstance[],
  choice: ProjectChoice,
  { originals, engine }: StudyReader,
): Promise<KnownValues> => {
  let known = NOTHING_KNOWN;
  await forEachConcurrently(instances, CONCURRENCY, async (instance) => {
    const told = await unlessRefused(originals.with(instance, (input) => engine.known(input, choice)));
    if (told !== null) known = knownTogether(known, told);
  });
  return known;
};

/**
 * Whose a study is and whose its copy will be; null where all of it is refused.
 *
 * @throws CodedError ORTHANC_…
 */
export const identityOfStudy = async (
  instances: readonly OrthancInstance[],
  choice: ProjectChoice,
  known: KnownValues,
  { originals, engine }: StudyReader,
): Promise<ObjectIdentity | null> => {
  for (const instance of oneOfEachSeries(instances)) {
    const identity = await unlessRefused(
      originals.with(instance, (input) => engine.identity(input, choice, known)),
    );
    if (identity !== null) return identity;
  }
  return null;
};

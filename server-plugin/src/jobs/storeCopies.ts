import { CodedError } from '@pseudonymize-redact/core/errors';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { StagedCopies, StagedCopy, StoragePlan } from './stagedCopies.ts';

/** Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** SOP Instance UID → Orthanc's identifier, of what is stored of the copied study. */
const storedInstances = async (
  orthanc: OrthancClient,
  staged: StagedCopies,
): Promise<ReadonlyMap<string, OrthancId>> => {
  const [copy] = staged.list();
  const study = copy === undefined ? null : await orthanc.findStudy(copy.studyInstanceUID);
  const instances = study === null ? [] : await orthanc.instancesOf(study);
  return new Map(instances.map(({ sopInstanceUID, id }) => [sopInstanceUID, id]));
};

/**
 * Compares the finished copies with what is stored: nothing is changed yet, but older copies are set aside.
 *
 * @throws CodedError JOB_COPY_CONFLICT where something that is not a copy of ours has the UID of one
 */
const planStorage = async (
  orthanc: OrthancClient,
  staged: StagedCopies,
  stored: ReadonlyMap<string, OrthancId>,
): Promise<StoragePlan> => {
  const plan: StoragePlan = { created: [], replaced: [] };
  await forEachConcurrently(staged.list(), CONCURRENCY, async (copy) => {
    const { sopInstanceUID } = copy;
    const existing = stored.get(sopInstanceUID);
    if (existing === undefined) {
      plan.created.push(sopInstanceUID);
      return;
    }
    const bytes = await orthanc.file(existing);
    if (equal(bytes, staged.read(copy))) return;
    const job = await orthanc.jobOf(existing);
    if (job === null) throw new CodedError('JOB_COPY_CONFLICT');
    staged.setAside(sopInstanceUID, bytes);
    plan.replaced.push({ sopInstanceUID, job });
  });
  staged.keepPlan(plan);
  return plan;
};

/** Puts an instance with these bytes in the place of one with the same UIDs; doing it twice does nothing more. */
const replace = async (
  orthanc: OrthancClient,
  existing: OrthancId | undefined,
  bytes: Uint8Array,
  job: string,
): Promise<void> => {
  if (existing !== undefined && !equal(await orthanc.file(existing), bytes)) await orthanc.delete(existing);
  await orthanc.setJob(await orthanc.store(bytes), job);
};

/**
 * Stores all finished copies. May be called again after any interruption.
 *
 * @param onStored called after each copy; what it throws ends the storing
 * @throws CodedError ORTHANC_…, JOB_COPY_CONFLICT
 */
export const storeCopies = async (
  orthanc: OrthancClient,
  staged: StagedCopies,
  job: string,
  onStored: () => Promise<void>,
): Promise<void> => {
  const stored = await storedInstances(orthanc, staged);
  const plan = staged.plan ?? (await planStorage(orthanc, staged, stored));
  const created = new Set(plan.created);
  const replaced = new Set(plan.replaced.map(({ sopInstanceUID }) => sopInstanceUID));
  const store = async (copy: StagedCopy): Promise<void> => {
    const bytes = staged.read(copy);
    if (created.has(copy.sopInstanceUID)) await orthanc.setJob(await orthanc.store(bytes), job);
    if (replaced.has(copy.sopInstanceUID))
      await replace(orthanc, stored.get(copy.sopInstanceUID), bytes, job);
    await onStored();
  };
  await forEachConcurrently(staged.list(), CONCURRENCY, store);
};

/** Takes back what `storeCopies` has stored: new copies are deleted, replaced ones come back. May be called again. */
export const takeBackCopies = async (orthanc: OrthancClient, staged: StagedCopies): Promise<void> => {
  const { plan } = staged;
  if (plan === null) return;
  const stored = await storedInstances(orthanc, staged);
  for (const sopInstanceUID of plan.created) {
    const id = stored.get(sopInstanceUID);
    if (id !== undefined) await orthanc.delete(id);
  }
  for (const { sopInstanceUID, job } of plan.replaced) {
    await replace(orthanc, stored.get(sopInstanceUID), staged.readPrevious(sopInstanceUID), job);
  }
};

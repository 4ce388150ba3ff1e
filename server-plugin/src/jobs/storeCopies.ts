import { CodedError } from '@pseudonymize-redact/core/errors';
import { md5OfFile } from '../files/fileHash.ts';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { StagedCopies } from './stagedCopies.ts';
import type { StagedOutcome } from './stagedOutcome.ts';
import type { StoragePlan } from './storagePlan.ts';

/** Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;

/** Whether what is stored are the bytes of the file. */
const isStored = async (orthanc: OrthancClient, existing: OrthancId, path: string): Promise<boolean> =>
  (await orthanc.md5Of(existing)) === (await md5OfFile(path));

/** SOP Instance UID → Orthanc's identifier, of what is stored of the copied study. */
const storedInstances = async (
  orthanc: OrthancClient,
  copyStudyInstanceUID: string,
): Promise<ReadonlyMap<string, OrthancId>> => {
  const study = await orthanc.findStudy(copyStudyInstanceUID);
  const instances = study === null ? [] : await orthanc.instancesOf(study);
  return new Map(instances.map(({ sopInstanceUID, id }) => [sopInstanceUID, id]));
};

/**
 * Compares the finished copies with what is stored: nothing is changed yet, but older copies are set aside.
 *
 * @throws CodedError JOB_COPY_CONFLICT where something that is not a copy of ours has the UID of one
 */
export const planStorage = async (orthanc: OrthancClient, staged: StagedCopies): Promise<StoragePlan> => {
  const copies = staged.copies();
  const [first] = staged.outcomes();
  if (first === undefined) throw new CodedError('STUDY_NOT_FOUND');
  const plan: StoragePlan = {
    originals: copies.map(({ original }) => original),
    copyStudyInstanceUID: first.studyInstanceUID,
    created: [],
    replaced: [],
  };
  const stored = await storedInstances(orthanc, first.studyInstanceUID);
  await forEachConcurrently(copies, CONCURRENCY, async ({ sopInstanceUID, original }) => {
    const existing = stored.get(sopInstanceUID);
    if (existing === undefined) {
      plan.created.push(sopInstanceUID);
      return;
    }
    if (await isStored(orthanc, existing, staged.copyPath(original))) return;
    const job = await orthanc.jobOf(existing);
    if (job === null) throw new CodedError('JOB_COPY_CONFLICT');
    await orthanc.download(existing, staged.previousPath(sopInstanceUID));
    plan.replaced.push({ sopInstanceUID, job });
  });
  return plan;
};

/** Puts an instance with these bytes in the place of one with the same UIDs; doing it twice does nothing more. */
const replace = async (
  orthanc: OrthancClient,
  existing: OrthancId | undefined,
  path: string,
  job: string,
): Promise<void> => {
  if (existing !== undefined && !(await isStored(orthanc, existing, path))) await orthanc.delete(existing);
  await orthanc.setJob(await orthanc.storeFile(path), job);
};

/**
 * Stores all finished copies. May be called again after any interruption.
 *
 * @param onStored called after each copy; what it throws ends the storing
 * @throws CodedError ORTHANC_…
 */
export const storeCopies = async (
  orthanc: OrthancClient,
  staged: StagedCopies,
  plan: StoragePlan,
  job: string,
  onStored: () => Promise<void>,
): Promise<void> => {
  const created = new Set(plan.created);
  const replaced = new Set(plan.replaced.map(({ sopInstanceUID }) => sopInstanceUID));
  const stored =
    replaced.size === 0
      ? new Map<string, OrthancId>()
      : await storedInstances(orthanc, plan.copyStudyInstanceUID);
  const store = async ({ sopInstanceUID, original }: StagedOutcome): Promise<void> => {
    const path = staged.copyPath(original);
    if (created.has(sopInstanceUID)) await orthanc.setJob(await orthanc.storeFile(path), job);
    if (replaced.has(sopInstanceUID)) await replace(orthanc, stored.get(sopInstanceUID), path, job);
    await onStored();
  };
  await forEachConcurrently(staged.copies(), CONCURRENCY, store);
};

/**
 * Takes back what `storeCopies` has stored: new copies are deleted, replaced ones come back. May be called again. A replaced one
 * that another machine has set aside cannot come back from here; the newer copy stays in its place.
 */
export const takeBackCopies = async (
  orthanc: OrthancClient,
  staged: StagedCopies,
  plan: StoragePlan,
): Promise<void> => {
  const stored = await storedInstances(orthanc, plan.copyStudyInstanceUID);
  for (const sopInstanceUID of plan.created) {
    const id = stored.get(sopInstanceUID);
    if (id !== undefined) await orthanc.delete(id);
  }
  for (const { sopInstanceUID, job } of plan.replaced) {
    const previous = staged.findPrevious(sopInstanceUID);
    if (previous !== null) await replace(orthanc, stored.get(sopInstanceUID), previous, job);
  }
};

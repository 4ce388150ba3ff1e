import { createHash } from 'node:crypto';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { md5OfFile } from '../files/fileHash.ts';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { StagedCopies } from './stagedCopies.ts';
import type { StagedOutcome } from './stagedOutcome.ts';
import type { StoragePlan } from './storagePlan.ts';

/** Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;

/** Bytes, or the path of a file. */
type Copy = Uint8Array | string;

const md5Of = (copy: Copy): Promise<string> | string =>
  typeof copy === 'string' ? md5OfFile(copy) : createHash('md5').update(copy).digest('hex');

/** Whether what is stored are the bytes of the copy. */
const isStored = async (orthanc: OrthancClient, existing: OrthancId, copy: Copy): Promise<boolean> =>
  (await orthanc.md5Of(existing)) === (await md5Of(copy));

const send = (orthanc: OrthancClient, copy: Copy): Promise<OrthancId> =>
  typeof copy === 'string' ? orthanc.storeFile(copy) : orthanc.store(copy);

interface StoredStudy {
  readonly id: OrthancId;
  /** SOP Instance UID → Orthanc's identifier. */
  readonly instances: ReadonlyMap<string, OrthancId>;
}

/** What is stored of the copied study; null: nothing. */
const storedStudy = async (
  orthanc: OrthancClient,
  copyStudyInstanceUID: string,
): Promise<StoredStudy | null> => {
  const study = await orthanc.findStudy(copyStudyInstanceUID);
  if (study === null) return null;
  const instances = await orthanc.instancesOf(study);
  return { id: study, instances: new Map(instances.map(({ sopInstanceUID, id }) => [sopInstanceUID, id])) };
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
  const stored = await storedStudy(orthanc, first.studyInstanceUID);
  const plan: StoragePlan = {
    originals: copies.map(({ original }) => original),
    copyStudyInstanceUID: first.studyInstanceUID,
    created: [],
    replaced: [],
    previousJob: stored === null ? null : await orthanc.jobOf(stored.id),
  };
  await forEachConcurrently(copies, CONCURRENCY, async ({ sopInstanceUID, original }) => {
    const existing = stored?.instances.get(sopInstanceUID);
    if (existing === undefined) {
      plan.created.push(sopInstanceUID);
      return;
    }
    if (await isStored(orthanc, existing, staged.copy(original))) return;
    if (plan.previousJob === null) throw new CodedError('JOB_COPY_CONFLICT');
    await orthanc.download(existing, staged.previousPath(sopInstanceUID));
    plan.replaced.push(sopInstanceUID);
  });
  return plan;
};

/** Puts an instance with these bytes in the place of one with the same UIDs; doing it twice does nothing more. */
const replace = async (
  orthanc: OrthancClient,
  existing: OrthancId | undefined,
  copy: Copy,
): Promise<void> => {
  if (existing !== undefined && !(await isStored(orthanc, existing, copy))) await orthanc.delete(existing);
  await send(orthanc, copy);
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
  const replaced = new Set(plan.replaced);
  const stored = replaced.size === 0 ? null : await storedStudy(orthanc, plan.copyStudyInstanceUID);
  const store = async ({ sopInstanceUID, original }: StagedOutcome): Promise<void> => {
    const copy = staged.copy(original);
    if (created.has(sopInstanceUID)) await send(orthanc, copy);
    else if (replaced.has(sopInstanceUID))
      await replace(orthanc, stored?.instances.get(sopInstanceUID), copy);
    await onStored();
  };
  const [first, ...others] = staged.copies();
  if (first === undefined) return;
  // The study is marked as soon as it is there, so that nobody takes it for an original.
  await store(first);
  const study = await orthanc.findStudy(plan.copyStudyInstanceUID);
  if (study !== null) await orthanc.markCopy(study, job);
  await forEachConcurrently(others, CONCURRENCY, store);
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
  const stored = await storedStudy(orthanc, plan.copyStudyInstanceUID);
  if (stored === null) return;
  for (const sopInstanceUID of plan.created) {
    const id = stored.instances.get(sopInstanceUID);
    if (id !== undefined) await orthanc.delete(id);
  }
  for (const sopInstanceUID of plan.replaced) {
    const previous = staged.findPrevious(sopInstanceUID);
    if (previous !== null) await replace(orthanc, stored.instances.get(sopInstanceUID), previous);
  }
  if (plan.previousJob !== null) await orthanc.markCopy(stored.id, plan.previousJob);
};

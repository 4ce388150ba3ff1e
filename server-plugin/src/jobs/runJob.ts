import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine, InstanceRequest } from '../engine/engine.ts';
import type { OrthancClient, OrthancId, OrthancInstance } from '../orthanc/orthancClient.ts';
import type { ByteBudget } from './byteBudget.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { JobRecord, JobRegion } from './jobRecord.ts';
import type { JobChange } from './jobStore.ts';
import { StagedCopies } from './stagedCopies.ts';
import type { StoragePlan } from './storagePlan.ts';
import { planStorage, storeCopies, takeBackCopies } from './storeCopies.ts';

/** The engine has a thread a core, and Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;
/** A progress bar needs no more, and every one is a write of the database. */
const PROGRESS_INTERVAL_MS = 400;

export interface JobContext {
  readonly orthanc: OrthancClient;
  readonly engine: Engine;
  readonly budget: ByteBudget;
  /** Where copies are staged. */
  readonly jobsFolder: string;
}

export interface RunningJob {
  readonly record: JobRecord;
  readonly regions: readonly JobRegion[];
  /** What an earlier attempt has decided. */
  readonly plan: StoragePlan | null;
  readonly keepPlan: (plan: StoragePlan) => Promise<void>;
  /** Keeps what is told; what it throws ends the attempt. */
  readonly report: (change: JobChange) => Promise<void>;
}

/** An instance counts half when its copy is finished and wholly when it is stored. Told now and then. */
const progressOf = (report: RunningJob['report'], finished: number): (() => Promise<void>) => {
  let halves = finished;
  let told = performance.now();
  return async () => {
    halves++;
    if (performance.now() - told < PROGRESS_INTERVAL_MS) return;
    told = performance.now();
    await report({ done: Math.floor(halves / 2) });
  };
};

const stageCopy = async (
  original: OrthancInstance,
  staged: StagedCopies,
  request: InstanceRequest,
  { orthanc, engine }: JobContext,
): Promise<void> => {
  const { bytes, ...uids } = await engine.deidentify(await orthanc.file(original.id), request);
  // A profile may keep UIDs; then the copy would take the original's place.
  if (uids.sopInstanceUID === original.sopInstanceUID) throw new CodedError('JOB_COPY_CONFLICT');
  staged.add({ original: original.id, ...uids }, bytes);
};

/** Finishes every copy that is not finished yet. */
const stageCopies = async (
  originals: readonly OrthancInstance[],
  staged: StagedCopies,
  job: RunningJob,
  context: JobContext,
  onFinished: () => Promise<void>,
): Promise<void> => {
  const regions = Map.groupBy(job.regions, ({ orthancId }): OrthancId => orthancId);
  const finished = new Set(staged.list().map(({ original }) => original));
  const remaining = originals.filter(({ id }) => !finished.has(id));
  await forEachConcurrently(remaining, CONCURRENCY, async (original) => {
    const own = [...(regions.get(original.series) ?? []), ...(regions.get(original.id) ?? [])];
    // A job that belongs to no export is asked for by somebody who has the study before their eyes.
    const reviewed = job.record.exportName === null;
    const request = { project: job.record.project, regions: own, reviewed };
    await context.budget.run(original.fileBytes, () => stageCopy(original, staged, request, context));
    await onFinished();
  });
};

/**
 * One attempt at a job: first every copy is finished and verified, then all are stored. What an earlier attempt has finished is not
 * done again.
 *
 * @throws CodedError of the engine, ORTHANC_…, JOB_COPY_CONFLICT, and what `report` throws; then `undoJob`, or another attempt
 */
export const runJob = async (job: RunningJob, context: JobContext): Promise<void> => {
  const { record, report } = job;
  const staged = new StagedCopies(context.jobsFolder, record.id);
  const present = await context.orthanc.instancesOf(record.study);
  const planned = job.plan === null ? null : new Set(job.plan.originals);
  const originals = present.filter(({ id }) => planned === null || planned.has(id));
  const step = progressOf(report, staged.list().length);
  await report({ total: originals.length });
  await stageCopies(originals, staged, job, context, step);
  const plan = job.plan ?? (await planStorage(context.orthanc, staged));
  if (job.plan === null) await job.keepPlan(plan);
  await storeCopies(context.orthanc, staged, plan, record.id, step);
  await report({ done: plan.originals.length, copyStudyInstanceUID: plan.copyStudyInstanceUID });
};

/** Takes back what a job has stored, and what it has staged: a study is stored whole or not at all. May be called again. */
export const undoJob = async (
  job: string,
  plan: StoragePlan | null,
  { orthanc, jobsFolder }: Pick<JobContext, 'orthanc' | 'jobsFolder'>,
): Promise<void> => {
  if (plan !== null) await takeBackCopies(orthanc, new StagedCopies(jobsFolder, job), plan);
  forgetJob(job, { jobsFolder });
};

/** Deletes what a job has staged; what it has stored stays. */
export const forgetJob = (job: string, { jobsFolder }: Pick<JobContext, 'jobsFolder'>): void =>
  new StagedCopies(jobsFolder, job).delete();

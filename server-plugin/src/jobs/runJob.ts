import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine, InstanceRequest } from '../engine/engine.ts';
import type { OrthancClient, OrthancId, OrthancInstance } from '../orthanc/orthancClient.ts';
import type { ByteBudget } from './byteBudget.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { JobRecord, JobRegion } from './jobRecord.ts';
import type { JobChange } from './jobStore.ts';
import { StagedCopies } from './stagedCopies.ts';
import { storeCopies, takeBackCopies } from './storeCopies.ts';

/** The engine has a thread a core, and Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;

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
  /** Keeps what is told; what it throws ends the attempt. */
  readonly report: (change: JobChange) => Promise<void>;
}

/** An instance counts half when its copy is finished and wholly when it is stored. */
const progressOf = (report: RunningJob['report'], finished: number): (() => Promise<void>) => {
  let halves = finished;
  return () => report({ done: Math.floor(++halves / 2) });
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
    // A job is asked for by somebody who has the study before their eyes.
    const request = { project: job.record.project, regions: own, reviewed: true };
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
  const originals = await context.orthanc.instancesOf(record.study);
  const step = progressOf(report, staged.list().length);
  await report({ total: originals.length });
  // Once the storing has begun, what has arrived in the study since then belongs to another job.
  if (staged.plan === null) await stageCopies(originals, staged, job, context, step);
  const [copy] = staged.list();
  if (copy === undefined) throw new CodedError('STUDY_NOT_FOUND');
  await storeCopies(context.orthanc, staged, record.id, step);
  await report({ copyStudyInstanceUID: copy.studyInstanceUID });
};

/** Takes back what a job has stored, and what it has staged: a study is stored whole or not at all. May be called again. */
export const undoJob = async (
  job: string,
  { orthanc, jobsFolder }: Pick<JobContext, 'orthanc' | 'jobsFolder'>,
): Promise<void> => {
  await takeBackCopies(orthanc, new StagedCopies(jobsFolder, job));
  forgetJob(job, { jobsFolder });
};

/** Deletes what a job has staged; what it has stored stays. */
export const forgetJob = (job: string, { jobsFolder }: Pick<JobContext, 'jobsFolder'>): void =>
  new StagedCopies(jobsFolder, job).delete();

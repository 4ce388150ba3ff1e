import { knownBeyond, type KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Delivery } from '../destinations/destination.ts';
import type { DestinationOf } from '../destinations/openDestination.ts';
import type { ZipStore } from '../destinations/zip/zipStore.ts';
import type { SearchPool } from '../detection/searchPool.ts';
import type { Engine } from '../engine/engine.ts';
import type { HoldStore } from '../holds/holdStore.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancClient, OrthancInstance } from '../orthanc/orthancClient.ts';
import type { OutputStore } from '../report/outputStore.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { VaultOf } from '../vault/vaults.ts';
import type { VerificationStore } from '../verification/verificationStore.ts';
import type { ByteBudget } from './byteBudget.ts';
import { presentMaking, type JobHistory } from './jobHistory.ts';
import type { JobOrder } from './jobOrder.ts';
import { JobProgress } from './jobProgress.ts';
import type { JobRecord } from './jobRecord.ts';
import type { JobChange } from './jobStore.ts';
import { keepInVault } from './keepInVault.ts';
import { identityOfStudy, knownOfStudy, oneOfEachSeries } from './knownOfStudy.ts';
import { stageCopies } from './stageCopies.ts';
import { StagedCopies } from './stagedCopies.ts';
import type { StagingMemory } from './stagingMemory.ts';
import { reportOf } from './stagedOutcome.ts';
import type { StoragePlan } from './storagePlan.ts';

export interface JobContext {
  readonly orthanc: OrthancClient;
  readonly originals: OriginalFiles;
  readonly engine: Engine;
  readonly search: SearchPool;
  readonly projects: ProjectRegistry;
  readonly vaultOf: VaultOf;
  readonly history: JobHistory;
  readonly destinationOf: DestinationOf;
  readonly holds: HoldStore;
  readonly outputs: OutputStore;
  readonly verifications: VerificationStore;
  readonly zips: ZipStore;
  readonly budget: ByteBudget;
  /** Where copies are staged. */
  readonly jobsFolder: string;
  readonly memory: StagingMemory;
}

export interface RunningJob {
  readonly record: JobRecord;
  readonly order: JobOrder;
  /** What an earlier attempt has decided. */
  readonly plan: StoragePlan | null;
  readonly keepPlan: (plan: StoragePlan) => Promise<void>;
  /** Keeps what is told; what it throws ends the attempt. */
  readonly report: (change: JobChange) => Promise<void>;
}

/** Those that were decided on, where anything was; what has arrived in the study since then belongs to another job. */
const originalsAmong = (
  present: readonly OrthancInstance[],
  { order, plan }: RunningJob,
): readonly OrthancInstance[] => {
  const chosen = plan?.originals ?? order.instances?.map(({ orthancId }) => orthancId) ?? null;
  if (chosen === null) return present;
  const ids = new Set(chosen);
  return present.filter(({ id }) => ids.has(id));
};

/**
 * What is known of the study before its copies are made. Where all of them are made now, each tells in its turn what it knows; else all
 * are asked first, and what an earlier attempt has finished without knowing all is done again.
 */
const knownBefore = async (
  present: readonly OrthancInstance[],
  originals: readonly OrthancInstance[],
  { record, order, plan }: RunningJob,
  staged: StagedCopies,
  context: JobContext,
): Promise<KnownValues> => {
  const choice = { project: record.project, profile: order.profile };
  const finished = staged.outcomes();
  const isWhole = originals.length === present.length;
  const ofSome = isWhole ? await knownOfStudy(oneOfEachSeries(present), choice, context) : null;
  if (ofSome !== null && finished.length === 0) return ofSome;
  const ofAll = await knownOfStudy(present, choice, context);
  const isBehind = plan === null && ofSome !== null && knownBeyond(ofAll, ofSome) !== null;
  if (isBehind) for (const { original } of finished) staged.discard(original);
  return ofAll;
};

/** Everything is finished: what is on hold is kept as such, and it is decided what the others will change at the destination. */
const decideStorage = async (
  { record, order, keepPlan, report }: RunningJob,
  staged: StagedCopies,
  { destinationOf, holds, outputs, projects }: JobContext,
): Promise<StoragePlan> => {
  const outcomes = staged.outcomes();
  if (outcomes.length === 0) throw new CodedError('STUDY_NOT_FOUND');
  const { rules, profile } = projects.get(record.project, order.profile);
  // A study whose copies follow different rules would be neither one nor the other.
  if (outcomes.some((outcome) => outcome.rules !== rules)) {
    staged.delete();
    throw new CodedError('PROJECT_RULES_CHANGED');
  }
  const plan = await destinationOf(record.project).plan(staged);
  await holds.keep(record, outcomes);
  await outputs.keep(record.id, profile.name, outcomes);
  await report({ report: reportOf(outcomes) });
  await keepPlan(plan);
  if (order.instances === null) await holds.supersede(record);
  return plan;
};

/**
 * One attempt at a job: first every copy is finished and verified, then all are stored but those on hold. What an earlier attempt
 * has finished is not done again.
 *
 * @throws CodedError of the engine, ORTHANC_…, DESTINATION_…, JOB_COPY_CONFLICT, and what `report` throws; then `undoJob`, or another attempt
 */
export const runJob = async (job: RunningJob, context: JobContext): Promise<void> => {
  const staged = new StagedCopies(context.jobsFolder, job.record.id, context.memory);
  try {
    await stageAndStore(job, staged, context);
  } finally {
    staged.release();
  }
};

const deliveryOf = (
  { id: job, exportName }: JobRecord,
  staged: StagedCopies,
  plan: StoragePlan,
): Delivery => ({ job, exportName, staged, plan });

const stageAndStore = async (job: RunningJob, staged: StagedCopies, context: JobContext): Promise<void> => {
  const { record, report, order } = job;
  const destination = context.destinationOf(record.project);
  await destination.check();
  const present = await context.orthanc.instancesOf(record.study);
  const originals = originalsAmong(present, job);
  const known = await knownBefore(present, originals, job, staged, context);
  const progress = new JobProgress(staged.outcomes(), report);
  if (job.plan === null) await report({ total: originals.length });
  const project = context.projects.get(record.project, order.profile);
  const { holdPolicy, textPolicy, search, profile } = project;
  await context.history.keepMaking(record.id, presentMaking(project));
  const isExport = record.exportName !== null;
  const choice = { project: record.project, profile: order.profile };
  const identity = await identityOfStudy(originals, choice, known, context);
  if (identity !== null) await keepInVault(record, project, identity, originals, context);
  const staging = {
    ...context,
    staged,
    job: record.id,
    project: record.project,
    // A job that belongs to no export is asked for by somebody who has the study before their eyes.
    reviewed: !isExport,
    searchesItself: (isExport ? search : order.search) === 'auto',
    textPolicy: order.textPolicy ?? textPolicy,
    harmlessTexts: profile.harmlessTexts,
    turnedSearch: profile.turnedSearch,
    holdPolicy,
    order,
    known,
  };
  await stageCopies(originals, staging, (outcome) => progress.finished(outcome));
  const plan = job.plan ?? (await decideStorage(job, staged, context));
  await destination.store(deliveryOf(record, staged, plan), () => progress.stored());
  if (destination.packs) await context.zips.waits(record.id);
  await report({
    done: job.plan === null ? originals.length : record.total,
    // The viewer shows what is in the Orthanc of the originals.
    copyStudyInstanceUID:
      destination.isSource && plan.originals.length > 0 ? plan.copyStudyInstanceUID : null,
  });
};

/** Takes back what a job has stored, and what it has staged: a study is stored whole or not at all. May be called again. */
export const undoJob = async (
  record: JobRecord,
  plan: StoragePlan | null,
  context: Pick<JobContext, 'destinationOf' | 'jobsFolder' | 'memory' | 'holds'>,
): Promise<void> => {
  const { destinationOf, jobsFolder, memory, holds } = context;
  if (plan !== null) {
    const staged = new StagedCopies(jobsFolder, record.id, memory);
    await destinationOf(record.project).takeBack(deliveryOf(record, staged, plan));
  }
  await holds.forget(record.id);
  forgetJob(record.id, context);
};

/** Deletes what a job has staged; what it has stored stays. */
export const forgetJob = (
  job: string,
  { jobsFolder, memory }: Pick<JobContext, 'jobsFolder' | 'memory'>,
): void => new StagedCopies(jobsFolder, job, memory).delete();

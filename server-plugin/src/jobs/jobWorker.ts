import { join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Logger } from 'pino';
import type { DestinationOf } from '../destinations/openDestination.ts';
import type { ZipPacking } from '../destinations/zip/zipPacking.ts';
import type { ZipStore } from '../destinations/zip/zipStore.ts';
import type { SearchPool } from '../detection/searchPool.ts';
import type { Engine } from '../engine/engine.ts';
import type { HoldStore } from '../holds/holdStore.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancClient } from '../orthanc/orthancClient.ts';
import type { OutputStore } from '../report/outputStore.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { Attempt, JobQueue } from '../queue/jobQueue.ts';
import type { VaultOf } from '../vault/vaults.ts';
import { runVerification } from '../verification/runVerification.ts';
import type { VerificationStore } from '../verification/verificationStore.ts';
import { ByteBudget } from './byteBudget.ts';
import { queuedJobOf } from './jobPriority.ts';
import type { JobHistory } from './jobHistory.ts';
import type { JobRecord } from './jobRecord.ts';
import type { JobChange, JobStore } from './jobStore.ts';
import { forgetJob, runJob, undoJob, type JobContext } from './runJob.ts';
import { StagingMemory } from './stagingMemory.ts';
import { nextBeginning } from './workingHours.ts';

/** Of files in memory at once; the engine and Orthanc need a multiple of it. A larger file is worked on alone. */
const BYTES_AT_ONCE = 256 * 2 ** 20;
/** Of finished copies that wait until those of their whole study are finished; more go to the disk. */
const BYTES_HELD = 256 * 2 ** 20;
/** So that a small study need not wait for a large one. */
const JOBS_AT_ONCE = 2;
/** A job whose process ended this often in a row is what ends it: memory, or a fault of a codec. */
const MOST_UNENDED = 5;
/** How often jobs that were put off or lost come into the queue again. */
const SWEEP_INTERVAL_MS = 30_000;
const MOST_SWEPT = 5000;

export interface JobWorkerParts {
  readonly orthanc: OrthancClient;
  readonly originals: OriginalFiles;
  readonly engine: Engine;
  readonly search: SearchPool;
  readonly store: JobStore;
  readonly history: JobHistory;
  readonly holds: HoldStore;
  readonly outputs: OutputStore;
  readonly verifications: VerificationStore;
  readonly zips: ZipStore;
  readonly queue: JobQueue;
  readonly projects: ProjectRegistry;
  readonly vaultOf: VaultOf;
  readonly destinationOf: DestinationOf;
  readonly packing: ZipPacking;
  /** Whether this process does jobs of the project by the rules of the bridge. */
  readonly agrees: (project: string) => Promise<boolean>;
  readonly dataFolder: string;
  readonly log: Logger;
}

/** Runs jobs of the queue; any number of workers share one. */
export class JobWorker {
  readonly #store: JobStore;
  readonly #queue: JobQueue;
  readonly #projects: ProjectRegistry;
  readonly #log: Logger;
  readonly #context: JobContext;
  readonly #packing: ZipPacking;
  readonly #agrees: JobWorkerParts['agrees'];
  #sweeping: NodeJS.Timeout | undefined;
  #closing = false;

  constructor({ store, queue, packing, agrees, dataFolder, log, ...parts }: JobWorkerParts) {
    this.#store = store;
    this.#queue = queue;
    this.#projects = parts.projects;
    this.#log = log;
    this.#packing = packing;
    this.#agrees = agrees;
    this.#context = {
      ...parts,
      budget: new ByteBudget(BYTES_AT_ONCE),
      memory: new StagingMemory(BYTES_HELD),
      jobsFolder: join(dataFolder, 'jobs'),
    };
  }

  /** Goes on with the jobs of an earlier run. */
  async start(): Promise<void> {
    await this.#sweep();
    this.#sweeping = setInterval(() => {
      this.#sweep().catch((error: unknown) => this.#log.error({ err: error }, 'sweep failed'));
    }, SWEEP_INTERVAL_MS);
    await this.#queue.work(JOBS_AT_ONCE, async (attempt) => {
      await this.#attempt(attempt);
      this.#packing.ask();
    });
  }

  /** Ends running attempts after the instance that they are at; the next start, or another worker, goes on with them. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#sweeping);
    await this.#queue.close();
    await this.#packing.close();
  }

  async #sweep(): Promise<void> {
    const records = await this.#store.unqueued(MOST_SWEPT);
    await this.#queue.add(records.map((record) => queuedJobOf(record, this.#beginning(record))));
    this.#packing.ask();
  }

  /** When the project's hours begin; null where they have, or where somebody waits for the job. */
  #beginning({ project, exportName }: JobRecord): Date | null {
    const hours = exportName === null ? null : this.#projects.hoursOf(project);
    return hours === null ? null : nextBeginning(hours, new Date());
  }

  async #attempt({ id, last }: Attempt): Promise<void> {
    const before = await this.#store.get(id);
    if (before === null) return;
    // It stays as it is; the sweep puts it into the queue for the next beginning.
    if (before.state === 'created' && this.#beginning(before) !== null) return;
    const begun = await this.#store.begin(id);
    if (begun === null) return this.#tidy(await this.#store.get(id));
    const { record, unended } = begun;
    try {
      if (!(await this.#agrees(record.project))) throw new CodedError('PROJECT_RULES_DIFFER');
      if (unended >= MOST_UNENDED) throw new CodedError('JOB_ENDS_WORKERS');
      const running = {
        record,
        order: await this.#store.orderOf(id),
        plan: await this.#store.planOf(id),
        keepPlan: (plan: Parameters<JobStore['keepPlan']>[1]) => this.#store.keepPlan(id, plan),
        report: (change: JobChange) => this.#report(id, change),
      };
      await (record.verification === null ? runJob : runVerification)(running, this.#context);
      await this.#report(id, { state: 'completed' });
      this.#log.info({ job: id }, 'job completed');
    } catch (error) {
      await this.#failed(record, error, last);
      return;
    }
    forgetJob(id, this.#context);
  }

  async #report(id: string, change: JobChange): Promise<void> {
    if (this.#closing) throw new CodedError('BRIDGE_STOPPING');
    if ((await this.#store.update(id, ['active'], change)) === null) throw new CodedError('JOB_CANCELLED');
  }

  /** Decides between another attempt, which it asks for by throwing, and the end. */
  async #failed(record: JobRecord, error: unknown, last: boolean): Promise<void> {
    const { id } = record;
    // Of an unknown error only its class is told: its message may hold anything.
    const known = error instanceof CodedError ? error : new CodedError('INTERNAL', null, { cause: error });
    const cause = known === error || !(error instanceof Error) ? undefined : error.name;
    this.#log.warn({ job: id, code: known.code, where: known.where, cause }, 'attempt ended');
    const told = { errorCode: known.code, errorWhere: known.where };
    if (known.retryable && !last) {
      await this.#store.update(id, ['active'], { state: 'retry', ...told });
      throw known;
    }
    await undoJob(record, await this.#store.planOf(id), this.#context);
    await this.#store.forgetPlan(id);
    await this.#store.update(id, ['active'], { state: 'failed', ...told });
  }

  /** The job was cancelled, or the process ended between the job's last step and the queue's knowing of it. */
  async #tidy(record: JobRecord | null): Promise<void> {
    if (record?.state === 'cancelled') {
      await undoJob(record, await this.#store.planOf(record.id), this.#context);
      await this.#store.forgetPlan(record.id);
    } else if (record !== null) forgetJob(record.id, this.#context);
  }
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { JobRequest, Region } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Logger } from 'pino';
import type { Engine } from '../engine/engine.ts';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import type { Attempt, JobQueue } from '../queue/jobQueue.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import { ByteBudget } from './byteBudget.ts';
import { UNFINISHED_STATES, type JobRecord, type JobRegion } from './jobRecord.ts';
import type { JobChange, JobStore } from './jobStore.ts';
import { forgetJob, runJob, undoJob, type JobContext } from './runJob.ts';

const MOST_LISTED = 200;
/** Of files in memory at once; the engine and Orthanc need a multiple of it. A larger file is worked on alone. */
const BYTES_AT_ONCE = 256 * 2 ** 20;

export interface JobServiceParts {
  readonly orthanc: OrthancClient;
  readonly engine: Engine;
  readonly store: JobStore;
  readonly queue: JobQueue;
  readonly projects: ProjectRegistry;
  readonly dataFolder: string;
  readonly log: Logger;
}

/** Takes jobs, runs them, and tells of them. */
export class JobService {
  readonly #store: JobStore;
  readonly #queue: JobQueue;
  readonly #projects: ProjectRegistry;
  readonly #log: Logger;
  readonly #context: JobContext;
  #closing = false;

  constructor({ orthanc, engine, store, queue, projects, dataFolder, log }: JobServiceParts) {
    this.#store = store;
    this.#queue = queue;
    this.#projects = projects;
    this.#log = log;
    this.#context = {
      orthanc,
      engine,
      budget: new ByteBudget(BYTES_AT_ONCE),
      jobsFolder: join(dataFolder, 'jobs'),
    };
  }

  /** Goes on with the jobs of an earlier run; one that was kept but had not come into the queue comes into it now. */
  async start(): Promise<void> {
    for (const { id } of await this.#store.unfinished()) await this.#queue.add(id);
    await this.#queue.work((attempt) => this.#attempt(attempt));
  }

  /** Ends running attempts after the instance that they are at; the next start goes on with them. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#queue.close();
  }

  /** @throws CodedError PROJECT_NOT_FOUND, STUDY_NOT_FOUND, STUDY_AMBIGUOUS, JOB_REGION_UNKNOWN, JOB_UNFINISHED, ORTHANC_… */
  async create({ studyInstanceUID, project, regions }: JobRequest): Promise<JobRecord> {
    this.#projects.get(project);
    const study = await this.#context.orthanc.findStudy(studyInstanceUID);
    if (study === null) throw new CodedError('STUDY_NOT_FOUND');
    const id = randomUUID();
    const located = await this.#located(study, regions);
    const record = await this.#store.create({ id, project, study, regions: located });
    await this.#queue.add(id);
    return record;
  }

  /** @throws CodedError JOB_NOT_FOUND */
  async get(id: string): Promise<JobRecord> {
    const record = await this.#store.get(id);
    if (record === null) throw new CodedError('JOB_NOT_FOUND');
    return record;
  }

  /** The newest first. */
  list(): Promise<readonly JobRecord[]> {
    return this.#store.list(MOST_LISTED);
  }

  /**
   * A job that has ended stays as it is. What has been stored is taken back by the attempt that runs or by the next.
   *
   * @throws CodedError JOB_NOT_FOUND
   */
  async cancel(id: string): Promise<JobRecord> {
    return (await this.#store.update(id, UNFINISHED_STATES, { state: 'cancelled' })) ?? this.get(id);
  }

  /** Calls `listener` with every change from now on. @returns what ends it */
  follow(id: string, listener: (record: JobRecord) => void): () => void {
    return this.#store.follow(id, listener);
  }

  /** From UIDs, which identify, to Orthanc's identifiers. */
  async #located(study: OrthancId, regions: readonly Region[]): Promise<readonly JobRegion[]> {
    if (regions.length === 0) return [];
    const { orthanc } = this.#context;
    const [series, instances] = await Promise.all([orthanc.seriesOf(study), orthanc.instancesOf(study)]);
    const seriesIds = new Map(series.map(({ seriesInstanceUID, id }) => [seriesInstanceUID, id]));
    const instanceIds = new Map(instances.map(({ sopInstanceUID, id }) => [sopInstanceUID, id]));
    return regions.map(({ scope, ...place }, index) => {
      const orthancId =
        'sopInstanceUID' in scope
          ? instanceIds.get(scope.sopInstanceUID)
          : seriesIds.get(scope.seriesInstanceUID);
      if (orthancId === undefined) throw new CodedError('JOB_REGION_UNKNOWN', `regions[${index}]`);
      return { ...place, orthancId };
    });
  }

  async #attempt({ id, last }: Attempt): Promise<void> {
    const record = await this.#store.update(id, UNFINISHED_STATES, {
      state: 'active',
      errorCode: null,
      errorWhere: null,
    });
    if (record === null) return this.#tidy(await this.get(id));
    try {
      const regions = await this.#store.regionsOf(id);
      await runJob({ record, regions, report: (change) => this.#report(id, change) }, this.#context);
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
  async #failed({ id }: JobRecord, error: unknown, last: boolean): Promise<void> {
    // Of an unknown error only its class is told: its message may hold anything.
    const known = error instanceof CodedError ? error : new CodedError('INTERNAL', null, { cause: error });
    const cause = known === error || !(error instanceof Error) ? undefined : error.name;
    this.#log.warn({ job: id, code: known.code, where: known.where, cause }, 'attempt ended');
    const told = { errorCode: known.code, errorWhere: known.where };
    if (known.retryable && !last) {
      await this.#store.update(id, ['active'], { state: 'retry', ...told });
      throw known;
    }
    await undoJob(id, this.#context);
    await this.#store.update(id, ['active'], { state: 'failed', ...told });
  }

  /** The job was cancelled, or the process ended between the job's last step and the queue's knowing of it. */
  async #tidy({ id, state }: JobRecord): Promise<void> {
    if (state === 'cancelled') await undoJob(id, this.#context);
    else forgetJob(id, this.#context);
  }
}

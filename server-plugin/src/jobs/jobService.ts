import { randomUUID } from 'node:crypto';
import type { JobRequest, Region } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { JobQueue } from '../queue/jobQueue.ts';
import { queuedJobOf } from './jobPriority.ts';
import { UNFINISHED_STATES, type JobRecord, type JobRegion } from './jobRecord.ts';
import type { JobFilter, JobStore } from './jobStore.ts';

const MOST_LISTED = 200;

export interface JobServiceParts {
  readonly orthanc: OrthancClient;
  readonly store: JobStore;
  readonly queue: JobQueue;
  readonly projects: ProjectRegistry;
}

/** Takes jobs and tells of them; workers, in this process or in others, run them. */
export class JobService {
  readonly #orthanc: OrthancClient;
  readonly #store: JobStore;
  readonly #queue: JobQueue;
  readonly #projects: ProjectRegistry;

  constructor({ orthanc, store, queue, projects }: JobServiceParts) {
    this.#orthanc = orthanc;
    this.#store = store;
    this.#queue = queue;
    this.#projects = projects;
  }

  /** @throws CodedError PROJECT_NOT_FOUND, STUDY_NOT_FOUND, STUDY_AMBIGUOUS, JOB_REGION_UNKNOWN, JOB_UNFINISHED, ORTHANC_… */
  async create({ studyInstanceUID, project, regions }: JobRequest): Promise<JobRecord> {
    this.#projects.get(project);
    const study = await this.#orthanc.findStudy(studyInstanceUID);
    if (study === null) throw new CodedError('STUDY_NOT_FOUND');
    const located = await this.#located(study, regions);
    const record = await this.#store.create({ id: randomUUID(), project, study, regions: located });
    await this.#queue.add([queuedJobOf(record, null)]);
    return record;
  }

  /** @throws CodedError JOB_NOT_FOUND */
  async get(id: string): Promise<JobRecord> {
    const record = await this.#store.get(id);
    if (record === null) throw new CodedError('JOB_NOT_FOUND');
    return record;
  }

  /** The newest first. */
  list(filter: JobFilter, limit = MOST_LISTED): Promise<readonly JobRecord[]> {
    return this.#store.list(filter, limit);
  }

  /**
   * A job that has ended stays as it is. What has been stored is taken back by the attempt that runs or by the next.
   *
   * @throws CodedError JOB_NOT_FOUND
   */
  async cancel(id: string): Promise<JobRecord> {
    return (await this.#store.update(id, UNFINISHED_STATES, { state: 'cancelled' })) ?? this.get(id);
  }

  /**
   * Has a job that failed or was cancelled done again; another stays as it is.
   *
   * @throws CodedError JOB_NOT_FOUND, JOB_UNFINISHED
   */
  async retry(id: string): Promise<JobRecord> {
    const record = await this.#store.reopen(id);
    if (record === null) return this.get(id);
    await this.#queue.add([queuedJobOf(record, null)]);
    return record;
  }

  /** Calls `listener` with every change from now on. @returns what ends it */
  follow(id: string, listener: (record: JobRecord) => void): () => void {
    return this.#store.follow(id, listener);
  }

  /** From UIDs, which identify, to Orthanc's identifiers. */
  async #located(study: OrthancId, regions: readonly Region[]): Promise<readonly JobRegion[]> {
    if (regions.length === 0) return [];
    const [series, instances] = await Promise.all([
      this.#orthanc.seriesOf(study),
      this.#orthanc.instancesOf(study),
    ]);
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
}

import { randomUUID } from 'node:crypto';
import type { JobRequest, Region } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { OrthancClient } from '../orthanc/orthancClient.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { JobQueue } from '../queue/jobQueue.ts';
import { queuedJobOf } from './jobPriority.ts';
import { JobOrder } from './jobOrder.ts';
import { UNFINISHED_STATES, type JobRecord } from './jobRecord.ts';
import type { JobFilter, JobStore, NewJob } from './jobStore.ts';
import { locatedRegions, locatorOf } from './locateScopes.ts';
import { checkRegionBounds } from './regionBounds.ts';

const MOST_LISTED = 200;

export interface JobServiceParts {
  readonly orthanc: OrthancClient;
  readonly store: JobStore;
  readonly queue: JobQueue;
  readonly projects: ProjectRegistry;
}

/** What a decision on holds asks for. */
export interface FollowUp {
  readonly id: string;
  readonly regions: readonly Region[];
  readonly instances: NonNullable<JobOrder['instances']>;
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

  /** @throws CodedError PROJECT_NOT_FOUND, PROFILE_NOT_ALLOWED, STUDY_NOT_FOUND, STUDY_AMBIGUOUS, JOB_REGION_UNKNOWN, PIXELS_REGION_OUTSIDE, PIXELS_FRAME_OUTSIDE, JOB_UNFINISHED, ORTHANC_… */
  async create(request: JobRequest): Promise<JobRecord> {
    return this.#begin({
      id: randomUUID(),
      project: request.project,
      ...(await this.orderFor(request)),
    });
  }

  /**
   * What a job would be to do, and of which study.
   *
   * @throws CodedError PROJECT_NOT_FOUND, PROFILE_NOT_ALLOWED, STUDY_NOT_FOUND, STUDY_AMBIGUOUS, JOB_REGION_UNKNOWN, PIXELS_REGION_OUTSIDE, PIXELS_FRAME_OUTSIDE, ORTHANC_…
   */
  async orderFor(request: JobRequest): Promise<Pick<NewJob, 'study' | 'order'>> {
    const { studyInstanceUID, project, profile = null, fill, search, textPolicy = null } = request;
    this.#projects.get(project, profile);
    const study = await this.#orthanc.findStudy(studyInstanceUID);
    if (study === null) throw new CodedError('STUDY_NOT_FOUND');
    const { locate, instanceOf } = await locatorOf(this.#orthanc, study, request);
    const regions = locatedRegions(request.regions, locate);
    await checkRegionBounds(this.#orthanc, regions, instanceOf);
    const order = JobOrder.parse({
      profile,
      regions,
      fill,
      search,
      textPolicy,
      outsideUltrasoundRegions: request.outsideUltrasoundRegions.map((scope, index) =>
        locate(scope, `outsideUltrasoundRegions[${index}]`),
      ),
      searched: request.searched.map((sopInstanceUID, index) =>
        locate({ sopInstanceUID }, `searched[${index}]`),
      ),
    });
    return { study, order };
  }

  /**
   * One more job for some instances of an earlier one, with what that was asked to do and further regions.
   *
   * @throws CodedError JOB_NOT_FOUND, JOB_REGION_UNKNOWN, PIXELS_REGION_OUTSIDE, PIXELS_FRAME_OUTSIDE, JOB_UNFINISHED, ORTHANC_…
   */
  async createFollowUp(job: string, { id, regions, instances }: FollowUp): Promise<JobRecord> {
    const { project, study, exportName } = await this.get(job);
    const order = await this.#store.orderOf(job);
    // Exports search as their project says; what they put on hold is decided on in jobs that belong to no export.
    const search = exportName === null ? order.search : this.#projects.get(project).search;
    const { locate, instanceOf } = await locatorOf(this.#orthanc, study, { regions });
    const added = locatedRegions(regions, locate);
    await checkRegionBounds(this.#orthanc, added, instanceOf);
    const all = [...order.regions, ...added];
    return this.#begin({
      id,
      project,
      study,
      order: { ...order, search, regions: all, instances: [...instances] },
    });
  }

  /** @throws CodedError JOB_NOT_FOUND */
  async get(id: string): Promise<JobRecord> {
    const record = await this.#store.get(id);
    if (record === null) throw new CodedError('JOB_NOT_FOUND');
    return record;
  }

  /** What a job is to do. */
  orderOf(id: string): Promise<JobOrder> {
    return this.#store.orderOf(id);
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

  async #begin(job: NewJob): Promise<JobRecord> {
    const record = await this.#store.create(job);
    await this.#queue.add([queuedJobOf(record, null)]);
    return record;
  }
}

import type { Export, ExportAnswer, ExportRequest } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { queuedJobOf } from '../jobs/jobPriority.ts';
import { UNFINISHED_STATES } from '../jobs/jobRecord.ts';
import type { JobService } from '../jobs/jobService.ts';
import { nextBeginning } from '../jobs/workingHours.ts';
import type { OrthancClient } from '../orthanc/orthancClient.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { JobQueue } from '../queue/jobQueue.ts';
import type { ExportStore } from './exportStore.ts';
import { selectStudies } from './selectStudies.ts';

export interface ExportServiceParts {
  readonly orthanc: OrthancClient;
  readonly exports: ExportStore;
  readonly jobs: JobService;
  readonly queue: JobQueue;
  readonly projects: ProjectRegistry;
}

/** Takes exports: a job for each study, which workers run one after the other. */
export class ExportService {
  readonly #parts: ExportServiceParts;

  constructor(parts: ExportServiceParts) {
    this.#parts = parts;
  }

  /** @throws CodedError PROJECT_NOT_FOUND, EXPORT_NAME_TAKEN, ORTHANC_… */
  async request({ name, project, selection, dryRun }: ExportRequest): Promise<ExportAnswer> {
    const { orthanc, exports, queue, projects } = this.#parts;
    projects.get(project);
    const taken = await exports.projectOf(name);
    if (taken !== null && taken !== project) throw new CodedError('EXPORT_NAME_TAKEN');
    const { studies, unknown } = await selectStudies(orthanc, selection);
    const { known, busy } = await exports.count(name, project, studies);
    const told = { name, project, dryRun, found: studies.length, known, unknown };
    if (dryRun) return { ...told, busy, added: studies.length - known - busy };
    await exports.begin(name, project);
    const records = await exports.add(name, project, studies);
    const hours = projects.hoursOf(project);
    const beginning = hours === null ? null : nextBeginning(hours, new Date());
    await queue.add(records.map((record) => queuedJobOf(record, beginning)));
    return { ...told, added: records.length, busy: studies.length - known - records.length };
  }

  /** @throws CodedError EXPORT_NOT_FOUND */
  async get(name: string): Promise<Export> {
    const [found] = await this.#parts.exports.list(name);
    if (found === undefined) throw new CodedError('EXPORT_NOT_FOUND');
    return found;
  }

  /** The newest first. */
  list(): Promise<readonly Export[]> {
    return this.#parts.exports.list(null);
  }

  /** Cancels what has not ended; copies that are stored stay. @throws CodedError EXPORT_NOT_FOUND */
  async cancel(name: string): Promise<Export> {
    await this.get(name);
    for (const id of await this.#parts.exports.jobsIn(name, UNFINISHED_STATES))
      await this.#parts.jobs.cancel(id);
    return this.get(name);
  }

  /** Has every study done again that failed or was cancelled. @throws CodedError EXPORT_NOT_FOUND, JOB_UNFINISHED */
  async retry(name: string): Promise<Export> {
    await this.get(name);
    for (const id of await this.#parts.exports.jobsIn(name, ['failed', 'cancelled']))
      await this.#parts.jobs.retry(id);
    return this.get(name);
  }
}

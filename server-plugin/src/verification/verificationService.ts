import { randomUUID } from 'node:crypto';
import type { Verification, VerificationRequest } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DestinationOf } from '../destinations/openDestination.ts';
import type { ZipStore } from '../destinations/zip/zipStore.ts';
import type { ExportStore } from '../exports/exportStore.ts';
import { queuedJobOf } from '../jobs/jobPriority.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { JobQueue } from '../queue/jobQueue.ts';
import type { VerificationStore } from './verificationStore.ts';

export interface VerificationServiceParts {
  readonly verifications: VerificationStore;
  readonly exports: ExportStore;
  readonly zips: ZipStore;
  readonly queue: JobQueue;
  readonly projects: ProjectRegistry;
  readonly destinationOf: DestinationOf;
}

/** Has stored copies checked again: a job for each copied study, which workers run like all others. */
export class VerificationService {
  readonly #parts: VerificationServiceParts;

  constructor(parts: VerificationServiceParts) {
    this.#parts = parts;
  }

  /** @throws CodedError PROJECT_NOT_FOUND; VERIFICATION_UNSUPPORTED, VERIFICATION_TOO_EARLY; EXPORT_NOT_FOUND where the project has no export of that name */
  async request({ project, export: exportName, pixels }: VerificationRequest): Promise<Verification> {
    const { verifications, exports, zips, queue, projects, destinationOf } = this.#parts;
    projects.get(project);
    if (destinationOf(project).stored === null) throw new CodedError('VERIFICATION_UNSUPPORTED');
    if (exportName !== null && (await exports.projectOf(exportName)) !== project)
      throw new CodedError('EXPORT_NOT_FOUND');
    if (await zips.isAnyWaiting(project, exportName)) throw new CodedError('VERIFICATION_TOO_EARLY');
    const id = randomUUID();
    const records = await verifications.begin(id, project, exportName, pixels);
    await queue.add(records.map((record) => queuedJobOf(record, null)));
    return this.get(id);
  }

  /** @throws CodedError VERIFICATION_NOT_FOUND */
  async get(id: string): Promise<Verification> {
    const { verifications } = this.#parts;
    const [summary] = await verifications.list(id);
    if (summary === undefined) throw new CodedError('VERIFICATION_NOT_FOUND');
    return {
      ...summary,
      errors: await verifications.errorsOf(id),
      findingsByCode: await verifications.countsOf(id),
      findings: [...(await verifications.findingsOf(id))],
    };
  }

  /** The newest first, without what was found. */
  async list(): Promise<readonly Verification[]> {
    const summaries = await this.#parts.verifications.list(null);
    return Promise.all(
      summaries.map(async (summary) => ({
        ...summary,
        errors: [],
        findingsByCode: await this.#parts.verifications.countsOf(summary.id),
        findings: [],
      })),
    );
  }
}

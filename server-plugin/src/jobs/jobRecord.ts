import { Region, type ApiError, type Job, type JobState } from '@pseudonymize-redact/core/contract';
import { ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { OrthancId } from '../orthanc/orthancClient.ts';

/** A region whose scope is Orthanc's identifier of an instance or a series: no UID of an original stands in a job. */
export const JobRegion = Region.omit({ scope: true }).extend({ orthancId: z.string() });
export type JobRegion = z.infer<typeof JobRegion>;

/** A job as the bridge keeps it; its regions are read apart. */
export interface JobRecord {
  readonly id: string;
  readonly project: string;
  readonly study: OrthancId;
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly errorCode: ErrorCode | null;
  readonly errorWhere: string | null;
  /** Pseudonymous; known when all copies are stored. */
  readonly copyStudyInstanceUID: string | null;
  readonly createdAt: Date;
}

/** States that a job leaves again. */
export const UNFINISHED_STATES = ['created', 'retry', 'active'] as const satisfies readonly JobState[];

export const isFinal = ({ state }: Pick<JobRecord, 'state'>): boolean =>
  !UNFINISHED_STATES.some((unfinished) => unfinished === state);

export const apiErrorOf = (code: ErrorCode, where: string | null): ApiError => ({
  code,
  message: ERROR_TABLE[code].message,
  where,
});

/** A job as the API tells it. */
export const jobOf = (record: JobRecord): Job => ({
  id: record.id,
  project: record.project,
  state: record.state,
  instances: { total: record.total, done: record.done },
  error: record.errorCode === null ? null : apiErrorOf(record.errorCode, record.errorWhere),
  copy:
    record.state === 'completed' && record.copyStudyInstanceUID !== null
      ? { studyInstanceUID: record.copyStudyInstanceUID }
      : null,
  createdAt: record.createdAt.toISOString(),
});

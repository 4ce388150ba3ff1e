import {
  NO_REGIONS,
  type AdminJob,
  type ApiError,
  type JobReport,
  type JobState,
} from '@pseudonymize-redact/core/contract';
import { ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import type { OrthancId } from '../orthanc/orthancClient.ts';

/** A job as the bridge keeps it; its order is read apart. */
export interface JobRecord {
  readonly id: string;
  readonly project: string;
  readonly study: OrthancId;
  /** The export that it belongs to; null: somebody waits for it before a screen. */
  readonly exportName: string | null;
  /** The verification that it belongs to; null: it makes copies. */
  readonly verification: string | null;
  /** Its turn among the jobs of all exports, from 1; 0 where it belongs to none. */
  readonly rank: number;
  readonly state: JobState;
  /** How often it was begun. */
  readonly attempts: number;
  readonly total: number;
  readonly done: number;
  readonly report: JobReport;
  readonly errorCode: ErrorCode | null;
  readonly errorWhere: string | null;
  /** Pseudonymous; known when all copies are stored. */
  readonly copyStudyInstanceUID: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export const EMPTY_REPORT: JobReport = {
  instances: 0,
  frames: 0,
  regions: 0,
  regionsByClass: NO_REGIONS,
  reencodings: 0,
  holds: 0,
};

/** States that a job leaves again. */
export const UNFINISHED_STATES = ['created', 'retry', 'active'] as const satisfies readonly JobState[];
export const FINAL_STATES = ['completed', 'cancelled', 'failed'] as const satisfies readonly JobState[];

export const isFinal = ({ state }: Pick<JobRecord, 'state'>): boolean =>
  FINAL_STATES.some((final) => final === state);

export const apiErrorOf = (code: ErrorCode, where: string | null): ApiError => ({
  code,
  message: ERROR_TABLE[code].message,
  where,
});

/** A job as the API tells it. */
export const jobOf = (record: JobRecord): AdminJob => ({
  id: record.id,
  project: record.project,
  export: record.exportName,
  verification: record.verification,
  state: record.state,
  attempts: record.attempts,
  instances: { total: record.total, done: record.done },
  error: record.errorCode === null ? null : apiErrorOf(record.errorCode, record.errorWhere),
  report: record.report,
  copy:
    record.state === 'completed' && record.copyStudyInstanceUID !== null
      ? { studyInstanceUID: record.copyStudyInstanceUID }
      : null,
  createdAt: record.createdAt.toISOString(),
  startedAt: record.startedAt?.toISOString() ?? null,
  endedAt: record.endedAt?.toISOString() ?? null,
});

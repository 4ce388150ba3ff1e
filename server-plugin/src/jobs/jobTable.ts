import { JobReport, JobState } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import { EMPTY_REPORT, UNFINISHED_STATES, type JobRecord } from './jobRecord.ts';
import { KeptErrorCode } from './stagedOutcome.ts';

/** For SQL: the states that a job leaves again. */
export const UNFINISHED = UNFINISHED_STATES.map((state) => `'${state}'`).join(', ');

/** Told of every change of a job, with its id. */
export const JOB_CHANNEL = 'deidentification_job';

const Row = z.object({
  id: z.uuid(),
  project: z.string(),
  study: z.string(),
  export_name: z.string().nullable(),
  verification: z.uuid().nullable(),
  rank: z.int(),
  state: JobState,
  attempts: z.int(),
  total: z.int(),
  done: z.int(),
  report: JobReport.nullable(),
  error_code: KeptErrorCode.nullable(),
  error_where: z.string().nullable(),
  copy_study_instance_uid: z.string().nullable(),
  created_at: z.date(),
  started_at: z.date().nullable(),
  ended_at: z.date().nullable(),
});

export const JOB_COLUMNS = Object.keys(Row.shape).join(', ');

export const recordOf = (row: unknown): JobRecord => {
  const parsed = Row.parse(row);
  return {
    id: parsed.id,
    project: parsed.project,
    study: parsed.study,
    exportName: parsed.export_name,
    verification: parsed.verification,
    rank: parsed.rank,
    state: parsed.state,
    attempts: parsed.attempts,
    total: parsed.total,
    done: parsed.done,
    report: parsed.report ?? EMPTY_REPORT,
    errorCode: parsed.error_code,
    errorWhere: parsed.error_where,
    copyStudyInstanceUID: parsed.copy_study_instance_uid,
    createdAt: parsed.created_at,
    startedAt: parsed.started_at,
    endedAt: parsed.ended_at,
  };
};

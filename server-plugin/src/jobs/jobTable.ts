import { JobReport, JobState } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import { EMPTY_REPORT, UNFINISHED_STATES, type JobRecord } from './jobRecord.ts';
import { KeptErrorCode } from './stagedOutcome.ts';

/** For SQL: the states that a job leaves again. */
export const UNFINISHED = UNFINISHED_STATES.map((state) => `'${state}'`).join(', ');

/** Told of every change of a job, with its id. */
export const JOB_CHANNEL = 'deidentification_job';

export const JOB_TABLE = [
  `CREATE TABLE IF NOT EXISTS deidentification_job (
    id uuid PRIMARY KEY,
    project text NOT NULL,
    study text NOT NULL,
    work jsonb NOT NULL DEFAULT '{}',
    report jsonb,
    storage_plan jsonb,
    export_name text,
    rank integer NOT NULL DEFAULT 0,
    state text NOT NULL DEFAULT 'created',
    attempts integer NOT NULL DEFAULT 0,
    unended integer NOT NULL DEFAULT 0,
    total integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    error_code text,
    error_where text,
    copy_study_instance_uid text,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    ended_at timestamptz
  )`,
  // By what a job was done; a table of an earlier product lacks it.
  `ALTER TABLE deidentification_job ADD COLUMN IF NOT EXISTS made_by jsonb`,
  // Two jobs at once would each take the other's half-stored copy for an older one.
  `CREATE UNIQUE INDEX IF NOT EXISTS one_unfinished_job_of_a_study
    ON deidentification_job (project, study) WHERE state IN (${UNFINISHED})`,
  // An export that is asked for again by its name goes on; it has every study once.
  `CREATE UNIQUE INDEX IF NOT EXISTS one_job_of_a_study_in_an_export
    ON deidentification_job (export_name, study) WHERE export_name IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS job_rank_in_project
    ON deidentification_job (project, rank) WHERE state IN (${UNFINISHED})`,
  `CREATE INDEX IF NOT EXISTS job_rank_waiting ON deidentification_job (rank) WHERE state = 'created' AND rank > 0`,
  `CREATE INDEX IF NOT EXISTS job_of_study ON deidentification_job (project, study, created_at DESC)`,
  `CREATE INDEX IF NOT EXISTS job_newest ON deidentification_job (created_at DESC, id)`,
];

const Row = z.object({
  id: z.uuid(),
  project: z.string(),
  study: z.string(),
  export_name: z.string().nullable(),
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

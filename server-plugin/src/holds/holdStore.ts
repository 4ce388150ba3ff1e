import { HeldText, HoldState } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { JobRecord } from '../jobs/jobRecord.ts';
import { KeptErrorCode, type StagedOutcome } from '../jobs/stagedOutcome.ts';
import type { OrthancId } from '../orthanc/orthancClient.ts';
import type { Database } from '../queue/database.ts';
import type { HoldRecord } from './holdRecord.ts';

const COLUMNS =
  'id, job, project, study, instance, state, error_code, error_where, texts, follow_up, created_at, decided_at';

const Row = z.object({
  id: z.uuid(),
  job: z.uuid(),
  project: z.string(),
  study: z.string(),
  instance: z.string(),
  state: HoldState,
  error_code: KeptErrorCode,
  error_where: z.string().nullable(),
  texts: z.array(HeldText),
  follow_up: z.uuid().nullable(),
  created_at: z.date(),
  decided_at: z.date().nullable(),
});

const recordOf = (row: unknown): HoldRecord => {
  const { error_code, error_where, follow_up, created_at, decided_at, ...same } = Row.parse(row);
  return {
    ...same,
    errorCode: error_code,
    errorWhere: error_where,
    followUp: follow_up,
    createdAt: created_at,
    decidedAt: decided_at,
  };
};

/** Which holds to list. */
export interface HoldSelection {
  readonly state: HoldState;
  readonly project: string | null;
  readonly job: string | null;
  readonly study: OrthancId | null;
}

type OfJob = Pick<JobRecord, 'id' | 'project' | 'study'>;

/** Instances that wait for a decision, and those that have had one; in the database. */
export class HoldStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps those of a job; doing it twice does nothing more. */
  async keep({ id, project, study }: OfJob, outcomes: readonly StagedOutcome[]): Promise<void> {
    for (const { original, hold } of outcomes) {
      if (hold === null) continue;
      await this.#database.query(
        `INSERT INTO deidentification_hold (job, project, study, instance, error_code, error_where, texts)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (job, instance) DO NOTHING`,
        [id, project, study, original, hold.code, hold.where, JSON.stringify(hold.texts)],
      );
    }
  }

  /** A job over the whole study has decided anew about what earlier jobs held. */
  async supersede({ id, project, study }: OfJob): Promise<void> {
    await this.#database.query(
      `UPDATE deidentification_hold SET state = 'superseded', follow_up = $1, decided_at = now()
       WHERE state = 'held' AND project = $2 AND study = $3 AND job <> $1`,
      [id, project, study],
    );
  }

  /** A job has come to nothing: its holds go, and those that it was to carry out a decision on wait again. */
  async forget(job: string): Promise<void> {
    await this.#database.query('DELETE FROM deidentification_hold WHERE job = $1', [job]);
    await this.#database.query(
      `UPDATE deidentification_hold SET state = 'held', follow_up = NULL, decided_at = NULL WHERE follow_up = $1`,
      [job],
    );
  }

  /** @throws CodedError HOLD_NOT_FOUND */
  async get(id: string): Promise<HoldRecord> {
    const [row] = await this.#database.query(`SELECT ${COLUMNS} FROM deidentification_hold WHERE id = $1`, [
      id,
    ]);
    if (row === undefined) throw new CodedError('HOLD_NOT_FOUND');
    return recordOf(row);
  }

  /** The oldest first. */
  async list({ state, project, job, study }: HoldSelection, limit: number): Promise<readonly HoldRecord[]> {
    const rows = await this.#database.query(
      `SELECT ${COLUMNS} FROM deidentification_hold
       WHERE state = $1 AND ($2::text IS NULL OR project = $2) AND ($3::uuid IS NULL OR job = $3)
         AND ($4::text IS NULL OR study = $4)
       ORDER BY created_at, id LIMIT $5`,
      [state, project, job, study, limit],
    );
    return rows.map(recordOf);
  }

  /** Decides about one that waits; null where it waits no more. */
  async decide(id: string, state: HoldState, followUp: string | null): Promise<HoldRecord | null> {
    const [row] = await this.#database.query(
      `UPDATE deidentification_hold SET state = $2, follow_up = $3, decided_at = now()
       WHERE id = $1 AND state = 'held' RETURNING ${COLUMNS}`,
      [id, state, followUp],
    );
    return row === undefined ? null : recordOf(row);
  }
}

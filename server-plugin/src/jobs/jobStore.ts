import { EventEmitter } from 'node:events';
import { JobState } from '@pseudonymize-redact/core/contract';
import { CodedError, ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { Database } from '../queue/database.ts';
import { JobRegion, UNFINISHED_STATES, type JobRecord } from './jobRecord.ts';

const UNFINISHED = UNFINISHED_STATES.map((state) => `'${state}'`).join(', ');

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS deidentification_job (
    id uuid PRIMARY KEY,
    project text NOT NULL,
    study text NOT NULL,
    regions jsonb NOT NULL,
    state text NOT NULL DEFAULT 'created',
    total integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    error_code text,
    error_where text,
    copy_study_instance_uid text,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Two jobs at once would each take the other's half-stored copy for an older one.
  `CREATE UNIQUE INDEX IF NOT EXISTS one_unfinished_job_of_a_study
    ON deidentification_job (project, study) WHERE state IN (${UNFINISHED})`,
];

const COLUMNS =
  'id, project, study, state, total, done, error_code, error_where, copy_study_instance_uid, created_at';

const Row = z.object({
  id: z.uuid(),
  project: z.string(),
  study: z.string(),
  state: JobState,
  total: z.int(),
  done: z.int(),
  error_code: z
    .custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(ERROR_TABLE, code))
    .nullable(),
  error_where: z.string().nullable(),
  copy_study_instance_uid: z.string().nullable(),
  created_at: z.date(),
});

const Regions = z.tuple([z.object({ regions: z.array(JobRegion) })]);

const recordOf = (row: unknown): JobRecord => {
  const { error_code, error_where, copy_study_instance_uid, created_at, ...same } = Row.parse(row);
  return {
    ...same,
    errorCode: error_code,
    errorWhere: error_where,
    copyStudyInstanceUID: copy_study_instance_uid,
    createdAt: created_at,
  };
};

const COLUMN_OF = {
  state: 'state',
  total: 'total',
  done: 'done',
  errorCode: 'error_code',
  errorWhere: 'error_where',
  copyStudyInstanceUID: 'copy_study_instance_uid',
} as const;

export type JobChange = Partial<Pick<JobRecord, keyof typeof COLUMN_OF>>;
export type NewJob = Pick<JobRecord, 'id' | 'project' | 'study'> & { readonly regions: readonly JobRegion[] };

/** The jobs, in the database; whoever follows one is told of every change. */
export class JobStore {
  readonly #database: Database;
  readonly #changes = new EventEmitter<Record<string, [JobRecord]>>().setMaxListeners(0);

  private constructor(database: Database) {
    this.#database = database;
  }

  static async open(database: Database): Promise<JobStore> {
    for (const statement of SCHEMA) await database.query(statement);
    return new JobStore(database);
  }

  /** @throws CodedError JOB_UNFINISHED where another job of the same study has not ended */
  async create({ id, project, study, regions }: NewJob): Promise<JobRecord> {
    const [row] = await this.#database.query(
      `INSERT INTO deidentification_job (id, project, study, regions) VALUES ($1, $2, $3, $4)
       ON CONFLICT (project, study) WHERE state IN (${UNFINISHED}) DO NOTHING RETURNING ${COLUMNS}`,
      [id, project, study, JSON.stringify(regions)],
    );
    if (row === undefined) throw new CodedError('JOB_UNFINISHED');
    return recordOf(row);
  }

  async get(id: string): Promise<JobRecord | null> {
    const [row] = await this.#database.query(`SELECT ${COLUMNS} FROM deidentification_job WHERE id = $1`, [
      id,
    ]);
    return row === undefined ? null : recordOf(row);
  }

  async regionsOf(id: string): Promise<readonly JobRegion[]> {
    const rows = await this.#database.query('SELECT regions FROM deidentification_job WHERE id = $1', [id]);
    return Regions.parse(rows)[0].regions;
  }

  /** The newest first. */
  async list(limit: number): Promise<readonly JobRecord[]> {
    const rows = await this.#database.query(
      `SELECT ${COLUMNS} FROM deidentification_job ORDER BY created_at DESC, id LIMIT $1`,
      [limit],
    );
    return rows.map(recordOf);
  }

  async unfinished(): Promise<readonly JobRecord[]> {
    const rows = await this.#database.query(
      `SELECT ${COLUMNS} FROM deidentification_job WHERE state IN (${UNFINISHED})`,
    );
    return rows.map(recordOf);
  }

  /** Changes a job that is in one of the states `from`; null where it is not: then somebody else has changed it. */
  async update(id: string, from: readonly JobState[], change: JobChange): Promise<JobRecord | null> {
    const keys = Object.keys(change) as (keyof JobChange)[];
    const assignments = keys.map((key, index) => `${COLUMN_OF[key]} = $${index + 3}`).join(', ');
    const [row] = await this.#database.query(
      `UPDATE deidentification_job SET ${assignments} WHERE id = $1 AND state = ANY($2::text[])
       RETURNING ${COLUMNS}`,
      [id, from, ...keys.map((key) => change[key])],
    );
    if (row === undefined) return null;
    const record = recordOf(row);
    this.#changes.emit(id, record);
    return record;
  }

  /** @returns what ends the subscription */
  follow(id: string, listener: (record: JobRecord) => void): () => void {
    this.#changes.on(id, listener);
    return () => this.#changes.off(id, listener);
  }
}

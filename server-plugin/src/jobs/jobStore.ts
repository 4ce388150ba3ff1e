import { EventEmitter } from 'node:events';
import type { JobState } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { Database } from '../queue/database.ts';
import { QUEUED_IDS } from '../queue/jobQueue.ts';
import { JobOrder } from './jobOrder.ts';
import { FINAL_STATES, isFinal, type JobRecord } from './jobRecord.ts';
import { StoragePlan } from './storagePlan.ts';
import { JOB_CHANNEL, JOB_COLUMNS, recordOf, UNFINISHED } from './jobTable.ts';

const Work = z.tuple([z.object({ work: JobOrder })]);

const COLUMN_OF = {
  state: 'state',
  total: 'total',
  done: 'done',
  report: 'report',
  errorCode: 'error_code',
  errorWhere: 'error_where',
  copyStudyInstanceUID: 'copy_study_instance_uid',
} as const;

export type JobChange = Partial<Pick<JobRecord, keyof typeof COLUMN_OF>>;
export type NewJob = Pick<JobRecord, 'id' | 'project' | 'study'> & { readonly order: JobOrder };

/** What a list of jobs is narrowed to; null: all. */
export interface JobFilter {
  readonly state: JobState | null;
  readonly project: string | null;
  readonly exportName: string | null;
}

/** An update that every process is told of. Reading `changed` alone has PostgreSQL leave pg_notify out, so it is selected. */
const told = (update: string): string =>
  `WITH changed AS (${update} RETURNING ${JOB_COLUMNS})
   SELECT changed.*, pg_notify('${JOB_CHANNEL}', id::text) FROM changed`;

/** The jobs, in the database; whoever follows one is told of every change, whichever process makes it. */
export class JobStore {
  readonly #database: Database;
  readonly #changes = new EventEmitter<Record<string, [JobRecord]>>().setMaxListeners(0);

  private constructor(database: Database) {
    this.#database = database;
  }

  static async open(database: Database): Promise<JobStore> {
    const store = new JobStore(database);
    await database.listen(
      JOB_CHANNEL,
      (id) => void store.#tell(id),
      () => {
        for (const id of store.#changes.eventNames()) void store.#tell(id);
      },
    );
    return store;
  }

  /** @throws CodedError JOB_UNFINISHED where another job of the same study has not ended */
  async create({ id, project, study, order }: NewJob): Promise<JobRecord> {
    const [row] = await this.#database.query(
      `INSERT INTO deidentification_job (id, project, study, work) VALUES ($1, $2, $3, $4)
       ON CONFLICT (project, study) WHERE state IN (${UNFINISHED}) DO NOTHING RETURNING ${JOB_COLUMNS}`,
      [id, project, study, JSON.stringify(order)],
    );
    if (row === undefined) throw new CodedError('JOB_UNFINISHED');
    return recordOf(row);
  }

  async get(id: string): Promise<JobRecord | null> {
    const sql = `SELECT ${JOB_COLUMNS} FROM deidentification_job WHERE id = $1`;
    const [row] = await this.#database.query(sql, [id]);
    return row === undefined ? null : recordOf(row);
  }

  async orderOf(id: string): Promise<JobOrder> {
    const rows = await this.#database.query('SELECT work FROM deidentification_job WHERE id = $1', [id]);
    return Work.parse(rows)[0].work;
  }

  /** What an attempt has decided to store; null: nothing yet. */
  async planOf(id: string): Promise<StoragePlan | null> {
    const sql = 'SELECT storage_plan FROM deidentification_job WHERE id = $1';
    const [row] = await this.#database.query<{ readonly storage_plan: unknown }>(sql, [id]);
    return StoragePlan.nullable().parse(row?.storage_plan ?? null);
  }

  async keepPlan(id: string, plan: StoragePlan): Promise<void> {
    const sql = 'UPDATE deidentification_job SET storage_plan = $2 WHERE id = $1';
    await this.#database.query(sql, [id, JSON.stringify(plan)]);
  }

  async forgetPlan(id: string): Promise<void> {
    await this.#database.query('UPDATE deidentification_job SET storage_plan = NULL WHERE id = $1', [id]);
  }

  async exportIsUnfinished(name: string): Promise<boolean> {
    return this.#isAny(`export_name = $1 AND state IN (${UNFINISHED})`, name);
  }

  async jobIsUnfinished(id: string): Promise<boolean> {
    return this.#isAny(`id = $1 AND state IN (${UNFINISHED})`, id);
  }

  /** The newest first. */
  async list({ state, project, exportName }: JobFilter, limit: number): Promise<readonly JobRecord[]> {
    const rows = await this.#database.query(
      `SELECT ${JOB_COLUMNS} FROM deidentification_job
       WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR project = $2)
         AND ($3::text IS NULL OR export_name = $3)
       ORDER BY created_at DESC, id LIMIT $4`,
      [state, project, exportName, limit],
    );
    return rows.map(recordOf);
  }

  /** Jobs that have not ended, yet nothing will work on: they were put off, or a process ended between two steps. */
  async unqueued(limit: number): Promise<readonly JobRecord[]> {
    const rows = await this.#database.query(
      `SELECT ${JOB_COLUMNS} FROM deidentification_job
       WHERE state IN (${UNFINISHED}) AND id::text NOT IN (${QUEUED_IDS}) LIMIT $1`,
      [limit],
    );
    return rows.map(recordOf);
  }

  /**
   * Takes a job up; null where it has ended.
   *
   * @returns also how often it was taken up in a row without being ended or put off: each time its process ended
   */
  async begin(id: string): Promise<{ readonly record: JobRecord; readonly unended: number } | null> {
    const [row] = await this.#database.query<{ readonly unended: number }>(
      `WITH changed AS (
         UPDATE deidentification_job SET state = 'active', error_code = NULL, error_where = NULL, ended_at = NULL,
           attempts = attempts + 1, unended = unended + 1, started_at = COALESCE(started_at, now())
         WHERE id = $1 AND state IN (${UNFINISHED}) RETURNING ${JOB_COLUMNS}, unended)
       SELECT changed.*, pg_notify('${JOB_CHANNEL}', id::text) FROM changed`,
      [id],
    );
    return row === undefined ? null : { record: recordOf(row), unended: row.unended - 1 };
  }

  /** Changes a job that is in one of the states `from`; null where it is not: then somebody else has changed it. */
  async update(id: string, from: readonly JobState[], change: JobChange): Promise<JobRecord | null> {
    const keys = Object.keys(change) as (keyof JobChange)[];
    const assignments = keys.map((key, index) => `${COLUMN_OF[key]} = $${index + 3}`);
    if (change.state !== undefined) {
      assignments.push('unended = 0', `ended_at = ${isFinal({ state: change.state }) ? 'now()' : 'NULL'}`);
      if (change.state === 'completed') assignments.push('storage_plan = NULL');
    }
    const [row] = await this.#database.query(
      told(
        `UPDATE deidentification_job SET ${assignments.join(', ')} WHERE id = $1 AND state = ANY($2::text[])`,
      ),
      [id, from, ...keys.map((key) => change[key])],
    );
    return row === undefined ? null : recordOf(row);
  }

  /**
   * Has a job that failed or was cancelled done again; null where it is in another state.
   *
   * @throws CodedError JOB_UNFINISHED where another job of the same study has not ended
   */
  async reopen(id: string): Promise<JobRecord | null> {
    try {
      return await this.update(
        id,
        FINAL_STATES.filter((state) => state !== 'completed'),
        { state: 'created', errorCode: null, errorWhere: null, done: 0 },
      );
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === UNIQUE_VIOLATION)
        throw new CodedError('JOB_UNFINISHED');
      throw error;
    }
  }

  /** @returns what ends the subscription */
  follow(id: string, listener: (record: JobRecord) => void): () => void {
    this.#changes.on(id, listener);
    return () => this.#changes.off(id, listener);
  }

  async #isAny(condition: string, value: string): Promise<boolean> {
    const sql = `SELECT EXISTS (SELECT FROM deidentification_job WHERE ${condition}) AS some`;
    const [row] = await this.#database.query<{ readonly some: boolean }>(sql, [value]);
    return row?.some === true;
  }

  async #tell(id: string): Promise<void> {
    if (this.#changes.listenerCount(id) === 0) return;
    // A lost connection is told of by itself, and every follower is told anew when it is back.
    const record = await this.get(id).catch(() => null);
    if (record !== null) this.#changes.emit(id, record);
  }
}

/** PostgreSQL's code. */
const UNIQUE_VIOLATION = '23505';

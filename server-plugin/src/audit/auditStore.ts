import { AuditEvent, type AuditFilter } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { Database } from '../queue/database.ts';

const COLUMNS = 'id::int AS id, at, actor, action, outcome, project, subject, reason, request';

const Row = AuditEvent.extend({ at: z.date().transform((at) => at.toISOString()) });

const WRITTEN = 'actor, action, outcome, project, subject, reason, request';
/** SQL: the entries that a parameter has. */
const selectedFrom = (
  parameter: string,
): string => `SELECT event.* FROM jsonb_to_recordset(${parameter}::jsonb)
  AS event (actor text, action text, outcome text, project text, subject text, reason text, request uuid)`;

/** An entry before it is kept. */
export type NewAuditEvent = Pick<AuditEvent, 'actor' | 'action'> &
  Partial<Pick<AuditEvent, 'outcome' | 'project' | 'subject' | 'reason' | 'request'>>;

const jsonOf = (events: readonly NewAuditEvent[]): string =>
  JSON.stringify(events.map((event) => ({ outcome: 'done', ...event })));

/** The audit: the database itself refuses that an entry is changed or deleted. */
export class AuditStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(event: NewAuditEvent): Promise<void> {
    await this.#database.query(`INSERT INTO audit_event (${WRITTEN}) ${selectedFrom('$1')}`, [
      jsonOf([event]),
    ]);
  }

  /**
   * Changes something and records it in one statement: both happen, or neither.
   *
   * @param change SQL that returns a row for everything it changes, with its values; the events are recorded once for each
   * @returns how many rows it has returned
   */
  async addWith(
    change: string,
    values: readonly unknown[],
    events: readonly NewAuditEvent[],
  ): Promise<number> {
    const [row] = await this.#database.query<{ readonly changes: number }>(
      `WITH changed AS (${change}), recorded AS (
         INSERT INTO audit_event (${WRITTEN}) ${selectedFrom(`$${values.length + 1}`)} CROSS JOIN changed)
       SELECT count(*)::int AS changes FROM changed`,
      [...values, jsonOf(events)],
    );
    return row?.changes ?? 0;
  }

  /**
   * Records what is about to be done, does it, and records how it ended: what cannot be recorded is not done.
   *
   * @param done what is told of it in the end; nothing where the work has recorded that itself
   * @throws what `work` throws, which is recorded by its code
   */
  async around<T>(
    event: NewAuditEvent,
    work: () => Promise<T>,
    done: (result: T) => readonly Partial<NewAuditEvent>[] = () => [{}],
  ): Promise<T> {
    await this.add({ ...event, outcome: 'begun' });
    let result: T;
    try {
      result = await work();
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'INTERNAL';
      const reason = [code, ...(event.reason == null ? [] : [event.reason])].join(': ');
      await this.add({ ...event, outcome: 'refused', reason });
      throw error;
    }
    for (const told of done(result)) await this.add({ ...event, ...told });
    return result;
  }

  /** The newest first. */
  async list(filter: AuditFilter): Promise<readonly AuditEvent[]> {
    const { action, actor, outcome, project, subject, from, to, limit } = filter;
    const rows = await this.#database.query(
      `SELECT ${COLUMNS} FROM audit_event
       WHERE ($1::text IS NULL OR action = $1) AND ($2::text IS NULL OR actor = $2)
         AND ($3::text IS NULL OR outcome = $3) AND ($4::text IS NULL OR project = $4)
         AND ($5::text IS NULL OR subject = $5)
         AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at < $7)
       ORDER BY id DESC LIMIT $8`,
      [action, actor, outcome, project, subject, from, to, limit].map((value) => value ?? null),
    );
    return rows.map((row) => Row.parse(row));
  }
}

import { AuditEvent, type AuditFilter } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import type { Database } from '../queue/database.ts';

const COLUMNS = 'id::int AS id, at, actor, action, outcome, project, subject, reason, request';

const Row = AuditEvent.extend({ at: z.date().transform((at) => at.toISOString()) });

/** An entry before it is kept. */
export type NewAuditEvent = Pick<AuditEvent, 'actor' | 'action'> &
  Partial<Pick<AuditEvent, 'outcome' | 'project' | 'subject' | 'reason' | 'request'>>;

/** The audit: the database itself refuses that an entry is changed or deleted. */
export class AuditStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(event: NewAuditEvent): Promise<void> {
    const { actor, action, outcome = 'done', project = null, subject = null } = event;
    await this.#database.query(
      `INSERT INTO audit_event (actor, action, outcome, project, subject, reason, request)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [actor, action, outcome, project, subject, event.reason ?? null, event.request ?? null],
    );
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

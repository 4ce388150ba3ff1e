import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite, type PgBoss } from 'pg-boss';

type BossOptions = Extract<ConstructorParameters<typeof PgBoss>[0], object>;

/** The one database of the bridge: jobs and queue. PGlite on disk or PostgreSQL: both speak the same SQL. */
export interface Database {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs statements without values, all or none, one process after the other. */
  migrate(statements: readonly string[]): Promise<void>;
  /**
   * Has `onNotice` called with what any process tells on a channel (NOTIFY) from now on.
   *
   * @param onGap told that notices may have been missed
   */
  listen(channel: string, onNotice: (payload: string) => void, onGap: () => void): Promise<void>;
  /** What tells pg-boss to use this database. */
  readonly bossOptions: Pick<BossOptions, 'db' | 'backend' | 'connectionString' | 'max'>;
  close(): Promise<void>;
}

/** Any number that nothing else in the database locks by. */
const MIGRATION_LOCK = 3_315_001;

/** `CREATE … IF NOT EXISTS` of two processes at once fails in one of them: so they take turns. */
export const inTurn = (statements: readonly string[]): string =>
  ['BEGIN', `SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`, ...statements, 'COMMIT'].join(';\n');

/** The tables are small; PostgreSQL's own default would take 128 MiB of the bridge's memory. */
const SMALL_BUFFERS = ['-c', 'shared_buffers=16MB'];

/** @param folder made where it is missing, for the owner only; bears one process only */
export const openPglite = async (folder: string): Promise<Database> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create(folder, {
    startParams: [...PGlite.defaultStartParams, ...SMALL_BUFFERS],
  });
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pglite.query<Row>(sql, [...values])).rows,
    migrate: async (statements) => {
      await pglite.exec(inTurn(statements));
    },
    listen: async (channel, onNotice) => {
      await pglite.listen(channel, onNotice);
    },
    bossOptions: { db: fromPglite(pglite), backend: 'pglite' },
    close: () => pglite.close(),
  };
};

import { existsSync, mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite, type PgBoss } from 'pg-boss';
import { collectGarbage } from '../memory/collectGarbage.ts';
import { unoptimized } from './pgliteMemory.ts';
import { upgradeSchema } from './schema.ts';

type BossOptions = Extract<ConstructorParameters<typeof PgBoss>[0], object>;

/** The one database of the bridge: jobs and queue. PGlite on disk or PostgreSQL: both speak the same SQL. */
export interface Database {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Has `onNotice` called with what any process tells on a channel (NOTIFY) from now on.
   *
   * @param onGap told that notices may have been missed
   */
  listen(channel: string, onNotice: (payload: string) => void, onGap: () => void): Promise<void>;
  /** Does work unless any process does work of the same name; it may have done it or not when this resolves. */
  exclusively(name: string, work: () => Promise<void>): Promise<void>;
  /** What tells pg-boss to use this database. */
  readonly bossOptions: Pick<BossOptions, 'db' | 'backend' | 'connectionString' | 'max'>;
  close(): Promise<void>;
}

/** The tables are small; PostgreSQL's own default would take 128 MiB of the bridge's memory. */
const SMALL_BUFFERS = ['-c', 'shared_buffers=16MB'];

/**
 * Opens PGlite with its tables at this version.
 *
 * @param folder made where it is missing, for the owner only; bears one process only
 * @throws CodedError DATABASE_NEWER
 */
export const openPglite = async (folder: string): Promise<Database> => {
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pglite = await unoptimized(() =>
    PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...SMALL_BUFFERS] }),
  );
  // The programs that have made it take 300 MiB.
  if (isNew) collectGarbage();
  try {
    await upgradeSchema((statements) => pglite.exec(statements));
  } catch (error) {
    await pglite.close();
    throw error;
  }
  // One process has it, so it need not ask the database.
  const running = new Set<string>();
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pglite.query<Row>(sql, [...values])).rows,
    listen: async (channel, onNotice) => {
      await pglite.listen(channel, onNotice);
    },
    exclusively: async (name, work) => {
      if (running.has(name)) return;
      running.add(name);
      try {
        await work();
      } finally {
        running.delete(name);
      }
    },
    bossOptions: { db: fromPglite(pglite), backend: 'pglite' },
    close: () => pglite.close(),
  };
};

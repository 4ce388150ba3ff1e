import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite, type PgBoss } from 'pg-boss';

type BossOptions = Extract<ConstructorParameters<typeof PgBoss>[0], object>;

/** The one database of the bridge: jobs and queue. PGlite on disk now; PostgreSQL speaks the same SQL. */
export interface Database {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** What tells pg-boss to use this database. */
  readonly bossOptions: Pick<BossOptions, 'db' | 'backend'>;
  close(): Promise<void>;
}

/** @param folder made where it is missing, for the owner only */
export const openDatabase = async (folder: string): Promise<Database> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create(folder);
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pglite.query<Row>(sql, [...values])).rows,
    bossOptions: { db: fromPglite(pglite), backend: 'pglite' },
    close: () => pglite.close(),
  };
};

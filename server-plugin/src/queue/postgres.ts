import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.ts';
import { upgradeSchema } from './schema.ts';

/** Of each process, for its own statements; pg-boss has as many of its own. */
const CONNECTIONS = 4;
const CONNECT_LIMIT_MS = 10_000;
const RECONNECT_WAIT_MS = 1000;

/** Keeps one connection that listens, for as long as the database is open. */
class Listener {
  readonly #url: string;
  #client: pg.Client | null = null;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, onNotice: (payload: string) => void, onGap: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      keepAlive: true,
    });
    client.on('notification', ({ payload = '' }) => onNotice(payload));
    client.on('error', () => undefined);
    client.on('end', () => void this.#again(channel, onNotice, onGap));
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    this.#client = client;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  async #again(...listening: Parameters<Listener['listen']>): Promise<void> {
    this.#client = null;
    await wait(RECONNECT_WAIT_MS, undefined, { ref: false });
    if (this.#closed) return;
    try {
      await this.listen(...listening);
      listening[2]();
    } catch {
      // A client that could not connect has not said `end`.
      await this.#again(...listening);
    }
  }
}

/**
 * A PostgreSQL that any number of processes share, its tables at this version.
 *
 * @param onError told of lost connections; new ones are made
 * @throws CodedError DATABASE_NEWER; Error in one line where it does not answer or does not let us in; the address, which may hold a password, is not in it
 */
export const openPostgres = async (url: string, onError: (error: Error) => void): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'pseudonymize',
  });
  pool.on('error', onError);
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    const { code = 'no answer' } = cause as { readonly code?: string };
    throw new Error(`The PostgreSQL of DATABASE_URL cannot be used (${code}).`, { cause });
  }
  try {
    await upgradeSchema((statements) => pool.query(statements));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = new Listener(url);
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row & pg.QueryResultRow>(sql, [...values])).rows,
    listen: (channel, onNotice, onGap) => listener.listen(channel, onNotice, onGap),
    exclusively: async (name, work) => {
      // The lock is the connection's: it ends with the process.
      const client = await pool.connect();
      try {
        const { rows } = await client.query<{ readonly taken: boolean }>(
          'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
          [name],
        );
        if (rows[0]?.taken !== true) return;
        try {
          await work();
        } finally {
          await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
        }
      } finally {
        client.release();
      }
    },
    bossOptions: { connectionString: url, max: CONNECTIONS },
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
};

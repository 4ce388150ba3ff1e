import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freeLoopbackPort } from '../server-plugin/src/orthanc/embeddedOrthanc.ts';

/** Debian keeps the programs of each version apart. */
const VERSIONS_FOLDER = '/usr/lib/postgresql';
const READY_CHECK_MS = 100;
const READY_CHECKS = 300;

const program = (name: string): string => {
  const [version] = readdirSync(VERSIONS_FOLDER).sort((a, b) => Number(b) - Number(a));
  if (version === undefined) throw new Error('PostgreSQL is not installed');
  return join(VERSIONS_FOLDER, version, 'bin', name);
};

/** PostgreSQL refuses to run as root. */
const unprivileged = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string): number =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** A PostgreSQL of the tests' own, on a free loopback port. */
export class Postgres {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(url: string, folder: string, process: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#process = process;
  }

  static async start(): Promise<Postgres> {
    const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-postgres-'));
    const user = unprivileged();
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (user.uid !== undefined && user.gid !== undefined) {
      chmodSync(folder, 0o711);
      chownSync(data, user.uid, user.gid);
    }
    execFileSync(program('initdb'), ['--auth=trust', '--username=bridge', '--no-sync', data], {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    });
    const port = await freeLoopbackPort();
    const child = spawn(
      program('postgres'),
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      { ...user, cwd: '/', stdio: 'ignore' },
    );
    const postgres = new Postgres(`postgresql://bridge@127.0.0.1:${port}/postgres`, folder, child);
    await postgres.#ready();
    return postgres;
  }

  async query<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends connections that are still open, too. */
  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGINT');
    await exited;
    rmSync(this.#folder, { recursive: true });
  }

  async #ready(): Promise<void> {
    for (let check = 0; check < READY_CHECKS; check++) {
      try {
        await this.query('SELECT 1');
        return;
      } catch {
        await wait(READY_CHECK_MS);
      }
    }
    throw new Error('PostgreSQL was started, but does not answer');
  }
}

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Export, ExportReport } from '@pseudonymize-redact/core/contract';
import { Service } from '../../../test/commandLine.ts';
import { Postgres } from '../../../test/postgres.ts';
import type { OrthancAccess } from '../../src/config/config.ts';
import { writeHeaderOnlyProject } from './bridgeParts.ts';

const CHECK_MS = 500;

/** A bridge that takes exports and workers that run them, as processes of their own, on a PostgreSQL of their own. */
export class Fleet {
  readonly folder: string;
  readonly #access: OrthancAccess;
  readonly #postgres: Postgres;
  readonly #bridge: Service;
  readonly #workers = new Map<string, Service>();

  private constructor(folder: string, access: OrthancAccess, postgres: Postgres, bridge: Service) {
    this.folder = folder;
    this.#access = access;
    this.#postgres = postgres;
    this.#bridge = bridge;
  }

  static async start(access: OrthancAccess): Promise<Fleet> {
    const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
    writeHeaderOnlyProject(join(folder, 'bridge'));
    const postgres = await Postgres.start();
    const bridge = await Service.start('serve', environment(access, postgres, join(folder, 'bridge')));
    return new Fleet(folder, access, postgres, bridge);
  }

  /**
   * @param before a command that runs it, as `taskset` does
   * @returns the process
   */
  async addWorker(name: string, before: readonly string[] = []): Promise<number> {
    const data = join(this.folder, name);
    mkdirSync(data);
    for (const part of ['projects.json', 'keys'])
      cpSync(join(this.folder, 'bridge', part), join(data, part), { recursive: true });
    const worker = await Service.start('worker', environment(this.#access, this.#postgres, data), before);
    this.#workers.set(name, worker);
    return worker.pid;
  }

  /** As the kernel does where memory is short. */
  async killWorker(name: string): Promise<void> {
    await this.#workers.get(name)?.kill();
    this.#workers.delete(name);
  }

  async stopWorker(name: string): Promise<void> {
    await this.#workers.get(name)?.stop();
    this.#workers.delete(name);
  }

  async ask(name: string, query: Readonly<Record<string, string>>): Promise<void> {
    const response = await fetch(`${this.#bridge.address}/api/exports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, selection: { query } }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  async until(name: string, reached: (state: Export) => boolean): Promise<Export> {
    for (;;) {
      const response = await fetch(`${this.#bridge.address}/api/exports/${name}`);
      const state = Export.parse(await response.json());
      if (reached(state)) return state;
      await wait(CHECK_MS);
    }
  }

  async report(name: string): Promise<ExportReport> {
    const response = await fetch(`${this.#bridge.address}/api/exports/${name}/report`);
    return ExportReport.parse(await response.json());
  }

  async stop(): Promise<void> {
    for (const worker of this.#workers.values()) await worker.stop();
    await this.#bridge.stop();
    await this.#postgres.stop();
    rmSync(this.folder, { recursive: true });
  }
}

const environment = (
  { url, headers }: OrthancAccess,
  { url: databaseUrl }: Postgres,
  data: string,
): Readonly<Record<string, string>> => ({
  DATABASE_URL: databaseUrl,
  ORTHANC_URL: url,
  ORTHANC_TOKEN_HEADER: `authorization: ${headers['authorization'] ?? ''}`,
  PSEUDONYMIZE_DATA: data,
  PORT: '0',
  BRIDGE_WORKS: 'no',
  LOG_LEVEL: 'error',
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Job, ROUTES, type JobRequestInput } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import { basicAuthorization, type OrthancAccess } from '../server-plugin/src/config/config.ts';
import { OrthancClient } from '../server-plugin/src/orthanc/orthancClient.ts';
import { placeDatabase } from './madeDatabase.ts';

const MAIN = join(import.meta.dirname, '..', 'server-plugin', 'src', 'start', 'main.ts');
const FINAL_STATES: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);

/** One row of a QIDO-RS answer: tag in hexadecimal → DICOM JSON attribute (PS3.18 annex F). */
type DicomJson = Readonly<Record<string, { readonly Value?: readonly unknown[] } | undefined>>;

const OrthancConfiguration = z.object({
  HttpPort: z.int(),
  RegisteredUsers: z.record(z.string(), z.string()),
});

/** The Orthanc that the product has started, by the configuration that it wrote for it. */
const embeddedAccess = (dataFolder: string): OrthancAccess => {
  const text = readFileSync(join(dataFolder, 'orthanc', 'orthanc.json'), 'utf8');
  const { HttpPort, RegisteredUsers } = OrthancConfiguration.parse(JSON.parse(text));
  const [[user, password] = ['', '']] = Object.entries(RegisteredUsers);
  return { url: `http://127.0.0.1:${HttpPort}`, headers: basicAuthorization(user, password) };
};

/** What `npm start` runs, as a process of its own. */
export class Product {
  readonly address: string;
  readonly #dataFolder: string;
  readonly #process: ChildProcess;
  readonly #log: () => string;

  private constructor(address: string, dataFolder: string, process: ChildProcess, log: () => string) {
    this.address = address;
    this.#dataFolder = dataFolder;
    this.#process = process;
    this.#log = log;
  }

  /**
   * @param holds of the only project of a new data folder: searching every copy for text takes longer than most tests
   * @throws Error with what it wrote on standard error where it ends without an address
   */
  static async start(
    dataFolder: string,
    environment: Readonly<Record<string, string>> = {},
    holds: 'off' | 'identifying' | 'all-text' = 'off',
  ): Promise<Product> {
    const projects = join(dataFolder, 'projects.json');
    const search = holds === 'off' ? 'none' : 'auto';
    const project = {
      id: 'default',
      name: 'Default project',
      keyFile: 'keys/default.key',
      profiles: ['basic'],
      search,
      holds,
    };
    mkdirSync(dataFolder, { recursive: true });
    if (!existsSync(projects)) writeFileSync(projects, JSON.stringify([project]));
    placeDatabase(dataFolder);
    const child = spawn(process.execPath, ['--conditions=@pseudonymize-redact/source', MAIN], {
      env: { ...process.env, PORT: '0', PSEUDONYMIZE_DATA: dataFolder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) {
        child.stdout.resume();
        return new Product(address.replace(/\/$/, ''), dataFolder, child, () => log);
      }
    }
    throw new Error(log.trim());
  }

  /** The embedded Orthanc, past the bridge. */
  get orthanc(): OrthancClient {
    return new OrthancClient(this.orthancAccess);
  }

  get orthancAccess(): OrthancAccess {
    return embeddedAccess(this.#dataFolder);
  }

  /** What it has written on standard error so far. */
  get log(): string {
    return this.#log();
  }

  /** As Ctrl-C does. Resolves with the exit status. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return this.#process.exitCode;
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGINT');
    const [status] = (await exited) as [number | null];
    return status;
  }

  /** As the kernel does where memory is short. Resolves when the process is gone. */
  async kill(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await exited;
  }

  async get(path: string): Promise<Response> {
    const response = await fetch(this.address + path);
    if (!response.ok) throw new Error(`GET answered ${response.status}`);
    return response;
  }

  /** QIDO-RS search for studies. */
  async studies(query = ''): Promise<readonly DicomJson[]> {
    return (await (await this.get(`/dicom-web/studies${query}`)).json()) as readonly DicomJson[];
  }

  /** Asks for a copy and follows the events until the job has ended. */
  async deidentify(request: JobRequestInput): Promise<Job> {
    const response = await fetch(this.address + ROUTES.jobs, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address },
      body: JSON.stringify(request),
    });
    if (response.status !== 202)
      throw new Error(`POST answered ${response.status}: ${await response.text()}`);
    const { id } = Job.parse(await response.json());
    return this.finished(id);
  }

  /** Follows the events of a job until it has ended. */
  async finished(id: string): Promise<Job> {
    const { body } = await this.get(ROUTES.jobEvents.replace(':job', id));
    if (body === null) throw new Error('no events');
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = [...text.matchAll(/^data: ?(.*)\n\n/gm)].map(([, data]) =>
        Job.parse(JSON.parse(data ?? '')),
      );
      const last = events.at(-1);
      if (last !== undefined && FINAL_STATES.has(last.state)) return last;
    }
    throw new Error('the events ended before the job did');
  }
}

/** The first value of an attribute as text; a PN is its alphabetic group. */
export const textOfJson = (dataset: DicomJson, attribute: string): string => {
  const value = dataset[attribute]?.Value?.[0];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const alphabetic = (value as { readonly Alphabetic?: unknown } | undefined)?.Alphabetic;
  return typeof alphabetic === 'string' ? alphabetic : '';
};

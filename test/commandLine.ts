import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { placeDatabase } from './madeDatabase.ts';

export const MAIN = join(import.meta.dirname, '..', 'server-plugin', 'src', 'cli', 'main.ts');

type Environment = Readonly<Record<string, string>>;

/** `pseudonymize` with these arguments, as a process of its own. */
export const startCommand = (
  args: readonly string[],
  environment: Environment = {},
  before: readonly string[] = [],
): ChildProcess => {
  const [program = process.execPath, ...all] = [
    ...before,
    process.execPath,
    '--conditions=@pseudonymize-redact/source',
    MAIN,
    ...args,
  ];
  return spawn(program, all, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
};

/** What a command has said and how it ended. */
export interface Finished {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `pseudonymize` with these arguments until it ends. */
export const runCommand = async (
  args: readonly string[],
  environment: Environment = {},
): Promise<Finished> => {
  const child = startCommand(args, environment);
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output, errors };
};

/** `pseudonymize serve` or `pseudonymize worker`, as a process of its own. */
export class Service {
  /** The line with which it said that it is ready. */
  readonly line: string;
  readonly #process: ChildProcess;
  readonly #log: () => string;

  private constructor(line: string, process: ChildProcess, log: () => string) {
    this.line = line;
    this.#process = process;
    this.#log = log;
  }

  /** @param before a command that runs it, as `taskset` does */
  static async start(
    command: 'serve' | 'worker',
    environment: Environment,
    before: readonly string[] = [],
  ): Promise<Service> {
    const { PSEUDONYMIZE_DATA: dataFolder, DATABASE_URL: shared } = environment;
    if (dataFolder !== undefined && shared === undefined) placeDatabase(dataFolder);
    const child = startCommand([command], environment, before);
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
    if (child.stdout === null) throw new Error('no output');
    for await (const line of createInterface({ input: child.stdout })) {
      child.stdout.resume();
      return new Service(line, child, () => errors);
    }
    throw new Error(`pseudonymize ${command} ended: ${errors}`);
  }

  /** What it has written on standard error so far. */
  get log(): string {
    return this.#log();
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get address(): string {
    return /https?:\/\/[^\s/]+/.exec(this.line)?.[0] ?? '';
  }

  /** As an administrator does. Resolves with the exit status. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** As the kernel does where memory is short. */
  kill(): Promise<number | null> {
    return this.#end('SIGKILL');
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return this.#process.exitCode;
    const exited = once(this.#process, 'exit');
    this.#process.kill(signal);
    const [status] = (await exited) as [number | null];
    return status;
  }
}

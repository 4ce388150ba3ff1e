import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { ProjectRegistry } from '../../projects/projectRegistry.ts';
import type { Database } from '../../queue/database.ts';
import type { ZipStore } from './zipStore.ts';
import { packEnded, type PendingWork } from './packEnded.ts';

const LOCK = 'pseudonymize zip ';

export interface ZipPackingParts {
  readonly projects: ProjectRegistry;
  readonly dataFolder: string;
  readonly database: Database;
  readonly pending: PendingWork;
  readonly zips: ZipStore;
  readonly log: Logger;
}

/** Writes the ZIP files of exports that have ended; of all processes that share a database, one at a time. */
export class ZipPacking {
  readonly #parts: ZipPackingParts;
  #running: Promise<void> = Promise.resolve();
  #isAsked = false;

  constructor(parts: ZipPackingParts) {
    this.#parts = parts;
  }

  /** Asks for a look at what has ended. Trouble is logged, and the next look tries again. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#running = this.#running.then(async () => {
      this.#isAsked = false;
      await this.#packAll().catch((error: unknown) => {
        // A message may hold a path: only its class and code are told.
        const { name, code } = error as NodeJS.ErrnoException;
        this.#parts.log.error({ cause: name, code }, 'a ZIP file could not be written');
      });
    });
  }

  /** Waits for what runs. */
  close(): Promise<void> {
    return this.#running;
  }

  async #packAll(): Promise<void> {
    const { projects, dataFolder, database, pending, zips, log } = this.#parts;
    for (const { id } of projects.list()) {
      const setting = projects.destinationOf(id);
      if (setting.kind !== 'zip') continue;
      const root = resolve(dataFolder, setting.path);
      await database.exclusively(LOCK + root, async () => {
        await packEnded(root, pending, async (file, jobs) => {
          await zips.written(file, jobs);
          log.info({ file: file.name }, 'ZIP file written');
        });
      });
    }
  }
}

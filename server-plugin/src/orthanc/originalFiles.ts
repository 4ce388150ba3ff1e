import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InstanceInput } from '../engine/engine.ts';
import type { OrthancClient, OrthancInstance } from './orthancClient.ts';

/** A larger original goes through a file. */
export const BYTES_IN_MEMORY = 32 * 2 ** 20;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The files of originals, each for the time of some work: small ones in memory, large ones on disk, for the owner only. */
export class OriginalFiles {
  readonly #orthanc: OrthancClient;
  /** Of this process. */
  readonly folder: string;

  /** @param folder made where it is missing; what ended processes have left in it is deleted */
  constructor(orthanc: OrthancClient, folder: string) {
    this.#orthanc = orthanc;
    this.folder = join(folder, String(process.pid));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const pid = Number(name);
      if (pid === process.pid || !isRunning(pid))
        rmSync(join(folder, name), { recursive: true, force: true });
    }
    mkdirSync(this.folder, { mode: 0o700 });
  }

  /** @throws CodedError ORTHANC_…, and what `work` throws */
  async with<T>(
    { id, fileBytes }: Pick<OrthancInstance, 'id' | 'fileBytes'>,
    work: (input: InstanceInput) => Promise<T>,
  ): Promise<T> {
    if (fileBytes <= BYTES_IN_MEMORY) return work(await this.#orthanc.file(id));
    const path = join(this.folder, randomUUID());
    try {
      await this.#orthanc.download(id, path);
      return await work(path);
    } finally {
      rmSync(path, { force: true });
    }
  }
}

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InstanceInput } from '../engine/engine.ts';
import { collectGarbage } from '../memory/collectGarbage.ts';
import { openProcessFolder } from '../files/processFolder.ts';
import type { OrthancClient, OrthancInstance } from './orthancClient.ts';

/** A larger original goes through a file. */
export const BYTES_IN_MEMORY = 32 * 2 ** 20;

/** The files of originals, each for the time of some work: small ones in memory, large ones on disk, for the owner only. */
export class OriginalFiles {
  readonly #orthanc: OrthancClient;
  /** Of this process. */
  readonly folder: string;

  /** @param folder made where it is missing; what ended processes have left in it is deleted */
  constructor(orthanc: OrthancClient, folder: string) {
    this.#orthanc = orthanc;
    this.folder = openProcessFolder(folder);
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
      collectGarbage();
      return await work(path);
    } finally {
      rmSync(path, { force: true });
    }
  }
}

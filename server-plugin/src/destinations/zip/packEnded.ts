import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ZipFile } from '@pseudonymize-redact/core/contract';
import { sha256OfFile } from '../../files/fileHash.ts';
import { PACKING, WAITING_EXPORTS, WAITING_JOBS } from './zipFolders.ts';
import { freeZipName, writeZip } from './writeZip.ts';

/** What is still to come, in the database. */
export interface PendingWork {
  /** Whether a job of an export has not ended. */
  exportIsUnfinished(name: string): Promise<boolean>;
  jobIsUnfinished(id: string): Promise<boolean>;
}

const namesIn = async (folder: string): Promise<readonly string[]> =>
  existsSync(folder) ? await readdir(folder) : [];

/** Moves what has ended to the folder of what is packed: from then on no job adds to it. */
const takeEnded = async (root: string, pending: PendingWork): Promise<void> => {
  const packing = join(root, PACKING);
  await mkdir(packing, { recursive: true, mode: 0o700 });
  const take = async (from: string, name: string): Promise<void> => {
    await rename(from, join(packing, freeZipName(root, name)));
  };
  for (const name of await namesIn(join(root, WAITING_EXPORTS)))
    if (!(await pending.exportIsUnfinished(name))) await take(join(root, WAITING_EXPORTS, name), name);
  for (const id of await namesIn(join(root, WAITING_JOBS)))
    if (!(await pending.jobIsUnfinished(id))) await take(join(root, WAITING_JOBS, id), `job-${id}`);
};

/** Told of a file that is whole, and of the jobs whose copies are in it; may be told twice of one. */
export type OnWritten = (file: ZipFile, jobs: readonly string[]) => Promise<void>;

const packTaken = async (root: string, onWritten: OnWritten): Promise<void> => {
  for (const name of await namesIn(join(root, PACKING))) {
    const folder = join(root, PACKING, name);
    const zip = join(root, `${name}.zip`);
    // It is there where a process ended before it deleted the folder.
    if (!existsSync(zip)) await writeZip(folder, zip);
    const { size: bytes } = await stat(zip);
    await onWritten({ name: `${name}.zip`, sha256: await sha256OfFile(zip), bytes }, await readdir(folder));
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Packs the copies of exports that have ended, each into one ZIP file, and goes on where a process ended meanwhile. What is added to
 * an export later goes into a further file, `NAME.2.zip`. For one process at a time.
 */
export const packEnded = async (root: string, pending: PendingWork, onWritten: OnWritten): Promise<void> => {
  if (!existsSync(root)) return;
  await packTaken(root, onWritten);
  await takeEnded(root, pending);
  await packTaken(root, onWritten);
};

import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Containers that share a folder have the same process ids; their host names differ. */
const OWN_HOST = hostname();
const OWN_NAME = `${OWN_HOST} ${process.pid}`;
/** No process of another host works on one file for so long. */
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

/** Whether the process that a folder is named after has ended; of another host's, only its age tells. */
const isAbandoned = (folder: string, name: string): boolean => {
  const [host = '', pid = ''] = name.split(' ');
  if (host === OWN_HOST) return name === OWN_NAME || !isRunning(Number(pid));
  const modified = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
  return modified !== undefined && modified < Date.now() - ABANDONED_AFTER_MS;
};

/**
 * A folder of this process alone, for the owner only, below one that processes share; what ended processes have left there is deleted.
 *
 * @param folder made where it is missing
 * @returns the path of the process's own folder
 */
export const openProcessFolder = (folder: string): string => {
  const own = join(folder, OWN_NAME);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (isAbandoned(folder, name)) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(own, { mode: 0o700 });
  return own;
};

/**
 * Deletes the process's own folder, and the shared one if no other process uses it. The threads of the process may be at work in it:
 * they lose it first, for a deletion beside which files come and go leaves some.
 */
export const closeProcessFolder = (folder: string): void => {
  const own = join(folder, OWN_NAME);
  const lost = `${own} closing`;
  if (existsSync(own)) renameSync(own, lost);
  rmSync(lost, { recursive: true, force: true });
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error;
  }
};

import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * A folder of this process alone, for the owner only, below one that processes share; what ended processes have left there is deleted.
 *
 * @param folder made where it is missing
 * @returns the path of the process's own folder
 */
export const openProcessFolder = (folder: string): string => {
  const own = join(folder, String(process.pid));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const pid = Number(name);
    if (pid === process.pid || !isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  mkdirSync(own, { mode: 0o700 });
  return own;
};

/** Deletes the process's own folder, and the shared one if no other process uses it. */
export const closeProcessFolder = (folder: string): void => {
  rmSync(join(folder, String(process.pid)), { recursive: true, force: true });
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error;
  }
};

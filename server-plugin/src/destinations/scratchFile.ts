import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file for the time of some work, for the owner only.
 *
 * @param folder made where it is missing
 * @param fill writes the file
 */
export const withScratchFile = async <T>(
  folder: string,
  fill: (path: string) => Promise<void>,
  work: (path: string) => Promise<T>,
): Promise<T> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await fill(path);
    return await work(path);
  } finally {
    rmSync(path, { force: true });
  }
};

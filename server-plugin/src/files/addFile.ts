import { randomUUID } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file for its owner only, whole, unless there is one already, which then stays; of several that try at once, in any process, one
 * wins and the others keep their hands off.
 */
export const addFile = (path: string, content: Uint8Array | string): void => {
  const partial = `${path}.${randomUUID()}`;
  writeFileSync(partial, content, { mode: 0o600 });
  try {
    linkSync(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial);
  }
};

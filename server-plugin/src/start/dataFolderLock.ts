import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Takes a data folder for this process: its database bears one process only. The lock is a socket in Linux' abstract namespace,
 * which the kernel frees with the process, however that ends.
 *
 * @returns what frees it
 * @throws Error in one line where another process has it
 */
export const lockDataFolder = async (folder: string): Promise<() => Promise<void>> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex');
  const server = createServer((socket) => socket.destroy());
  try {
    server.listen({ path: `\0pseudonymize-${name}` });
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(
      `Another process works in ${folder}: stop it, or set PSEUDONYMIZE_DATA to another folder.`,
      {
        cause,
      },
    );
  }
  return async () => {
    server.close();
    await once(server, 'close');
  };
};

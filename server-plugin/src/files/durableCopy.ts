import { constants } from 'node:fs';
import { copyFile, open, writeFile } from 'node:fs/promises';

const OWNER_AND_GROUP = 0o640;

/** Writes bytes, or the content of a file, to a new file that is on the disk when this resolves. */
export const writeDurably = async (content: Uint8Array | string, path: string): Promise<void> => {
  if (typeof content !== 'string') {
    await writeFile(path, content, { flush: true, mode: OWNER_AND_GROUP });
    return;
  }
  await copyFile(content, path, constants.COPYFILE_FICLONE);
  const file = await open(path, 'r+');
  try {
    await file.chmod(OWNER_AND_GROUP);
    await file.sync();
  } finally {
    await file.close();
  }
};

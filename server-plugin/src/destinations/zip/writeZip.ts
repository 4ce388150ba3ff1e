import { createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { readPart10 } from '@pseudonymize-redact/core/part10';
import { ZipFile } from 'yazl';
import { nodeDeflate } from '../../engine/nodeDeflate.ts';
import { FileSource } from '../../files/fileSource.ts';
import { dicomdirOf } from './dicomdir.ts';
import { DirectoryTree } from './directoryTree.ts';

/** Uncompressed pixels shrink by half at the fastest level already. */
const COMPRESSION_LEVEL = 1;
/** A date would tell when somebody was examined or exported; ZIP has none before 1980. */
const NO_DATE = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
const README = 'README.TXT';
const README_TEXT =
  'De-identified DICOM files; DICOMDIR lists them. Open the DICOMDIR, or the folder, with a DICOM viewer.\r\n';

/** All copies below a folder, by a stable order. */
const copiesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.dcm'))
    .sort()
    .map((name) => join(folder, name));

/** Reads the header of a copy and gives it a place. @returns its path in the ZIP file; null where another is the same instance */
const enter = (tree: DirectoryTree, path: string): string | null => {
  const source = new FileSource(path);
  try {
    return tree.add(readPart10(source, nodeDeflate))?.join('/') ?? null;
  } finally {
    source.close();
  }
};

/**
 * Packs all copies below a folder into a ZIP file with a DICOMDIR; it appears under its name when it is whole and on the disk. Nothing
 * but headers is in memory.
 */
export const writeZip = async (folder: string, path: string): Promise<void> => {
  const tree = new DirectoryTree();
  const zip = new ZipFile();
  for (const copy of await copiesIn(folder)) {
    const name = enter(tree, copy);
    if (name !== null)
      zip.addFile(copy, name, { ...NO_DATE, mode: 0o100_644, compressionLevel: COMPRESSION_LEVEL });
    await turn();
  }
  const options = { ...NO_DATE, mode: 0o100_644, compressionLevel: COMPRESSION_LEVEL };
  zip.addBuffer(Buffer.from(dicomdirOf(tree.root)), 'DICOMDIR', options);
  zip.addBuffer(Buffer.from(README_TEXT), README, options);
  zip.end();
  const partial = `${path}.partial`;
  await pipeline(zip.outputStream, createWriteStream(partial, { mode: 0o640 }));
  const file = await open(partial, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
};

/** A name that no ZIP file has yet: one that was handed out does not change. */
export const freeZipName = (root: string, name: string): string => {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}.${number}`;
    if (!existsSync(join(root, `${candidate}.zip`))) return candidate;
  }
};

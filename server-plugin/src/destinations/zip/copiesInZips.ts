import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { InstanceInput } from '../../engine/engine.ts';
import { BYTES_IN_MEMORY } from '../../orthanc/originalFiles.ts';
import { inFiles } from '../destinationErrors.ts';
import { withScratchFile } from '../scratchFile.ts';
import type { StoredCopies } from '../storedCopies.ts';
import { listedIn, type ListedCopy } from './directoryFile.ts';

const ENDING = '.zip';
const DIRECTORY = 'DICOMDIR';

/** A copy and where it lies. */
interface PackedCopy extends ListedCopy {
  readonly zip: string;
  readonly fileBytes: number;
}

/** What a ZIP file that is damaged, or of another making, is. */
const damaged = (cause: unknown): CodedError =>
  new CodedError('DESTINATION_REFUSED', 'a ZIP file that cannot be read', { cause });

const withZip = async <T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> => {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw damaged(error);
  });
  try {
    return await work(zip);
  } finally {
    zip.close();
  }
};

/** Those that the DICOMDIR of a ZIP file lists. */
const copiesOf = (path: string): Promise<readonly PackedCopy[]> =>
  withZip(path, async (zip) => {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const directory = entries.get(DIRECTORY);
    if (directory === undefined) throw damaged(null);
    const listed = listedIn(await buffer(await zip.openReadStreamPromise(directory)));
    return listed.flatMap((copy) => {
      const entry = entries.get(copy.path);
      return entry === undefined ? [] : [{ ...copy, zip: path, fileBytes: entry.uncompressedSize }];
    });
  });

const read = <T>(
  { zip: path, path: name, fileBytes }: PackedCopy,
  scratchFolder: string,
  work: (input: InstanceInput) => Promise<T>,
): Promise<T> =>
  withZip(path, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue;
      const stream = await zip.openReadStreamPromise(entry);
      if (fileBytes <= BYTES_IN_MEMORY) return work(await buffer(stream));
      return withScratchFile(scratchFolder, (file) => pipeline(stream, createWriteStream(file)), work);
    }
    throw damaged(null);
  });

/** Those in the ZIP files of a folder, by their DICOMDIRs; of a copy that several files have, the one of the latest. */
export const copiesInZips = (root: string, scratchFolder: string): StoredCopies => {
  /** A file that was written does not change; what has another time is read again. */
  const known = new Map<string, { readonly version: string; readonly copies: readonly PackedCopy[] }>();

  const listed = async (path: string): Promise<readonly PackedCopy[]> => {
    const { mtimeMs, size, ino } = statSync(path);
    const version = `${mtimeMs} ${size} ${ino}`;
    const before = known.get(path);
    if (before?.version === version) return before.copies;
    const copies = await copiesOf(path);
    known.set(path, { version, copies });
    return copies;
  };

  return {
    ofStudy: (studyInstanceUID) =>
      inFiles(async () => {
        const paths = existsSync(root)
          ? readdirSync(root).flatMap((name) => (name.endsWith(ENDING) ? [join(root, name)] : []))
          : [];
        paths.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
        const found = new Map<string, PackedCopy>();
        for (const path of paths)
          for (const copy of await listed(path))
            if (copy.studyInstanceUID === studyInstanceUID) found.set(copy.sopInstanceUID, copy);
        return [...found.values()].map((copy) => ({
          sopInstanceUID: copy.sopInstanceUID,
          fileBytes: copy.fileBytes,
          series: copy.seriesInstanceUID,
          with: (work) => read(copy, scratchFolder, work),
        }));
      }),
  };
};

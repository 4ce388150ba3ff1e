import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { InstanceInput } from '../engine/engine.ts';
import { fileName } from '../files/copyPath.ts';
import { BYTES_IN_MEMORY } from '../orthanc/originalFiles.ts';
import { withScratchFile } from './scratchFile.ts';
import type { OrthancClient, OrthancInstance } from '../orthanc/orthancClient.ts';

/** A copy where it was stored. */
export interface StoredCopy {
  readonly sopInstanceUID: string;
  readonly fileBytes: number;
  /** Groups those of one series. */
  readonly series: string;
  /** @throws CodedError ORTHANC_…, and what `work` throws */
  readonly with: <T>(work: (input: InstanceInput) => Promise<T>) => Promise<T>;
}

/** Reads what was stored. */
export interface StoredCopies {
  /** By the pseudonyms; empty where the study is not there. @throws CodedError ORTHANC_… */
  ofStudy(studyInstanceUID: string, patientID: string): Promise<readonly StoredCopy[]>;
}

/** Those in an Orthanc. @param scratchFolder for the time of some work, for what is too large to be held in memory */
export const copiesInOrthanc = (orthanc: OrthancClient, scratchFolder: string): StoredCopies => {
  const read = async <T>(
    { id, fileBytes }: OrthancInstance,
    work: (input: InstanceInput) => Promise<T>,
  ): Promise<T> =>
    fileBytes <= BYTES_IN_MEMORY
      ? work(await orthanc.file(id))
      : withScratchFile(scratchFolder, (path) => orthanc.download(id, path), work);
  return {
    ofStudy: async (studyInstanceUID) => {
      const study = await orthanc.findStudy(studyInstanceUID);
      const instances = study === null ? [] : await orthanc.instancesOf(study);
      return instances.map((instance) => ({
        sopInstanceUID: instance.sopInstanceUID,
        fileBytes: instance.fileBytes,
        series: instance.series,
        with: (work) => read(instance, work),
      }));
    },
  };
};

const ENDING = '.dcm';

const filesBelow = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** Those in a folder, as `copyPath` lays them out: by their file's name, whatever it says of itself. */
export const copiesInFolder = (root: string): StoredCopies => ({
  ofStudy: (studyInstanceUID, patientID) =>
    Promise.resolve(
      filesBelow(join(root, fileName(patientID), fileName(studyInstanceUID))).map((path) => ({
        sopInstanceUID: basename(path, ENDING),
        fileBytes: statSync(path).size,
        series: dirname(path),
        with: (work) => work(path),
      })),
    ),
});

// Runs in a worker thread: one file at a time, from disk to disk.
import { workerData } from 'node:worker_threads';
import type { KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import type { Part10File } from '@pseudonymize-redact/core/part10';
import type { PixelRegion } from '@pseudonymize-redact/core/pixels';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import type { EngineProject, PixelOrder } from '../engine/deidentifyInstance.ts';
import { FileSource } from '../files/fileSource.ts';
import { loadProfile } from '../projects/profileFile.ts';
import { readKey } from '../pseudonyms/keyFile.ts';
import { meetingPatients } from '../vault/unmetPatient.ts';
import { deidentifyFile, type DeidentifiedFile } from './deidentifyFile.ts';
import { filePseudonyms, type FilePseudonymSettings } from './filePseudonyms.ts';
import { readKnown, type KnownOfFile } from '../engine/readKnown.ts';
import { noRegions, readRegionFile } from './regionFile.ts';

/** What a run is made with; the key is read by each thread itself. */
export interface RunSettings {
  /** A preset's name, or the path of a JSON file. */
  readonly profile: string;
  readonly keyFile: string;
  readonly pseudonyms: FilePseudonymSettings;
  /** Where copies lie until they are searched and put in their places. */
  readonly unfinishedFolder: string;
  /** A JSON file with regions to blank; null: none. */
  readonly regionFile: string | null;
}

/** The header of every file of a study is read before the first of them is de-identified. */
export type FileTask =
  | { readonly kind: 'read'; readonly path: string }
  | {
      readonly kind: 'deidentify';
      readonly path: string;
      readonly known: KnownValues;
      /** Where text was found that is to be blanked; null: the file was not searched. */
      readonly found: readonly PixelRegion[] | null;
    };

/** A coded error loses its class between threads: it travels as its code. */
export type FileAnswer =
  | { readonly ok: true; readonly file: DeidentifiedFile }
  | { readonly ok: true; readonly read: KnownOfFile }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

const settings = workerData as RunSettings;
const project: EngineProject = {
  profile: loadProfile('.', settings.profile),
  pseudonyms: filePseudonyms(readKey(settings.keyFile), settings.pseudonyms),
};

const orderFor = settings.regionFile === null ? noRegions : readRegionFile(settings.regionFile);
const loadingCodecs = loadFrameCodecs();

const read = (path: string): KnownOfFile => {
  const source = new FileSource(path);
  try {
    return readKnown(source, project.profile);
  } finally {
    source.close();
  }
};

/** What was asked for and what was found; a file that was searched says so. */
const withFound = (order: PixelOrder, found: readonly PixelRegion[] | null): PixelOrder =>
  found === null ? order : { ...order, regions: [...order.regions, ...found], searched: true };

type DeidentifyTask = Extract<FileTask, { kind: 'deidentify' }>;

const deidentify = async ({ path, known, found }: DeidentifyTask): Promise<DeidentifiedFile> => {
  const { unfinishedFolder } = settings;
  const order = (original: Part10File): PixelOrder => withFound(orderFor(original), found);
  const codecs = await loadingCodecs;
  return meetingPatients(() => deidentifyFile(path, unfinishedFolder, { ...project, known }, order, codecs));
};

export default async (task: FileTask): Promise<FileAnswer> => {
  try {
    return task.kind === 'read'
      ? { ok: true, read: read(task.path) }
      : { ok: true, file: await deidentify(task) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    return { ok: false, code: 'FILE_FAILED', where: error instanceof Error ? error.name : null };
  }
};

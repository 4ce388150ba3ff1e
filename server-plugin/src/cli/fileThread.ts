// Runs in a worker thread: one file at a time, from disk to disk.
import { workerData } from 'node:worker_threads';
import type { KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import type { EngineProject } from '../engine/deidentifyInstance.ts';
import { loadProfile } from '../projects/projectRegistry.ts';
import { readKey } from '../pseudonyms/keyFile.ts';
import { projectPseudonyms, type PseudonymSettings } from '../pseudonyms/projectPseudonyms.ts';
import { deidentifyFile, type DeidentifiedFile } from './deidentifyFile.ts';
import { readKnown, type KnownOfFile } from './readKnown.ts';
import { noRegions, readRegionFile } from './regionFile.ts';

/** What a run is made with; the key is read by each thread itself. */
export interface RunSettings {
  /** A preset's name, or the path of a JSON file. */
  readonly profile: string;
  readonly keyFile: string;
  readonly pseudonyms: PseudonymSettings;
  readonly outputFolder: string;
  /** A JSON file with regions to blank; null: none. */
  readonly regionFile: string | null;
}

/** The header of every file of a study is read before the first of them is de-identified. */
export type FileTask =
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'deidentify'; readonly path: string; readonly known: KnownValues };

/** A coded error loses its class between threads: it travels as its code. */
export type FileAnswer =
  | { readonly ok: true; readonly file: DeidentifiedFile }
  | { readonly ok: true; readonly read: KnownOfFile }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

const settings = workerData as RunSettings;
const project: EngineProject = {
  profile: loadProfile('.', settings.profile),
  pseudonyms: projectPseudonyms(readKey(settings.keyFile), settings.pseudonyms),
};

const orderFor = settings.regionFile === null ? noRegions : readRegionFile(settings.regionFile);
const loadingCodecs = loadFrameCodecs();

const deidentify = async (path: string, known: KnownValues): Promise<DeidentifiedFile> => {
  const { outputFolder } = settings;
  return deidentifyFile(path, outputFolder, { ...project, known }, orderFor, await loadingCodecs);
};

export default async (task: FileTask): Promise<FileAnswer> => {
  try {
    return task.kind === 'read'
      ? { ok: true, read: readKnown(task.path, project.profile) }
      : { ok: true, file: await deidentify(task.path, task.known) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    return { ok: false, code: 'FILE_FAILED', where: error instanceof Error ? error.name : null };
  }
};

// Runs in a worker thread: one file at a time, from disk to disk.
import { workerData } from 'node:worker_threads';
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import type { EngineProject } from '../engine/deidentifyInstance.ts';
import { loadProfile } from '../projects/projectRegistry.ts';
import { readKey } from '../pseudonyms/keyFile.ts';
import { keyedPseudonyms } from '../pseudonyms/keyedPseudonyms.ts';
import { deidentifyFile, type DeidentifiedFile } from './deidentifyFile.ts';
import { noRegions, readRegionFile } from './regionFile.ts';

/** What a run is made with; the key is read by each thread itself. */
export interface RunSettings {
  /** A preset's name, or the path of a JSON file. */
  readonly profile: string;
  readonly keyFile: string;
  readonly defaultIssuer: string;
  readonly patientNames: 'names' | 'codes';
  readonly outputFolder: string;
  /** A JSON file with regions to blank; null: none. */
  readonly regionFile: string | null;
}

/** A coded error loses its class between threads: it travels as its code. */
export type FileAnswer =
  | { readonly ok: true; readonly file: DeidentifiedFile }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

const settings = workerData as RunSettings;
const project: EngineProject = {
  profile: loadProfile('.', settings.profile),
  pseudonyms: keyedPseudonyms(readKey(settings.keyFile), settings),
};

const orderFor = settings.regionFile === null ? noRegions : readRegionFile(settings.regionFile);
const loadingCodecs = loadFrameCodecs();

export default async (input: string): Promise<FileAnswer> => {
  try {
    const codecs = await loadingCodecs;
    return { ok: true, file: deidentifyFile(input, settings.outputFolder, project, orderFor, codecs) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    return { ok: false, code: 'FILE_FAILED', where: error instanceof Error ? error.name : null };
  }
};

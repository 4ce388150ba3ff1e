import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { TextPolicy } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { SingleBar, Presets } from 'cli-progress';
import { Piscina } from 'piscina';
import { PRODUCT } from '../engine/product.ts';
import { loadProfile } from '../projects/projectRegistry.ts';
import { readKey } from '../pseudonyms/keyFile.ts';
import { projectPseudonyms, type PseudonymSettings } from '../pseudonyms/projectPseudonyms.ts';
import type { FileAnswer, FileTask, RunSettings } from './fileThread.ts';
import { findRegions } from './foundRegions.ts';
import { findInputs } from './inputFiles.ts';
import { KnownOfStudies } from './knownOfStudies.ts';
import { readRegionFile } from './regionFile.ts';
import { Mappings } from './mappings.ts';
import type { FileReport, RunReport } from './runReport.ts';

/** The options of the command, as commander names them. */
export interface RunOptions {
  readonly profile: string;
  readonly key: string;
  readonly issuer: string;
  readonly patientNames: 'names' | 'codes';
  readonly pseudonyms: 'derived' | 'random';
  readonly replaceWithMapping?: string;
  readonly vault?: string;
  readonly uidMap?: string;
  readonly patientMap?: string;
  readonly report?: string;
  readonly jobs: number;
  readonly pixels: boolean;
  readonly regions?: string;
  readonly search: boolean;
  readonly textPolicy: TextPolicy;
}

/** The thread's module has the ending of this one: `.ts` from source, `.js` when built. */
const THREAD_MODULE = new URL(
  `./fileThread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
).href;

const pseudonymSettings = (options: RunOptions): PseudonymSettings => ({
  defaultIssuer: options.issuer,
  patientNames: options.patientNames,
  allocation: options.pseudonyms,
  mappingFile: options.replaceWithMapping ?? null,
  vaultFolder: options.vault ?? null,
});

const reportOf = (input: string, answer: FileAnswer): FileReport => {
  if (answer.ok && 'file' in answer)
    return { input, output: answer.file.output, actions: answer.file.actions, pixels: answer.file.pixels };
  const { code, where } = answer.ok ? { code: 'FILE_FAILED' as const, where: null } : answer;
  return { input, error: code, message: new CodedError(code, where).message };
};

const writeResults = (options: RunOptions, mappings: Mappings, report: RunReport): void => {
  if (options.uidMap !== undefined) mappings.writeUids(options.uidMap);
  if (options.patientMap !== undefined) mappings.writePatients(options.patientMap);
  if (options.report !== undefined) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
};
/** What the files of each study tell; a file that cannot be read tells nothing here, and of its error later. */
const readStudies = async (
  files: readonly string[],
  pool: Piscina<FileTask, FileAnswer>,
  defaultIssuer: string,
): Promise<KnownOfStudies> => {
  const studies = new KnownOfStudies(defaultIssuer);
  await Promise.all(
    files.map(async (path) => {
      const answer = await pool.run({ kind: 'read', path });
      if (answer.ok && 'read' in answer) studies.add(path, answer.read.studyInstanceUID, answer.read.known);
    }),
  );
  return studies;
};

/**
 * De-identifies every DICOM file of the input into the output folder, several at once. A file that is refused or fails is told
 * and passed over; nothing half-done is left of it.
 *
 * @throws CodedError INPUT_NOT_FOUND, KEY_…, PROFILE_…, REGIONS_INVALID, PSEUDONYM_COLLISION
 */
export const deidentifyFiles = async (
  input: string,
  output: string,
  options: RunOptions,
): Promise<RunReport> => {
  const profile = loadProfile('.', options.profile);
  const regionFile = options.pixels ? (options.regions ?? null) : null;
  // Here too, so that a mistake in it ends the run before it begins.
  if (regionFile !== null) readRegionFile(regionFile);
  const { root, files, others } = findInputs(input);
  mkdirSync(output, { recursive: true });
  const settings: RunSettings = {
    profile: options.profile,
    keyFile: options.key,
    pseudonyms: pseudonymSettings(options),
    outputFolder: resolve(output),
    regionFile,
  };
  // Here too: a mistake in the key, the mapping or the vault ends the run before it begins.
  projectPseudonyms(readKey(settings.keyFile), settings.pseudonyms);
  const pool = new Piscina<FileTask, FileAnswer>({
    filename: THREAD_MODULE,
    workerData: settings,
    minThreads: 1,
    maxThreads: options.jobs,
  });
  const progress = new SingleBar({ noTTYOutput: false, stream: process.stderr }, Presets.shades_classic);
  const isSearched = options.pixels && options.search;
  progress.start(isSearched ? 2 * files.length : files.length, 0);
  const mappings = new Mappings(options.issuer);
  try {
    const study = await readStudies(files, pool, options.issuer);
    const found = isSearched
      ? await findRegions(
          files,
          { policy: options.textPolicy, harmlessTexts: profile.harmlessTexts },
          options.jobs,
          () => progress.increment(),
        )
      : null;
    const reports = await Promise.all(
      files.map(async (path): Promise<FileReport> => {
        const texts = found?.get(path) ?? null;
        const answer: FileAnswer =
          texts !== null && 'error' in texts
            ? { ok: false, code: texts.error.code, where: texts.error.where }
            : await pool.run({
                kind: 'deidentify',
                path,
                known: study.knownOf(path),
                found: texts?.regions ?? null,
              });
        if (answer.ok && 'file' in answer) mappings.add(answer.file);
        progress.increment();
        return reportOf(relative(root, path), answer);
      }),
    );
    const failures = reports.filter((report) => 'error' in report);
    const report: RunReport = {
      product: `${PRODUCT.name} ${PRODUCT.version}`,
      profile: profile.name,
      overrides: [...profile.overrides.values()],
      pixels: isSearched ? 'searched' : regionFile === null ? 'left out' : 'given regions',
      deidentified: reports.length - failures.length,
      failed: failures.length,
      others,
      files: reports,
    };
    writeResults(options, mappings, report);
    return report;
  } finally {
    progress.stop();
    await pool.destroy();
  }
};

import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { ResolvedProfile } from '@pseudonymize-redact/core/deidentification';
import { SingleBar, Presets } from 'cli-progress';
import { Piscina } from 'piscina';
import { openSearchPool, type SearchPool } from '../detection/searchPool.ts';
import { PRODUCT } from '../engine/product.ts';
import { closeProcessFolder, openProcessFolder } from '../files/processFolder.ts';
import { loadProfile } from '../projects/profileFile.ts';
import { readKey } from '../pseudonyms/keyFile.ts';
import { searchCopy } from './copySearch.ts';
import type { DeidentifiedFile } from './deidentifyFile.ts';
import type { FileAnswer, FileTask, RunSettings } from './fileThread.ts';
import { findRegions, type FoundRegions } from './foundRegions.ts';
import { findInputs } from './inputFiles.ts';
import { filePseudonyms } from './filePseudonyms.ts';
import { onInterruption } from './interruption.ts';
import { KnownOfStudies } from './knownOfStudies.ts';
import { readRegionFile } from './regionFile.ts';
import { Mappings } from './mappings.ts';
import { pseudonymSettings, type RunOptions } from './runOptions.ts';
import { runReportOf, type FileReport, type RunReport } from './runReport.ts';

/** Below the output folder; nothing is in its place before it is finished. */
const UNFINISHED = '.unfinished';

/** The thread's module has the ending of this one: `.ts` from source, `.js` when built. */
const THREAD_MODULE = new URL(
  `./fileThread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
).href;

type FilePool = Piscina<FileTask, FileAnswer>;

interface Run {
  readonly options: RunOptions;
  readonly profile: ResolvedProfile;
  readonly output: string;
  readonly files: FilePool;
  /** Null where pixels are not searched. */
  readonly search: SearchPool | null;
  readonly mappings: Mappings;
  readonly progress: SingleBar;
}

/** What the files of each study tell; a file that cannot be read tells nothing here, and of its error later. */
const readStudies = async (
  files: readonly string[],
  { files: pool, options }: Run,
): Promise<KnownOfStudies> => {
  const studies = new KnownOfStudies(options.issuer);
  await Promise.all(
    files.map(async (path) => {
      const answer = await pool.run({ kind: 'read', path });
      if (answer.ok && 'read' in answer) studies.add(path, answer.read.studyInstanceUID, answer.read.known);
    }),
  );
  return studies;
};

const searchOriginals = async (
  files: readonly string[],
  { options, profile, search, progress }: Run,
): Promise<ReadonlyMap<string, FoundRegions> | null> => {
  if (search === null) return null;
  const { harmlessTexts, turnedSearch } = profile;
  return findRegions(files, { policy: options.textPolicy, harmlessTexts, turnedSearch }, search, () =>
    progress.increment(),
  );
};

/** A copy on which nothing is left that is to be held gets its place; any other is deleted. */
const finish = async (input: string, copy: DeidentifiedFile, run: Run): Promise<FileReport> => {
  const { search, options, mappings, output } = run;
  const held = search === null ? null : await searchCopy(copy, search, options.holds);
  if (held !== null) {
    rmSync(copy.path);
    const { code, where, texts } = held;
    return { input, error: code, message: new CodedError(code, where).message, texts };
  }
  mappings.add(copy);
  const place = join(output, copy.output);
  mkdirSync(dirname(place), { recursive: true });
  renameSync(copy.path, place);
  return { input, output: copy.output, actions: copy.actions, pixels: copy.pixels };
};

const deidentify = async (
  path: string,
  input: string,
  known: KnownOfStudies,
  found: FoundRegions | null,
  run: Run,
): Promise<FileReport> => {
  const answer: FileAnswer =
    found !== null && 'error' in found
      ? { ok: false, code: found.error.code, where: found.error.where }
      : await run.files.run({
          kind: 'deidentify',
          path,
          known: known.knownOf(path),
          found: found?.regions ?? null,
        });
  if (answer.ok && 'file' in answer) return finish(input, answer.file, run);
  const { code, where } = answer.ok ? { code: 'FILE_FAILED' as const, where: null } : answer;
  return { input, error: code, message: new CodedError(code, where).message };
};

/** A run whose results could not be written is not begun. @throws CodedError FILE_FAILED */
const checkResultFiles = ({ uidMap, patientMap, report }: RunOptions): void => {
  for (const path of [uidMap, patientMap, report]) {
    if (path === undefined) continue;
    try {
      mkdirSync(dirname(path), { recursive: true });
      closeSync(openSync(path, 'a', 0o600));
    } catch (cause) {
      throw new CodedError('FILE_FAILED', path, { cause });
    }
  }
};

const writeResults = (options: RunOptions, mappings: Mappings, report: RunReport): void => {
  if (options.uidMap !== undefined) mappings.writeUids(options.uidMap);
  if (options.patientMap !== undefined) mappings.writePatients(options.patientMap);
  if (options.report !== undefined) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
};

/**
 * De-identifies every DICOM file of the input into the output folder, several at once. A file that is refused, fails, or shows text
 * that is left after redaction is told and passed over; nothing half-done is left of it.
 *
 * @throws CodedError INPUT_NOT_FOUND, OUTPUT_HOLDS_INPUT, KEY_…, PROFILE_…, REGIONS_INVALID, FILE_FAILED, PSEUDONYM_COLLISION
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
  const pseudonyms = pseudonymSettings(options);
  const { root, files, others } = findInputs(input, output);
  // Here too: a mistake in the key, the mapping or the vault ends the run before it begins.
  filePseudonyms(readKey(options.key), pseudonyms);
  checkResultFiles(options);
  mkdirSync(output, { recursive: true });
  const unfinished = join(resolve(output), UNFINISHED);
  const settings: RunSettings = {
    profile: options.profile,
    keyFile: options.key,
    pseudonyms,
    unfinishedFolder: openProcessFolder(unfinished),
    regionFile,
  };
  const takeBack = onInterruption(() => closeProcessFolder(unfinished));
  const isSearched = options.pixels && options.search;
  const run: Run = {
    options,
    profile,
    output: resolve(output),
    files: new Piscina({
      filename: THREAD_MODULE,
      workerData: settings,
      minThreads: 1,
      maxThreads: options.jobs,
    }),
    search: isSearched ? openSearchPool(options.jobs) : null,
    mappings: new Mappings(options.issuer),
    progress: new SingleBar({ noTTYOutput: false, stream: process.stderr }, Presets.shades_classic),
  };
  run.progress.start(isSearched ? 2 * files.length : files.length, 0);
  try {
    const known = await readStudies(files, run);
    const found = await searchOriginals(files, run);
    const reports = await Promise.all(
      files.map(async (path) => {
        const report = await deidentify(path, relative(root, path), known, found?.get(path) ?? null, run);
        run.progress.increment();
        return report;
      }),
    );
    const report = runReportOf(reports, {
      product: `${PRODUCT.name} ${PRODUCT.version}`,
      profile: profile.name,
      overrides: [...profile.overrides.values()],
      pixels: isSearched ? 'searched' : regionFile === null ? 'left out' : 'given regions',
      others,
    });
    writeResults(options, run.mappings, report);
    return report;
  } finally {
    run.progress.stop();
    await Promise.all([run.files.destroy(), run.search?.close()]);
    closeProcessFolder(unfinished);
    takeBack();
  }
};

import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_PRESET, PRESETS } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { MOST_SHIFT_WEEKS } from '../projects/projectFile.ts';
import { ensureKey } from '../pseudonyms/keyFile.ts';
import { deidentifyFiles } from './deidentifyFiles.ts';
import { examples } from './examples.ts';
import { EXIT } from './exitCodes.ts';
import type { RunOptions } from './runOptions.ts';

const DEFAULT_KEY_FILE = 'pseudonymize.key';

const positive = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('a whole number from 1 is needed.');
  return value;
};

const shiftWeeks = (text: string): number => {
  const weeks = positive(text);
  if (weeks > MOST_SHIFT_WEEKS) throw new InvalidArgumentError(`${MOST_SHIFT_WEEKS} at most.`);
  return weeks;
};

const exitCodeOf = (failed: number, held: number): number => {
  if (failed > 0) return EXIT.someFailed;
  return held > 0 ? EXIT.someHeld : EXIT.allDone;
};

const run = async (
  input: string,
  output: string,
  options: RunOptions & { readonly json: boolean },
): Promise<void> => {
  try {
    ensureKey(options.key);
    const report = await deidentifyFiles(input, output, options);
    const { deidentified, failed, held, files } = report;
    for (const file of files)
      if ('error' in file) console.error(`${file.input}: ${file.error}: ${file.message}`);
    console.error(
      `${deidentified} de-identified, ${failed} refused or failed, ${held} held for text that is left.`,
    );
    if (options.json) console.log(JSON.stringify(report, null, 2));
    process.exitCode = exitCodeOf(failed, held);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exitCode = EXIT.notStarted;
  }
};

/** `pseudonymize deidentify INPUT OUTPUT`: the engine without Orthanc, on files and folders. */
export const deidentifyCommand = (): Command =>
  new Command('deidentify')
    .description(
      'De-identifies DICOM files, folders and DICOMDIR trees into OUTPUT, by patient, study and series.',
    )
    .argument('<input>', 'a DICOM file, a folder, or a DICOMDIR')
    .argument('<output>', 'a folder; made where it is not there')
    .option('--profile <name|file>', `${Object.keys(PRESETS).join(', ')}, or a JSON file`, DEFAULT_PRESET)
    .option('--key <file>', 'the key of the project; made where it is not there', DEFAULT_KEY_FILE)
    .option('--issuer <issuer>', 'the issuer of Patient IDs where an object names none', '')
    .addOption(
      new Option('--patient-names <kind>', 'what patients are called: names fit the sex, neutral ones any')
        .choices(['names', 'neutral', 'codes'])
        .default('names'),
    )
    .addOption(
      new Option('--pseudonyms <kind>', 'of patients: derived from the key, or random and kept in the vault')
        .choices(['derived', 'random'])
        .default('derived'),
    )
    .option(
      '--replace-with-mapping <file>',
      'your own pseudonyms of patients: CSV, id_old,id_new[,issuer][,name_new]',
    )
    .option('--vault <folder>', 'keeps who became whom there, encrypted under the key')
    .option(
      '--name-memory <folder>',
      'remembers there, encrypted, which sex the name of each patient fits (default: beside the key, KEY.names)',
    )
    .option('--max-shift-weeks <n>', 'the largest shift of dates (default: 260)', shiftWeeks)
    .option('--uid-map <file>', 'writes original and new UIDs (id_old,id_new); identifying')
    .option('--patient-map <file>', 'writes original and new Patient IDs (id_old,id_new); identifying')
    .option('--json', 'prints what --report writes', false)
    .option('--report <file>', 'writes what became of each file, as JSON')
    .option('--jobs <n>', 'files at once', positive, Math.max(1, availableParallelism() - 1))
    .option('--regions <file>', 'blanks these places: JSON, as a job of the HTTP API has them')
    .addOption(
      new Option('--text-policy <policy>', 'what is blanked of the text that is found')
        .choices(['all-text', 'keep-harmless'])
        .default('all-text'),
    )
    .addOption(
      new Option(
        '--holds <policy>',
        'which text that is still found on a redacted image holds its copy back: it is not written',
      )
        .choices(['identifying', 'all-text', 'off'])
        .default('identifying'),
    )
    .option('--no-search', 'does not search for burned-in text: only the given regions are blanked')
    .option('--no-pixels', 'leaves pixels as they are, and claims nothing of them')
    .addHelpText(
      'after',
      examples(
        ['a folder, under a key that is made if need be', 'deidentify scans/ copies/'],
        [
          'under the key of a study group, headers only, and who became whom for the trusted third party',
          'deidentify scans/ copies/ --key group.key --no-pixels --patient-map patients.csv --uid-map uids.csv',
        ],
      ),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 every file was de-identified; 1 some were refused or failed; 2 nothing was started; 3 all but some copies that are held back for text on their images; 130, 143 interrupted: what was finished is there and whole, and the same command completes the rest.',
    )
    .action(run);

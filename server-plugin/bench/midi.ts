// `npm run bench:midi [SET] [-- --text-policy keep-harmless | --true-regions | --no-pixels]`: the command line on a set of planted
// identifiers, scored by the scorer beside the set; with a search for text, with the regions of the text that must be hidden, or with
// pixels left out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from '../src/cli/exitCodes.ts';
import { writeTrueRegions } from './trueRegions.ts';

/** Beside the checkout, used in place. */
const DEFAULT_SET = join(import.meta.dirname, '../../../shared/bench/midi-like/set1');
const COMMAND = join(import.meta.dirname, '../src/cli/main.ts');
/** The Options that the default profile claims, as the scorer names them. */
const CLAIMED = [
  'retainPatientCharacteristics',
  'cleanDescriptors',
  'cleanStructuredContent',
  'retainSafePrivate',
];
/** The distribution's Python has the scorer's libraries. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
/** Refused on purpose. */
const REFUSED_KINDS = 'PDF';

const { values, positionals } = parseArgs({
  options: {
    'true-regions': { type: 'boolean', default: false },
    'no-pixels': { type: 'boolean', default: false },
    'text-policy': { type: 'string', default: 'all-text' },
  },
  allowPositionals: true,
});

/** The scorer then asks for text that tells nothing about a person. */
const keptTexts = values['text-policy'] === 'keep-harmless' ? ['phiOnly'] : [];

const run = (command: string, args: readonly string[]): number =>
  spawnSync(command, args, { stdio: 'inherit' }).status ?? -1;

const pixelOptions = (set: string, folder: string): readonly string[] => {
  if (values['no-pixels']) return ['--no-pixels'];
  if (!values['true-regions']) return ['--text-policy', values['text-policy']];
  const regions = join(folder, 'regions.json');
  writeTrueRegions(set, regions);
  return ['--no-search', '--regions', regions];
};

const score = (set: string, folder: string): number => {
  const [output, uidMap, patientMap, key] = ['out', 'uid.csv', 'pat.csv', 'key'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const maps = ['--uid-map', uidMap, '--patient-map', patientMap];
  const status = run(process.execPath, [
    ...process.execArgv,
    ...[
      COMMAND,
      'deidentify',
      join(set, 'input'),
      output,
      ...pixelOptions(set, folder),
      '--key',
      key,
      ...maps,
    ],
  ]);
  // What is refused or held the scorer misses.
  if (!([EXIT.allDone, EXIT.someFailed, EXIT.someHeld] as readonly number[]).includes(status)) return status;
  const scorer = join(dirname(set), 'score.py');
  const claims = ['--profile', [...CLAIMED, ...keptTexts].join(','), '--allow-missing', REFUSED_KINDS];
  return run(PYTHON, [scorer, set, output, '--uid', uidMap, '--pat', patientMap, ...claims, '-v']);
};

const set = resolve(positionals[0] ?? DEFAULT_SET);
if (existsSync(join(set, 'answer_key.json'))) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-midi-'));
  try {
    process.exitCode = score(set, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  console.error('There is no benchmark set: give its folder.');
  process.exitCode = 2;
}

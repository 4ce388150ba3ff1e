// `npm test`: sets the machine up, checks types and style, runs every test, and ends with one line of counts.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '../server-plugin/src/queue/database.ts';
import { installPackages } from '../server-plugin/src/start/packages.ts';
import { MADE_DATABASE } from './madeDatabase.ts';
import { SHARED_FOLDER_PRESENT } from './sharedFolder.ts';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'pseudonymize-test-'));

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

/** A check that is not a test file counts as one test; what it prints comes in one piece, so that several can run at once. */
const check = async (name: string, command: string, args: readonly string[]): Promise<Counts> => {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => printed.push(data));
  const status = await once(child, 'close').then(
    ([code]: readonly unknown[]) => code,
    (error: unknown) => {
      printed.push(Buffer.from(`${String(error)}\n`));
      return null;
    },
  );
  const ok = status === 0;
  console.log(`\n== ${name}\n${Buffer.concat(printed).toString()}${ok ? 'ok' : 'FAILED'}: ${name}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
};

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const tests = (folder: string, options: readonly string[]): Counts => {
  console.log(`\n== ${folder}`);
  const report = join(scratch, `${folder.replaceAll('/', '-')}.json`);
  const ok = run('vitest', [
    'run',
    folder,
    // A line for each file, and every failure in full.
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...options,
  ]);
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    // A file that does not even load has no failed test, yet it has failed.
    const unloaded = counts.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
    ).length;
    const failed = Math.max(counts.numFailedTests + unloaded, ok ? 0 : 1);
    return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests };
  } catch {
    console.log(`FAILED: ${folder} left no report`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

/** What many starts would each take seconds for is done once: the database, and the compilation of modules. */
const prepare = async (): Promise<void> => {
  const folder = join(scratch, 'database');
  await (await openPglite(folder)).close();
  process.env[MADE_DATABASE] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(scratch, 'modules');
};

const main = async (): Promise<number> => {
  installPackages([
    'orthanc',
    'orthanc-dicomweb',
    'chromium',
    'dcmtk',
    'dicom3tools',
    'libopenjp2-tools',
    'libgdcm-tools',
    'orthanc-python',
    'postgresql',
    'unzip',
  ]);
  await prepare();
  // They wait for other processes more than they compute.
  const twoAtATime = ['--maxWorkers=2'];
  const counts = [
    ...(await Promise.all([
      check('types', 'tsc', ['-b']),
      check('style', 'eslint', ['.']),
      check('format', 'prettier', ['--check', '--log-level=warn', '.']),
      check('build', 'npm', ['run', '--silent', 'build']),
    ])),
    tests('test/unit', []),
    tests('test/integration', twoAtATime),
    tests('test/browser', twoAtATime),
  ];
  const sum = (key: keyof Counts): number => counts.reduce((total, count) => total + count[key], 0);
  if (!SHARED_FOLDER_PRESENT)
    console.log('\nTests on real files were skipped: no folder of real files beside the checkout.');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

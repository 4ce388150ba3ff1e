// `npm run bench:engine`: what reading, planning and splicing costs, beside dcmjs' read and write of the same files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBenchFile } from './benchFiles.ts';
import { measure, type Measurement, type Subject } from './measurements.ts';

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;
/** 0.5 MiB a frame: 1 GiB. */
const FRAMES_OF_LARGE = 2048;
/** What dcmjs takes for one gigabyte, and some to spare. */
const DCMJS_MEMORY_BYTES = 10 * GIBIBYTE;

interface Row {
  readonly name: string;
  readonly subject: Subject;
  readonly input: string;
  readonly runs: number;
}

const inOwnProcess = ({ subject, input, runs }: Row, output: string): Measurement | null => {
  const child = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, subject, input, output, String(runs)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return child.status === 0 ? (JSON.parse(child.stdout) as Measurement) : null;
};

const format = (name: string, measurement: Measurement | null): string => {
  const columns =
    measurement === null
      ? ['failed', '']
      : [`${measurement.medianMs.toFixed(2)} ms`, `${(measurement.memoryBytes / MEBIBYTE).toFixed(0)} MiB`];
  return [name.padEnd(44), ...columns.map((column) => column.padStart(14))].join('');
};

const report = (rows: readonly Row[], output: string): void => {
  const medians = new Map<Subject, number>();
  console.log(
    [
      'Read, plan and splice, or read and write'.padEnd(44),
      'median'.padStart(14),
      'memory'.padStart(14),
    ].join(''),
  );
  for (const row of rows) {
    const measurement = inOwnProcess(row, output);
    if (measurement !== null) medians.set(row.subject, measurement.medianMs);
    console.log(format(row.name, measurement));
  }
  const [engine, dcmjs] = [medians.get('engineInMemory'), medians.get('dcmjsInMemory')];
  if (engine !== undefined && dcmjs !== undefined) {
    console.log(`\nOn the CT the engine takes 1/${(dcmjs / engine).toFixed(0)} of the time of dcmjs.`);
  }
};

const main = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
  try {
    const [ct, large, output] = [
      join(folder, 'ct.dcm'),
      join(folder, 'large.dcm'),
      join(folder, 'output.dcm'),
    ];
    writeBenchFile(ct, 1);
    writeBenchFile(large, FRAMES_OF_LARGE);
    const rows: readonly Row[] = [
      { name: 'CT of 0.5 MiB in memory: engine', subject: 'engineInMemory', input: ct, runs: 1000 },
      { name: 'CT of 0.5 MiB in memory: dcmjs', subject: 'dcmjsInMemory', input: ct, runs: 100 },
      { name: 'Multi-frame of 1 GiB, file to file: copy', subject: 'plainCopy', input: large, runs: 3 },
      { name: 'Multi-frame of 1 GiB, file to file: engine', subject: 'engineOnFiles', input: large, runs: 3 },
      { name: 'Multi-frame of 1 GiB, file to file: dcmjs', subject: 'dcmjsOnFiles', input: large, runs: 1 },
    ];
    const enough = freemem() > DCMJS_MEMORY_BYTES;
    report(enough ? rows : rows.slice(0, -1), output);
    if (!enough) console.log('dcmjs was not run on the large file: it takes 7 GB of memory.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [subject, input, output, runs] = process.argv.slice(2);
if (subject === undefined) main();
else console.log(JSON.stringify(measure(subject as Subject, input ?? '', output ?? '', Number(runs))));

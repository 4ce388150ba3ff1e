import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Product, textOfJson } from '../product.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'pseudonymize-restart-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));

const PATIENT_NAME = '00100010';
const PATIENT_ID = '00100020';
const STUDY_DATE = '00080020';
const STUDY_INSTANCE_UID = '0020000D';

test('two studies of one patient, in separate jobs with a restart of everything between them, stay one patient', async () => {
  let product = await Product.start(dataFolder);
  const originals = await product.studies();
  const byPatient = Map.groupBy(originals, (study) => textOfJson(study, PATIENT_ID));
  const twoStudies = [...byPatient.values()].find((studies) => studies.length >= 2);
  const [first, second] = twoStudies ?? [];
  if (first === undefined || second === undefined)
    throw new Error('the demo has no patient with two studies');

  const copies: (typeof first)[] = [];
  for (const study of [first, second]) {
    const job = await product.deidentify({
      studyInstanceUID: textOfJson(study, STUDY_INSTANCE_UID),
      regions: [],
    });
    expect(job).toMatchObject({ state: 'completed', error: null });
    const [copy] = await product.studies(`?StudyInstanceUID=${job.copy?.studyInstanceUID ?? ''}`);
    if (copy === undefined) throw new Error('the copy is not stored');
    copies.push(copy);
    expect(await product.stop()).toBe(0);
    product = await Product.start(dataFolder);
  }

  const [firstCopy, secondCopy] = copies;
  if (firstCopy === undefined || secondCopy === undefined) throw new Error('two copies are expected');
  for (const attribute of [PATIENT_NAME, PATIENT_ID]) {
    expect(textOfJson(firstCopy, attribute)).toBe(textOfJson(secondCopy, attribute));
    expect(textOfJson(firstCopy, attribute)).not.toBe(textOfJson(first, attribute));
  }
  const day = (study: typeof first): number => {
    const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(textOfJson(study, STUDY_DATE)) ?? [];
    return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000;
  };
  expect(day(secondCopy) - day(firstCopy)).toBe(day(second) - day(first));
  expect(day(firstCopy)).toBeLessThan(day(first));

  const after = await product.studies();
  expect(after).toHaveLength(originals.length + 2);
  for (const original of originals) {
    expect(after.map((study) => textOfJson(study, STUDY_INSTANCE_UID))).toContain(
      textOfJson(original, STUDY_INSTANCE_UID),
    );
  }
  expect(await product.stop()).toBe(0);
});

/** The processes whose command line names a file. */
const processesOf = (path: string): readonly number[] =>
  readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(path) ? [Number(entry)] : [];
    } catch {
      return [];
    }
  });

test('a bridge that was killed is started again while its Orthanc has not ended yet, and waits for that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-killed-'));
  const configuration = join(folder, 'orthanc', 'orthanc.json');
  const killed = await Product.start(folder);
  const [orthanc = 0, ...others] = processesOf(configuration);
  expect(others).toEqual([]);
  process.kill(orthanc, 'SIGSTOP');
  await killed.kill();

  const starting = Product.start(folder);
  await expect.poll(() => processesOf(configuration).length, { timeout: 60_000 }).toBe(2);
  process.kill(orthanc, 'SIGCONT');
  const product = await starting;
  expect(processesOf(configuration)).not.toContain(orthanc);
  expect((await product.studies()).length).toBeGreaterThan(0);
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

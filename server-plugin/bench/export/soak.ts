// `npm run bench:soak`: many instances through a real Orthanc, PostgreSQL and two workers, of which one is killed half-way.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallStudies } from '../../../test/synthetic/smallStudies.ts';
import { startEmbeddedOrthanc } from '../../src/orthanc/embeddedOrthanc.ts';
import { OrthancClient } from '../../src/orthanc/orthancClient.ts';
import { forEachConcurrently } from '../../src/jobs/concurrency.ts';
import { Fleet } from './fleet.ts';

const [instancesAsked = '20000'] = process.argv.slice(2);
const INSTANCES_OF_A_STUDY = 20;
const STUDIES = Math.ceil(Number(instancesAsked) / INSTANCES_OF_A_STUDY);
const INSTANCES = STUDIES * INSTANCES_OF_A_STUDY;
const CONCURRENCY = 4;
/** Every so many copies one is compared with its hash in the report. */
const COMPARED_EVERY = 50;
const NAME = 'soak';

const tell = (text: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);

/** The memory that a process has taken at most, in MiB; Linux only. */
const peakMemory = (pid: number): string =>
  /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-soak-'));
const orthanc = await startEmbeddedOrthanc(folder, () => tell('Orthanc has ended and is started again'));
const client = new OrthancClient(orthanc.access);
const fleet = await Fleet.start(orthanc.access);
try {
  const originals = new Set<string>();
  for (let at = 1; at <= STUDIES; at++) {
    for (const { files } of smallStudies(`soak${at}`, 1, INSTANCES_OF_A_STUDY))
      await forEachConcurrently(files, CONCURRENCY, async (bytes) => {
        await client.store(bytes);
      });
  }
  for (const study of await client.searchStudies({})) originals.add(study);
  tell(`${INSTANCES} instances of ${originals.size} studies are in Orthanc`);

  await fleet.addWorker('one');
  const survivor = await fleet.addWorker('two');
  const start = performance.now();
  await fleet.ask(NAME, { PatientID: 'QX-soak*' });
  await fleet.until(NAME, ({ studies }) => studies.completed >= STUDIES / 2);
  tell('half is done: a worker is killed, and another one comes');
  await fleet.killWorker('one');
  await fleet.addWorker('three');
  const ended = await fleet.until(NAME, ({ endedAt }) => endedAt !== null);
  const seconds = (performance.now() - start) / 1000;
  tell(`ended after ${seconds.toFixed(0)} s, ${(INSTANCES / seconds).toFixed(0)} instances/s`);
  tell(`the worker that lived through all of it took at most ${Number(peakMemory(survivor)) >> 10} MiB`);

  const report = await fleet.report(NAME);
  const reported = new Map(report.outputs.map(({ sopInstanceUID, sha256 }) => [sopInstanceUID, sha256]));
  const copies: { readonly id: string; readonly uid: string }[] = [];
  for (const study of await client.searchStudies({}))
    if (!originals.has(study))
      for (const { id, sopInstanceUID } of await client.instancesOf(study))
        copies.push({ id, uid: sopInstanceUID });
  const distinct = new Set(copies.map(({ uid }) => uid));
  let different = 0;
  for (const { id, uid } of copies.filter((_, index) => index % COMPARED_EVERY === 0)) {
    const hash = createHash('sha256')
      .update(await client.file(id))
      .digest('hex');
    if (hash !== reported.get(uid)) different++;
  }
  const missing = [...reported.keys()].filter((uid) => !distinct.has(uid)).length;
  tell(
    `studies completed ${ended.studies.completed}, failed ${ended.studies.failed}; copies ${copies.length}, twice ${copies.length - distinct.size}, ` +
      `missing ${INSTANCES - distinct.size}, in the report ${reported.size}, of those not stored ${missing}, with another hash ${different}`,
  );
  const isExact = copies.length === INSTANCES && distinct.size === INSTANCES && reported.size === INSTANCES;
  process.exitCode = isExact && missing === 0 && different === 0 ? 0 : 1;
  tell(process.exitCode === 0 ? `exactly ${INSTANCES} copies` : 'FAILED');
} finally {
  await fleet.stop();
  await orthanc.stop();
  rmSync(folder, { recursive: true });
}

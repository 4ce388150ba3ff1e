// One series of CT slices through the bridge, beside Orthanc's own anonymisation and a bare copy, in turns.
import { Agent, request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRequest } from '@pseudonymize-redact/core/contract';
import { forEachConcurrently } from '../../src/jobs/concurrency.ts';
import { isFinal } from '../../src/jobs/jobRecord.ts';
import { startEmbeddedOrthanc } from '../../src/orthanc/embeddedOrthanc.ts';
import { openBridge } from './bridgeParts.ts';
import { ctSlice, renamed, studyUid, uidStem } from './ctSeries.ts';

const ORIGINAL = 1;
const COPY = 2;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** @returns the ratios that are promised: against Orthanc's anonymisation, against the bare copy */
export const benchSeries = async (instances: number, rounds: number, concurrency: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
  const orthanc = await startEmbeddedOrthanc(join(folder, 'orthanc'), () => undefined);
  const bridge = await openBridge(join(folder, 'bridge'), orthanc.access);
  const agent = new Agent({ keepAlive: true, agentKeepAliveTimeoutBuffer: 250 });

  /** Node's own HTTP client: nothing that a bare copy could do without. */
  const call = (method: string, path: string, body?: Buffer | string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        orthanc.access.url + path,
        {
          method,
          agent,
          headers: { ...orthanc.access.headers, 'content-length': Buffer.byteLength(body ?? '') },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve(Buffer.concat(chunks)));
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  const deleteStudy = async (uid: string | null): Promise<void> => {
    const study = uid === null ? null : await bridge.orthanc.findStudy(uid);
    if (study !== null) await call('DELETE', `/studies/${study}`);
  };

  try {
    const slice = ctSlice();
    for (let at = 1; at <= instances; at++) await bridge.orthanc.store(renamed(slice, ORIGINAL, at));
    const study = await bridge.orthanc.findStudy(studyUid(ORIGINAL));
    if (study === null) throw new Error('the series is not stored');
    const originals = await bridge.orthanc.instancesOf(study);
    const [series] = await bridge.orthanc.seriesOf(study);
    await bridge.worker.start();

    const anonymize = async (): Promise<string> => {
      const body = JSON.stringify({ Synchronous: true });
      const answer = await call('POST', `/series/${series?.id ?? ''}/anonymize`, body);
      return (JSON.parse(answer.toString()) as { ParentPatient?: string; PatientID: string }).PatientID;
    };
    /** Under another study and series, in place: Orthanc then stores it as another instance, and it costs next to nothing. */
    const patched = (file: Buffer): Buffer => {
      for (const kind of [1, 2, 3]) {
        const [from, to] = [uidStem(kind, ORIGINAL), uidStem(kind, COPY)];
        for (let at = file.indexOf(from); at >= 0; at = file.indexOf(from, at + 1))
          file.write(to, at, 'latin1');
      }
      return file;
    };
    const bareCopy = () =>
      forEachConcurrently(originals, concurrency, async ({ id }) => {
        await call('POST', '/instances', patched(await call('GET', `/instances/${id}/file`)));
      });
    const throughBridge = async (): Promise<string | null> => {
      const { id } = await bridge.jobs.create(
        JobRequest.parse({ studyInstanceUID: studyUid(ORIGINAL), regions: [] }),
      );
      const last = await new Promise<Awaited<ReturnType<typeof bridge.jobs.get>>>((resolve) => {
        const end = bridge.jobs.follow(id, (record) => {
          if (!isFinal(record)) return;
          end();
          resolve(record);
        });
      });
      if (last.state !== 'completed') throw new Error(`the job ended: ${last.errorCode ?? ''}`);
      return last.copyStudyInstanceUID;
    };

    const times = { anonymize: [] as number[], copy: [] as number[], bridge: [] as number[] };
    // The first round warms everything up and is not counted.
    for (let round = 0; round <= rounds; round++) {
      if (round === 1) for (const of of Object.values(times)) of.length = 0;
      let patient = '';
      times.anonymize.push(await seconds(async () => (patient = await anonymize())));
      await call('DELETE', `/patients/${patient}`);
      times.copy.push(await seconds(bareCopy));
      await deleteStudy(studyUid(COPY));
      let copy: string | null = null;
      times.bridge.push(await seconds(async () => (copy = await throughBridge())));
      await deleteStudy(copy);
    }
    const rate = (of: readonly number[]): number => instances / median(of);
    const [own, bare, ours] = [rate(times.anonymize), rate(times.copy), rate(times.bridge)];
    console.log(`${instances} CT slices of 0.5 MB, header only, median of ${rounds} rounds in turns:`);
    console.log(`  Orthanc's /anonymize        ${own.toFixed(0).padStart(5)} instances/s`);
    console.log(`  bare GET + POST, ${concurrency} at once  ${bare.toFixed(0).padStart(5)} instances/s`);
    console.log(`  through the bridge          ${ours.toFixed(0).padStart(5)} instances/s`);
    console.log(
      `  bridge / anonymize ${(ours / own).toFixed(2)} (goal 1.00)   bridge / copy ${(ours / bare).toFixed(2)} (goal 0.90)`,
    );
  } finally {
    await bridge.close();
    await orthanc.stop();
    agent.destroy();
    rmSync(folder, { recursive: true });
  }
};

// A multi-frame object of 1 GiB through the bridge: Orthanc, a job, its threads, the copy in Orthanc.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Job, ROUTES, type JobRequestInput } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import { basicAuthorization } from '../src/config/config.ts';
import { OrthancClient } from '../src/orthanc/orthancClient.ts';
import { BENCH_SERIES, BENCH_STUDY, writeBenchFile } from './benchFiles.ts';

/** What `npm start` runs. */
const START = join(import.meta.dirname, '../bin/start.js');
/** Of 0.5 MiB. */
export const FRAMES_OF_1_GIB = 2048;
const POLL_MS = 500;

export interface LargeObject {
  readonly seconds: number;
  /** The most memory that the bridge's process held, Orthanc's not counted. */
  readonly peakBytes: number;
  /** What it held before the job. */
  readonly idleBytes: number;
  /** The most until then: the first start makes the database. */
  readonly startPeakBytes: number;
}

/** Linux tells in kibibytes. */
const memoryOf = (pid: number, key: 'VmHWM' | 'VmRSS'): number => {
  const [, kibibytes] =
    new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
};

const addressOf = async (bridge: ChildProcess): Promise<string> => {
  if (bridge.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: bridge.stdout })) {
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address.replace(/\/$/, '');
  }
  throw new Error('the bridge has ended');
};

const orthancIn = (folder: string): OrthancClient => {
  const configuration = z
    .object({ HttpPort: z.int(), RegisteredUsers: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(folder, 'orthanc', 'orthanc.json'), 'utf8')));
  const [[user, password] = ['', '']] = Object.entries(configuration.RegisteredUsers);
  const url = `http://127.0.0.1:${configuration.HttpPort}`;
  return new OrthancClient({ url, headers: basicAuthorization(user, password) });
};

const finished = async (address: string): Promise<Job> => {
  const request: JobRequestInput = {
    studyInstanceUID: BENCH_STUDY,
    regions: [{ scope: { seriesInstanceUID: BENCH_SERIES }, box: [0, 0, 512, 40] }],
  };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address + ROUTES.jobs, {
    method: 'POST',
    headers,
    body: JSON.stringify(request),
  });
  let job = Job.parse(await answer.json());
  while (job.state !== 'completed') {
    if (job.error !== null) throw new Error(job.error.code);
    await wait(POLL_MS);
    job = Job.parse(await (await fetch(address + ROUTES.job.replace(':job', job.id))).json());
  }
  return job;
};

/** @param holds of the project: whether the copy is searched for text too */
export const measureLargeObject = async (
  holds: 'off' | 'identifying',
  frames = FRAMES_OF_1_GIB,
): Promise<LargeObject> => {
  const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-large-'));
  const project = { id: 'default', name: 'Default project', keyFile: 'keys/default.key', holds };
  writeFileSync(join(folder, 'projects.json'), JSON.stringify([project]));
  const environment = { PORT: '0', PSEUDONYMIZE_DATA: folder, DEMO_STUDIES: 'no' };
  const bridge = spawn(process.execPath, [START], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(bridge);
    const { pid = 0 } = bridge;
    const large = join(folder, 'large.dcm');
    writeBenchFile(large, frames);
    await orthancIn(folder).storeFile(large);
    const [idleBytes, startPeakBytes] = [memoryOf(pid, 'VmRSS'), memoryOf(pid, 'VmHWM')];
    // From here on the peak is that of the job.
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const start = performance.now();
    const { report } = await finished(address);
    const seconds = (performance.now() - start) / 1000;
    if (report.frames !== frames) throw new Error(`${report.frames} frames were redacted`);
    return { seconds, peakBytes: memoryOf(pid, 'VmHWM'), idleBytes, startPeakBytes };
  } finally {
    const ended = once(bridge, 'exit');
    bridge.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
};

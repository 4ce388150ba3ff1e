// A bridge that dies while copies are made again for what a later instance has told, and one that takes the job up.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Job, ROUTES } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startEmbeddedOrthanc,
  type EmbeddedOrthanc,
} from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { OrthancClient } from '../../server-plugin/src/orthanc/orthancClient.ts';
import { initializeProjects } from '../../server-plugin/src/projects/projectFile.ts';
import { Service } from '../commandLine.ts';
import { buildPart10 } from '../synthetic/buildPart10.ts';
import { openPart10 } from '../synthetic/openPart10.ts';
import { ctElements, valueIn } from '../unit/core/deidentification/deidentified.ts';

const CHECK_MS = 200;
const ENDED: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);
const STUDY = '1.2.3.79';
const INSTANCES = 9;
/** Neither the first nor the smallest of its series, so that it is not asked before the copies are made. */
const TELLING = 7;

const instance = (number: number): Uint8Array =>
  buildPart10({
    elements: ctElements({
      SOPInstanceUID: `${STUDY}.1.${number}`,
      StudyInstanceUID: STUDY,
      SeriesInstanceUID: `${STUDY}.1`,
      Modality: 'CT',
      InstanceNumber: String(number),
      SeriesDescription: 'CHEST grace',
      ...(number === TELLING
        ? { ReferringPhysicianName: 'Grace^Ada', SoftwareVersions: 'longer than the others' }
        : {}),
    }),
  });

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-resumed-'));
const dataFolder = join(root, 'data');
let orthanc: EmbeddedOrthanc;

/** Between the bridge and Orthanc: leaves unanswered who asks for a file again once each has been asked for, until it is opened. */
class Gate {
  readonly #asked = new Set<string>();
  readonly #server = createServer((request, response) => {
    const { url = '', method, headers } = request;
    const file = /^\/instances\/[^/]+\/file$/.test(url);
    if (file && this.#asked.has(url) && this.#asked.size === INSTANCES && !this.#isOpen) {
      this.#reached.resolve(true);
      return;
    }
    if (file) this.#asked.add(url);
    const target = new URL(url, orthanc.access.url);
    const onward = forward(target, { method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    // The bridge that was killed takes its connections with it.
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  readonly #reached = Promise.withResolvers<true>();
  #isOpen = false;

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get reached(): Promise<true> {
    return this.#reached.promise;
  }

  open(): void {
    this.#isOpen = true;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const gate = new Gate();
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  mkdirSync(dataFolder);
  const project = { id: 'default', name: 'Default', keyFile: 'default.key', search: 'none', holds: 'off' };
  writeFileSync(join(dataFolder, 'projects.json'), JSON.stringify([project]));
  initializeProjects(dataFolder);
  orthanc = await startEmbeddedOrthanc(join(root, 'orthanc'), () => undefined);
  environment = {
    ORTHANC_URL: await gate.start(),
    ORTHANC_TOKEN_HEADER: `authorization: ${orthanc.access.headers['authorization'] ?? ''}`,
    PSEUDONYMIZE_DATA: dataFolder,
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const client = new OrthancClient(orthanc.access);
  for (let number = 1; number <= INSTANCES; number++) await client.store(instance(number));
});
afterAll(async () => {
  gate.stop();
  await orthanc.stop();
  rmSync(root, { recursive: true });
});

it('[DI-90] copies are cleaned of what was told after the first of them was made, whoever makes them in the end', async () => {
  const killed = await Service.start('serve', environment);
  const response = await fetch(killed.address + ROUTES.jobs, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: killed.address },
    body: JSON.stringify({ studyInstanceUID: STUDY, regions: [] }),
  });
  const { id } = Job.parse(await response.json());
  await gate.reached;
  await killed.kill();
  gate.open();

  const bridge = await Service.start('serve', environment);
  let job: Job;
  do {
    await wait(CHECK_MS);
    const answer = await fetch(bridge.address + ROUTES.job.replace(':job', id));
    job = Job.parse(await answer.json());
  } while (!ENDED.has(job.state));
  expect(job).toMatchObject({
    state: 'completed',
    error: null,
    instances: { done: INSTANCES, total: INSTANCES },
  });

  const client = new OrthancClient(orthanc.access);
  const copies = await client.instancesOf((await client.findStudy(job.copy?.studyInstanceUID ?? '')) ?? '');
  const descriptions = await Promise.all(
    copies.map(async (copy) => {
      const file = openPart10(await client.file(copy.id));
      return valueIn(file, file.dataset, 'SeriesDescription');
    }),
  );
  expect(descriptions).toEqual(Array.from({ length: INSTANCES }, () => 'CHEST'));
  await bridge.stop();
});

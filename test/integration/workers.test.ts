import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AdminJob, Export, ExportAnswer, type ExportRequestInput } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startEmbeddedOrthanc,
  type EmbeddedOrthanc,
} from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { OrthancClient } from '../../server-plugin/src/orthanc/orthancClient.ts';
import { initializeProjects } from '../../server-plugin/src/projects/projectFile.ts';
import { Service } from '../commandLine.ts';
import { Postgres } from '../postgres.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';

const CHECK_MS = 200;
const INSTANCES = 8;
const LARGE = smallStudies('large', 30, INSTANCES);
const LATE = smallStudies('late', 3, INSTANCES);

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-workers-'));
const folder = (name: string): string => join(root, name);
const projects = ['alpha', 'beta', 'night'].map((id) => ({
  id,
  name: id,
  keyFile: `keys/${id}.key`,
  ...(id === 'night'
    ? { workingHours: { from: '00:00', to: '00:00', days: [(new Date().getDay() + 3) % 7] } }
    : {}),
}));

let postgres: Postgres;
let orthanc: EmbeddedOrthanc;
let client: OrthancClient;
let bridge: Service;
const services: Service[] = [];

const environment = (name: string): Readonly<Record<string, string>> => ({
  DATABASE_URL: postgres.url,
  ORTHANC_URL: orthanc.access.url,
  ORTHANC_TOKEN_HEADER: `authorization: ${orthanc.access.headers['authorization'] ?? ''}`,
  PSEUDONYMIZE_DATA: folder(name),
  PORT: '0',
  BRIDGE_WORKS: 'no',
  LOG_LEVEL: 'error',
});

const start = async (command: 'serve' | 'worker', name: string): Promise<Service> => {
  const service = await Service.start(command, environment(name));
  services.push(service);
  return service;
};

const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(bridge.address + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(answer)}`);
  return answer;
};

const ask = async (request: ExportRequestInput): Promise<ExportAnswer> =>
  ExportAnswer.parse(await call('POST', '/api/exports', request));

const exported = async (name: string): Promise<Export> =>
  Export.parse(await call('GET', `/api/exports/${name}`));

const until = async (name: string, reached: (state: Export) => boolean): Promise<Export> => {
  for (;;) {
    const state = await exported(name);
    if (reached(state)) return state;
    await wait(CHECK_MS);
  }
};

const ended = (name: string): Promise<Export> => until(name, ({ endedAt }) => endedAt !== null);

beforeAll(async () => {
  mkdirSync(folder('bridge'));
  writeFileSync(join(folder('bridge'), 'projects.json'), JSON.stringify(projects));
  initializeProjects(folder('bridge'));
  // As an administrator brings projects and keys to other machines.
  for (const worker of ['one', 'two']) cpSync(folder('bridge'), folder(worker), { recursive: true });
  [postgres, orthanc] = await Promise.all([
    Postgres.start(),
    startEmbeddedOrthanc(folder('orthanc'), () => undefined),
  ]);
  client = new OrthancClient(orthanc.access);
  for (const { files } of [...LARGE, ...LATE]) for (const bytes of files) await client.store(bytes);
  bridge = await start('serve', 'bridge');
});

afterAll(async () => {
  for (const service of services) await service.stop();
  await Promise.all([postgres.stop(), orthanc.stop()]);
  rmSync(root, { recursive: true });
});

describe('a bridge on PostgreSQL with two workers', () => {
  test('a dry run tells what would be added and adds nothing', async () => {
    const answer = await ask({
      name: 'dry',
      project: 'alpha',
      dryRun: true,
      selection: {
        patientIDs: [LARGE[0]?.patientID ?? '', 'QX-large-0000?', 'NOBODY'],
        studyInstanceUIDs: [LARGE[0]?.studyInstanceUID ?? '', LATE[0]?.studyInstanceUID ?? '', '1.2.3'],
      },
    });
    expect(answer).toMatchObject({ found: 2, added: 2, known: 0, busy: 0, unknown: 3 });
    await expect(exported('dry')).rejects.toThrow('EXPORT_NOT_FOUND');
  });

  test('projects take turns, a click goes first, and a worker that is killed loses nothing', async () => {
    const all = await ask({
      name: 'many',
      project: 'alpha',
      selection: { query: { PatientID: 'QX-large-*' } },
    });
    expect(all).toMatchObject({ found: 30, added: 30, busy: 0 });
    const late = await ask({
      name: 'few',
      project: 'beta',
      selection: { query: { PatientID: 'QX-late-*' } },
    });
    expect(late).toMatchObject({ found: 3, added: 3 });
    const click = AdminJob.pick({ id: true }).parse(
      await call('POST', '/api/jobs', {
        project: 'beta',
        studyInstanceUID: LARGE[29]?.studyInstanceUID,
        regions: [],
      }),
    );

    // Ends when the job has: told by a worker to the bridge through the database.
    const events = fetch(`${bridge.address}/api/jobs/${click.id}/events`).then((response) => response.text());
    const doomed = await start('worker', 'one');
    await start('worker', 'two');
    await until('many', ({ studies }) => studies.completed >= 6);
    await doomed.kill();
    expect(await ended('few')).toMatchObject({ studies: { total: 3, completed: 3, failed: 0 } });
    expect(await ended('many')).toMatchObject({
      studies: { total: 30, completed: 30, failed: 0 },
      instances: { total: 240, done: 240 },
      errors: [],
    });

    expect((await events).trim().split('\n').at(-1)).toContain('"state":"completed"');

    // As workers took them from the queue: what one takes at once has one time, and begins in any order.
    const order = await postgres.query<{ id: string; project: string }>(
      `SELECT j.id, j.project FROM deidentification_job j JOIN pgboss.job q ON q.singleton_key = j.id::text
       ORDER BY q.started_on, j.rank`,
    );
    const begun = order.map(({ id, project }) => (id === click.id ? 'click' : project));
    expect(begun[0]).toBe('click');
    // Three of the late project come no later than the first eight of all: the turns of two projects, and two workers of two jobs.
    expect(begun.slice(0, 8).filter((project) => project === 'beta')).toHaveLength(3);
  });

  test('every copy is there once, in both projects, and originals are untouched', async () => {
    const studies = await client.searchStudies({});
    const counts = await Promise.all(studies.map(async (study) => (await client.instancesOf(study)).length));
    // 33 originals, 30 copies of alpha, 3 and 1 of beta.
    expect(counts).toEqual(Array.from({ length: 67 }, () => INSTANCES));
    for (const { studyInstanceUID } of LARGE) expect(await client.findStudy(studyInstanceUID)).not.toBeNull();
  });

  test('an export that is asked for again goes on where it is', async () => {
    const again = await ask({ name: 'many', project: 'alpha', selection: { query: {} } });
    expect(again).toMatchObject({ found: 67, known: 30, added: 37 });
    await expect(ask({ name: 'many', project: 'beta', selection: { query: {} } })).rejects.toThrow(
      'EXPORT_NAME_TAKEN',
    );
    await call('DELETE', '/api/exports/many');
    const { studies } = await ended('many');
    expect(studies.completed + studies.cancelled).toBe(67);
  });

  test('a project with working hours waits for them', async () => {
    await ask({ name: 'nightly', project: 'night', selection: { query: { PatientID: 'QX-late-*' } } });
    const [row] = await postgres.query<{ waits: boolean }>(
      `SELECT bool_and(q.start_after > now()) AS waits FROM pgboss.job q
       JOIN deidentification_job j ON j.id::text = q.singleton_key WHERE j.export_name = 'nightly'`,
    );
    expect(row).toEqual({ waits: true });
    expect(await exported('nightly')).toMatchObject({ studies: { created: 3, completed: 0 } });
  });

  test('a worker with another key is refused', async () => {
    cpSync(folder('bridge'), folder('stranger'), { recursive: true });
    writeFileSync(join(folder('stranger'), 'keys', 'alpha.key'), '0'.repeat(64), { mode: 0o600 });
    await expect(Service.start('worker', environment('stranger'))).rejects.toThrow(
      'The key of project alpha is not the one that its jobs were made with.',
    );
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  AdminJob,
  Export,
  ExportAnswer,
  Reidentification,
  REIDENTIFIER_HEADER,
  type ExportRequestInput,
} from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startEmbeddedOrthanc,
  type EmbeddedOrthanc,
} from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { OrthancClient } from '../../server-plugin/src/orthanc/orthancClient.ts';
import { initializeProjects } from '../../server-plugin/src/projects/projectFile.ts';
import { addReidentifier } from '../../server-plugin/src/vault/reidentifiers.ts';
import { Service } from '../commandLine.ts';
import { Postgres } from '../postgres.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';

const CHECK_MS = 200;
const INSTANCES = 8;
const LARGE = smallStudies('large', 30, INSTANCES);
const LATE = smallStudies('late', 3, INSTANCES);
/** Of one patient. */
const OFTEN = smallStudies('often', 6, 1, 1);

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-workers-'));
const folder = (name: string): string => join(root, name);
const projects = ['alpha', 'beta', 'night', 'dice'].map((id) => ({
  id,
  name: id,
  keyFile: `keys/${id}.key`,
  ...(id === 'night'
    ? { workingHours: { from: '00:00', to: '00:00', days: [(new Date().getDay() + 3) % 7] } }
    : {}),
  ...(id === 'dice' ? { allocation: 'random' } : {}),
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

const call = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> => {
  const response = await fetch(bridge.address + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
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
    // What the doomed one has in hand is taken from the queue once more, later: the order is told by those that have ended before.
    expect((await events).trim().split('\n').at(-1)).toContain('"state":"completed"');
    expect(await ended('few')).toMatchObject({ studies: { total: 3, completed: 3, failed: 0 } });
    await doomed.kill();
    expect(await ended('many')).toMatchObject({
      studies: { total: 30, completed: 30, failed: 0 },
      instances: { total: 240, done: 240 },
      errors: [],
    });

    // As workers asked the queue for them. Four ask at once, two of each worker: who asked first may have been given what comes later.
    const order = await postgres.query<{ id: string; project: string }>(
      `SELECT j.id, j.project FROM deidentification_job j JOIN pgboss.job q ON q.singleton_key = j.id::text
       ORDER BY q.started_on, j.rank`,
    );
    const begun = order.map(({ id, project }) => (id === click.id ? 'click' : project));
    expect(begun.slice(0, 4)).toContain('click');
    // Of 34 jobs the click and the turns of two projects are the first seven.
    expect(begun.slice(0, 10).filter((project) => project === 'beta')).toHaveLength(3);
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

  test('[PS-14] workers that share nothing but the database give a patient one random pseudonym', async () => {
    for (const { files } of OFTEN) for (const bytes of files) await client.store(bytes);
    const studies = OFTEN.map(({ studyInstanceUID }) => studyInstanceUID);
    const exportOf = async (name: string, studyInstanceUIDs: readonly string[]): Promise<void> => {
      await ask({ name, project: 'dice', selection: { studyInstanceUIDs: [...studyInstanceUIDs] } });
      expect((await ended(name)).studies).toMatchObject({ completed: studyInstanceUIDs.length, failed: 0 });
    };
    const [, one, two] = services;
    await one?.stop();
    // Worker two alone, then worker one alone, then both.
    await exportOf('by-two', studies.slice(0, 1));
    await two?.stop();
    await start('worker', 'one');
    await exportOf('by-one', studies.slice(1, 2));
    await start('worker', 'two');
    await exportOf('by-both', studies.slice(2));
    const patients = await postgres.query<{ patient: string; copies: number }>(
      `SELECT o.patient_id AS patient, count(*)::int AS copies
       FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE j.project = 'dice' GROUP BY o.patient_id`,
    );
    expect(patients).toEqual([{ patient: expect.stringMatching(/^PSN-/) as string, copies: OFTEN.length }]);
    for (const name of ['bridge', 'one', 'two']) expect(existsSync(join(folder(name), 'vaults'))).toBe(false);

    // The bridge has copied nothing of it, and knows who it was.
    const { matches } = Reidentification.parse(
      await call(
        'POST',
        '/api/reidentifications',
        { project: 'dice', pseudonym: patients[0]?.patient, reason: 'shows that the vault is shared' },
        { [REIDENTIFIER_HEADER]: addReidentifier(folder('bridge'), 'dr.grove', new Date()) },
      ),
    );
    expect(matches.map(({ original }) => original.studyInstanceUID).sort()).toEqual([...studies].sort());
    expect(new Set(matches.map(({ original }) => original.patientID))).toEqual(
      new Set([OFTEN[0]?.patientID]),
    );
  });

  test('a worker with other rules than the bridge copies nothing', async () => {
    for (const service of services.splice(1)) await service.stop();
    cpSync(folder('bridge'), folder('stale'), { recursive: true });
    const old = projects.map((project) => ({ ...project, maxShiftWeeks: 10 }));
    writeFileSync(join(folder('stale'), 'projects.json'), JSON.stringify(old));
    const stale = await start('worker', 'stale');
    await ask({ name: 'stale', project: 'beta', selection: { query: { PatientID: 'QX-often-*' } } });
    const { errors, studies } = await until('stale', (state) => state.errors.length > 0);
    expect([errors[0]?.error.code, studies.completed]).toEqual(['PROJECT_RULES_DIFFER', 0]);
    await stale.stop();
    await start('worker', 'one');
    expect((await ended('stale')).studies).toMatchObject({ completed: OFTEN.length, failed: 0 });
  });

  test('a worker with another key is refused', async () => {
    cpSync(folder('bridge'), folder('stranger'), { recursive: true });
    writeFileSync(join(folder('stranger'), 'keys', 'alpha.key'), '0'.repeat(64), { mode: 0o600 });
    await expect(Service.start('worker', environment('stranger'))).rejects.toThrow(
      'The key of project alpha is not the one that its jobs were made with.',
    );
  });
});

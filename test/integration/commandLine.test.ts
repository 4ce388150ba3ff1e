import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdminJob, Export, ExportReport, Hold } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  startEmbeddedOrthanc,
  type EmbeddedOrthanc,
} from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { createProgram } from '../../server-plugin/src/cli/program.ts';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { OrthancClient } from '../../server-plugin/src/orthanc/orthancClient.ts';
import { runCommand, Service, type Finished } from '../commandLine.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';

const STUDIES = smallStudies('cli', 4, 3);
const root = mkdtempSync(join(tmpdir(), 'pseudonymize-cli-'));
const data = join(root, 'bridge');
let orthanc: EmbeddedOrthanc;
let bridge: Service;

const run = (...args: string[]): Promise<Finished> =>
  runCommand(args, { PSEUDONYMIZE_URL: bridge.address, PSEUDONYMIZE_DATA: data });

beforeAll(async () => {
  orthanc = await startEmbeddedOrthanc(join(root, 'orthanc'), () => undefined);
  const client = new OrthancClient(orthanc.access);
  for (const { files } of STUDIES) for (const bytes of files) await client.store(bytes);
  // Two projects, made before the bridge starts.
  const added = await runCommand(['projects', 'add', 'trial', '--name', 'Trial 7'], {
    PSEUDONYMIZE_DATA: data,
  });
  expect(added).toMatchObject({ status: 0 });
  bridge = await Service.start('serve', {
    ORTHANC_URL: orthanc.access.url,
    ORTHANC_TOKEN_HEADER: `authorization: ${orthanc.access.headers['authorization'] ?? ''}`,
    PSEUDONYMIZE_DATA: data,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
});

afterAll(async () => {
  await bridge.stop();
  await orthanc.stop();
  rmSync(root, { recursive: true });
});

describe('the command line', () => {
  test('an export by CSV: a dry run, the run with its progress, and its jobs', async () => {
    const csv = join(root, 'patients.csv');
    writeFileSync(csv, ['PatientID', ...STUDIES.slice(0, 3).map(({ patientID }) => patientID)].join('\n'));
    const dry = await run('export', 'first', '--csv', csv, '--dry-run');
    expect(dry).toMatchObject({ status: 0, output: '3 studies found; 3 would be added.\n' });

    const real = await run('export', 'first', '--csv', csv, '--wait');
    expect(real.output).toContain('3 studies: 3 completed\n9 instances stored.');
    expect(real).toMatchObject({ status: 0 });
    expect(real.errors).toMatch(/3\/3 studies \| 9 instances, [\d.–]+\/s \| .* left \| 0 failed/);

    const again = await run(
      'export',
      'first',
      '--query',
      'Modality=CT PatientID=QX-cli-*',
      '--wait',
      '--json',
    );
    const { answer, ended } = z
      .object({ answer: z.object({ added: z.int(), known: z.int() }), ended: Export })
      .parse(JSON.parse(again.output));
    expect(answer).toEqual({ added: 1, known: 3 });
    expect(ended).toMatchObject({ studies: { total: 4, completed: 4 }, instances: { done: 12 } });

    const jobs = z
      .array(AdminJob)
      .parse(JSON.parse((await run('jobs', '--export', 'first', '--json')).output));
    expect(jobs.map(({ state }) => state)).toEqual(['completed', 'completed', 'completed', 'completed']);
    const shown = await run('jobs', 'show', jobs[0]?.id ?? '');
    expect(shown.output).toContain('3 of 3 instances, begun 1 times');
    expect((await run('exports')).output).toMatch(/first\s+default\s+4\s+4\s+0\s+12/);
    // Nothing that it printed names a patient.
    expect([dry, real, again, shown].map(({ output, errors }) => output + errors).join()).not.toMatch(
      /QX-cli|Quillfeather/,
    );
  });

  test('the report has the hash of every copy, counts who is alike, and names nobody', async () => {
    const { output } = await run('report', 'first', '--json');
    const report = ExportReport.parse(JSON.parse(output));
    const client = new OrthancClient(orthanc.access);
    const hashes = new Map<string, string>();
    for (const uid of new Set(report.outputs.map(({ studyInstanceUID }) => studyInstanceUID))) {
      for (const { id, sopInstanceUID } of await client.instancesOf((await client.findStudy(uid)) ?? ''))
        hashes.set(
          sopInstanceUID,
          createHash('sha256')
            .update(await client.file(id))
            .digest('hex'),
        );
    }
    expect(report.outputs).toHaveLength(12);
    expect(new Map(report.outputs.map(({ sopInstanceUID, sha256 }) => [sopInstanceUID, sha256]))).toEqual(
      hashes,
    );
    expect(
      report.cells.map(({ sex, ageBand, bodyPart, patients, small }) => [
        sex,
        ageBand,
        bodyPart,
        patients,
        small,
      ]),
    ).toEqual(expect.arrayContaining([['F', '40-49', 'HEAD', 1, true]]));
    expect(report.cells.reduce((sum, { patients }) => sum + patients, 0)).toBe(4);
    expect(report.actions.find(({ action }) => action === 'U basicProfile')?.elements).toBeGreaterThanOrEqual(
      36,
    );
    const { median, p90, longest } = report.studySeconds;
    expect([median, p90, longest].every((seconds) => seconds !== null && seconds > 0)).toBe(true);
    expect(longest).toBeLessThanOrEqual(report.durationSeconds ?? 0);
    expect(report.rules).toMatchObject([{ profile: 'research-longitudinal', copies: 12 }]);
    expect(report.progress.at(-1)).toMatchObject({ studies: 4, instances: 12 });

    const path = join(root, 'report.html');
    expect(await run('report', 'first', '--html', path)).toMatchObject({ status: 0 });
    const page = readFileSync(path, 'utf8');
    expect(page.match(/<svg/g)).toHaveLength(3);
    expect(page).toContain(report.outputs[0]?.sha256);
    expect(output + page).not.toMatch(/QX-cli|Quillfeather|AC-\d/);
  });

  test('holds are listed, released and rejected', async () => {
    const client = new OrthancClient(orthanc.access);
    for (const photometric of ['RGB', 'MONOCHROME1'] as const) {
      const bits = photometric === 'RGB' ? '8' : '12in16';
      const cell = { photometric, bits, planar: 0, frames: 1, pixelSpacing: [0.5, 0.5] } as const;
      await client.store(syntheticImage(cell).bytes);
    }
    // Nobody looks at the pixels of its exports before they are searched for what is left.
    const projects = join(data, 'projects.json');
    const definitions = z
      .array(z.looseObject({ id: z.string() }))
      .parse(JSON.parse(readFileSync(projects, 'utf8')));
    writeFileSync(
      projects,
      JSON.stringify(definitions.map((one) => (one.id === 'trial' ? { ...one, search: 'none' } : one))),
    );
    const args = ['export', 'held', '--project', 'trial', '--study', uidOf('image study'), '--wait'];
    expect(await run(...args)).toMatchObject({ status: 0 });

    const holds = z
      .array(Hold)
      .parse(JSON.parse((await run('holds', 'list', '--project', 'trial', '--json')).output));
    expect(holds.map(({ state }) => state)).toEqual(['held', 'held']);
    const [first = '', second = ''] = holds.map((hold) => hold.id);
    expect((await run('holds')).output).toMatch(new RegExp(`${first}\\s+held\\s+trial\\s+HOLD_TEXT_REMAINS`));
    expect((await run('holds', 'reject', first)).output).toMatch(new RegExp(`${first}\\s+rejected`));
    expect((await run('holds', 'release', second)).output).toMatch(new RegExp(`${second}\\s+released`));
    const twice = await run('holds', 'release', first);
    expect(twice).toMatchObject({ status: 2, errors: expect.stringContaining('HOLD_DECIDED') as string });
    expect((await run('holds', 'list', '--state', 'held')).output).toBe('None.\n');
    const report = async (): Promise<ExportReport> =>
      ExportReport.parse(JSON.parse((await run('report', 'held', '--json')).output));
    await expect
      .poll(async () => (await report()).outputs.length, { timeout: 120_000, interval: 1000 })
      .toBe(1);
    expect((await report()).holds).toMatchObject({ held: 0, released: 1, rejected: 1 });
    const audit = (await run('audit', '--subject', first)).output;
    expect(audit).toMatch(/unnamed\s+hold\.rejected\s+done\s+trial/);
  });

  test('jobs and exports are cancelled and retried; what has ended stays', async () => {
    const [job] = z.array(AdminJob).parse(JSON.parse((await run('jobs', '-e', 'first', '--json')).output));
    for (const act of ['cancel', 'retry'])
      expect((await run('jobs', act, job?.id ?? '')).output).toContain('completed');
    for (const act of ['--cancel', '--retry'])
      expect((await run('exports', 'first', act)).output).toContain('4 studies: 4 completed');
  });

  test('projects and keys', async () => {
    expect((await run('projects')).output).toMatch(/trial\s+research-longitudinal\s+source\s+Trial 7/);
    const keys = z
      .array(z.object({ project: z.string(), mode: z.string(), fingerprint: z.string() }))
      .parse(JSON.parse((await run('keys', '--json')).output));
    expect(keys.map(({ project, mode }) => [project, mode])).toEqual([
      ['default', '600'],
      ['trial', '600'],
    ]);
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    const twice = await run('projects', 'add', 'trial', '--name', 'Again');
    expect(twice).toMatchObject({ status: 2 });
    expect(twice.errors).toContain('PROJECTS_INVALID');
  });

  test('refusals have a code, one line and a status', async () => {
    const nothing = await run('export', 'empty');
    expect(nothing).toMatchObject({ status: 2, output: '' });
    expect(nothing.errors).toMatch(/^SELECTION_INVALID: .*no study is named.*\n$/);
    const unknown = await run('jobs', 'show', '00000000-0000-4000-8000-000000000000');
    expect(unknown).toMatchObject({ status: 2, errors: 'JOB_NOT_FOUND: There is no such job.\n' });
    const nowhere = await runCommand(['holds', '--url', 'http://127.0.0.1:9']);
    expect(nowhere).toMatchObject({
      status: 2,
      errors: 'BRIDGE_UNREACHABLE: The bridge cannot be reached.\n',
    });
  });

  test('the shell completes commands, options and choices', async () => {
    const offered = (await run('complete', '--', '')).output;
    for (const command of (await createProgram()).commands)
      expect(offered).toMatch(new RegExp(`^${command.name()}\\t`, 'm'));
    expect((await run('complete', '--', 'reidentify', '--')).output).toContain('--secret-file');
    expect((await run('complete', '--', 'jobs', 'list', '--state', '')).output).toContain('completed');
  });
});

// Who a pseudonym is, asked on the command line of a bridge with a real Orthanc; and what the audit keeps of the question.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditEvent, ExportReport, Reidentification } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { runCommand, Service, type Finished } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';

const STUDIES = smallStudies('vault', 2, 2);
const ORIGINALS = /QX-vault|Quillfeather|AC-\d/;
const REASON = 'incidental finding, ethics vote 2026-17';
const root = mkdtempSync(join(tmpdir(), 'pseudonymize-vault-'));
const data = join(root, 'bridge');
let orthanc: OrthancServer;
let bridge: Service;
let secret = '';
let copy: Reidentification['matches'][number]['copy'];
let sopInstanceUID = '';

const run = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  runCommand(args, {
    PSEUDONYMIZE_URL: bridge.address,
    PSEUDONYMIZE_DATA: data,
    REIDENTIFIER_SECRET: secret,
    ...environment,
  });
const ask = async (pseudonym: string): Promise<Reidentification> => {
  const { output, errors } = await run(['reidentify', pseudonym, '--reason', REASON, '--json']);
  expect(errors).toBe('');
  return Reidentification.parse(JSON.parse(output));
};
const audit = async (...filter: string[]): Promise<readonly AuditEvent[]> =>
  z.array(AuditEvent).parse(JSON.parse((await run(['audit', '--json', ...filter])).output));

beforeAll(async () => {
  orthanc = await OrthancServer.start(join(root, 'orthanc'), {
    Plugins: [join(PLUGINS_FOLDER, 'libOrthancDicomWeb.so')],
  });
  for (const { files } of STUDIES) for (const bytes of files) await orthanc.client.store(bytes);
  mkdirSync(data);
  const project = {
    id: 'default',
    name: 'Default',
    keyFile: 'keys/default.key',
    search: 'none',
    holds: 'off',
  };
  writeFileSync(join(data, 'projects.json'), JSON.stringify([project]));
  bridge = await Service.start('serve', {
    ORTHANC_URL: orthanc.url,
    PSEUDONYMIZE_DATA: data,
    PORT: '0',
    LOG_LEVEL: 'info',
  });
  const list = join(root, 'patients.txt');
  writeFileSync(list, STUDIES.map(({ patientID }) => patientID).join('\n'));
  expect(await run(['export', 'copies', '--patient-ids', list, '--wait'])).toMatchObject({ status: 0 });
  const { output } = await run(['report', 'copies', '--json']);
  sopInstanceUID = ExportReport.parse(JSON.parse(output)).outputs[0]?.sopInstanceUID ?? '';
  secret = (await run(['reidentifiers', 'add', 'dr.grove'])).output.trim();
});

afterAll(async () => {
  await bridge.stop();
  await orthanc.stop();
  rmSync(root, { recursive: true });
});

describe('a re-identifier', () => {
  test('[PS-11] learns from the UID of an instance who it was, and of what study', async () => {
    const { matches, reidentifier } = await ask(sopInstanceUID);
    expect(reidentifier).toBe('dr.grove');
    const [match] = matches;
    const study = STUDIES.find(({ patientID }) => patientID === match?.original.patientID);
    expect(match?.original).toMatchObject({
      studyInstanceUID: study?.studyInstanceUID,
      patientName: expect.stringMatching(/^Quillfeather\^Nr \d$/) as string,
      accessionNumber: expect.stringMatching(/^AC-\d$/) as string,
    });
    const instances = STUDIES.flatMap((_, index) =>
      [0, 1].map((at) => uidOf(`small instance vault ${index + 1} ${at}`)),
    );
    expect(instances).toContain(match?.original.sopInstanceUID);
    copy = match?.copy ?? copy;
  });

  test('[PS-11] learns it from a Patient ID, a name, an Accession Number and the UID of a study', async () => {
    const original = (await ask(sopInstanceUID)).matches[0]?.original;
    const { patientID, patientName, accessionNumber, studyInstanceUID } = copy;
    for (const pseudonym of [patientID, patientName, accessionNumber, studyInstanceUID]) {
      const { matches } = await ask(pseudonym ?? '');
      expect(matches, String(pseudonym)).toHaveLength(1);
      expect(matches[0]?.original.patientID).toBe(original?.patientID);
    }
  });

  test('[PS-12] is refused without the secret, without a reason, and with one that names the patient', async () => {
    const asked = ['reidentify', copy.patientID ?? '', '--reason'];
    const original = (await ask(sopInstanceUID)).matches[0]?.original.patientID ?? '';
    const tries = [
      [await run([...asked, REASON], { REIDENTIFIER_SECRET: '' }), 'REIDENTIFICATION_REFUSED'],
      [await run([...asked, REASON], { REIDENTIFIER_SECRET: 'guessed' }), 'REIDENTIFICATION_REFUSED'],
      [await run([...asked, 'why not']), 'REIDENTIFICATION_REASON_MISSING'],
      [await run([...asked, `is it ${original}, I wonder`]), 'REIDENTIFICATION_REASON_IDENTIFIES'],
      [await run(['reidentify', original, '--reason', REASON]), 'PSEUDONYM_NOT_FOUND'],
    ] as const;
    for (const [{ status, output, errors }, code] of tries) {
      expect(errors).toContain(code);
      expect([status, output]).toEqual([2, '']);
    }
  });

  test('[PS-12] leaves an entry in the audit with every attempt, and never an original', async () => {
    const granted = await audit('--action', 'reidentification', '--outcome', 'done');
    expect(granted).toHaveLength(7);
    expect(granted.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([copy.patientID, copy.patientName, copy.accessionNumber, sopInstanceUID]),
    );
    for (const event of granted)
      expect(event).toMatchObject({ actor: 'dr.grove (unnamed)', project: 'default', reason: REASON });
    const refused = await audit('--action', 'reidentification', '--outcome', 'refused');
    expect(refused.map(({ reason }) => reason?.split(':')[0])).toEqual([
      'PSEUDONYM_NOT_FOUND',
      'REIDENTIFICATION_REASON_IDENTIFIES',
      'REIDENTIFICATION_REASON_MISSING',
      'REIDENTIFICATION_REFUSED',
      'REIDENTIFICATION_REFUSED',
    ]);
    expect(refused[0]?.subject).toMatch(/^#[0-9a-f]{16}$/);
    expect(refused[4]).toMatchObject({ actor: 'unnamed', subject: copy.patientID });
    expect(JSON.stringify(await audit())).not.toMatch(ORIGINALS);
  });

  test('[PS-12] keeps no original where it can be read without the key, in logs least of all', () => {
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.some(({ parentPath }) => parentPath.includes('database'))).toBe(true);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1'), name).not.toMatch(ORIGINALS);
    const lines = bridge.log.trim().split('\n');
    const Line = z.looseObject({ msg: z.string(), reqId: z.uuid().optional(), job: z.uuid().optional() });
    const log = lines.map((line) => Line.parse(JSON.parse(line)));
    const linesOf = (wanted: string): typeof log => log.filter(({ msg }) => msg === wanted);
    expect(linesOf('request').length).toBeGreaterThan(2);
    for (const { reqId } of linesOf('request')) expect(reqId).toBeDefined();
    expect(linesOf('job completed').map(({ job }) => typeof job)).toEqual(['string', 'string']);
    expect(bridge.log).toContain('"route":"/api/reidentifications"');
    expect(bridge.log).not.toMatch(ORIGINALS);
  });

  test('[PS-12] may lose the right again', async () => {
    expect(await run(['reidentifiers', 'remove', 'dr.grove'])).toMatchObject({ status: 0 });
    expect(await run(['reidentify', copy.patientID ?? '', '--reason', REASON])).toMatchObject({ status: 2 });
  });
});

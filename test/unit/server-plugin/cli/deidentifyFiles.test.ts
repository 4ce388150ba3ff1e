import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deidentifyFiles } from '../../../../server-plugin/src/cli/deidentifyFiles.ts';
import type { RunOptions } from '../../../../server-plugin/src/cli/runOptions.ts';
import { ensureKey } from '../../../../server-plugin/src/pseudonyms/keyFile.ts';
import { buildPart10 } from '../../../synthetic/buildPart10.ts';
import { ctElements, valueIn } from '../../core/deidentification/deidentified.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';

let folder = '';
let options: RunOptions;
const at = (...names: readonly string[]): string => join(folder, ...names);

const writeObject = (name: string, values: Parameters<typeof ctElements>[0]): void => {
  mkdirSync(join(at('in', name), '..'), { recursive: true });
  writeFileSync(at('in', name), buildPart10({ elements: ctElements(values) }));
};
const outputs = (): readonly string[] =>
  readdirSync(at('out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(at(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deidentify-'));
  mkdirSync(at('in'));
  ensureKey(at('key'));
  options = {
    profile: 'research-longitudinal',
    key: at('key'),
    issuer: '',
    patientNames: 'names',
    pseudonyms: 'derived',
    uidMap: at('uid.csv'),
    patientMap: at('pat.csv'),
    report: at('report.json'),
    jobs: 1,
    pixels: false,
    search: false,
    textPolicy: 'all-text',
    holds: 'identifying',
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('pseudonymize deidentify', () => {
  it('writes each object of a folder under its pseudonyms', async () => {
    writeObject('a.dcm', { SOPInstanceUID: '1.2.3.41' });
    writeObject('deep/IM0001', { SOPInstanceUID: '1.2.3.42' });
    const report = await deidentifyFiles(at('in'), at('out'), options);
    expect(report).toMatchObject({ deidentified: 2, failed: 0, others: 0 });
    for (const path of outputs()) {
      const file = openPart10(readFileSync(path));
      const uid = (keyword: string): string => valueIn(file, file.dataset, keyword) ?? '';
      expect(path).toBe(
        at(
          'out',
          uid('PatientID'),
          uid('StudyInstanceUID'),
          uid('SeriesInstanceUID'),
          `${uid('SOPInstanceUID')}.dcm`,
        ),
      );
    }
    expect(outputs()).toHaveLength(2);
  });

  it('maps UIDs and patients, in files that only the owner may read', async () => {
    writeObject('a.dcm', { PatientID: '77', IssuerOfPatientID: 'A' });
    writeObject('b.dcm', { PatientID: '77', IssuerOfPatientID: 'B', SOPInstanceUID: '1.2.3.42' });
    writeFileSync(at('uid.csv'), 'of an earlier run', { mode: 0o644 });
    await deidentifyFiles(at('in'), at('out'), options);
    expect(rowsOf('uid.csv')[0]).toEqual(['id_old', 'id_new']);
    expect(rowsOf('uid.csv').map(([original]) => original)).toContain('1.2.3.42');
    const patients = rowsOf('pat.csv').slice(1);
    expect(patients.map(([original]) => original)).toEqual(['77', '77']);
    expect(new Set(patients.map(([, pseudonym]) => pseudonym)).size).toBe(2);
    expect(statSync(at('uid.csv')).mode & 0o077).toBe(0);
    expect(statSync(at('pat.csv')).mode & 0o077).toBe(0);
  });

  it('reports a file that fails and goes on, leaving nothing half-written', async () => {
    writeObject('a.dcm', {});
    writeObject('video.dcm', { SOPClassUID: '1.2.840.10008.5.1.4.1.1.77.1.1.1' });
    writeFileSync(at('in', 'cut.dcm'), buildPart10({ elements: ctElements({}) }).subarray(0, 300));
    writeFileSync(at('in', 'notes.txt'), 'no DICOM');
    const report = await deidentifyFiles(at('in'), at('out'), options);
    expect(report).toMatchObject({ deidentified: 1, failed: 2, others: 1 });
    expect(report.files).toMatchObject([
      { input: 'a.dcm' },
      { input: 'cut.dcm', error: 'PART10_TRUNCATED' },
      { input: 'video.dcm', error: 'DEIDENTIFICATION_VIDEO' },
    ]);
    expect(outputs()).toHaveLength(1);
    expect(readFileSync(at('report.json'), 'utf8')).not.toMatch(/Quennell|1108739|1\.2\.3\.4/);
  });

  it('[DI-90] cleans text of what another file of the study tells', async () => {
    writeObject('a.dcm', { ReferringPhysicianName: 'Grace^Ada', SOPInstanceUID: '1.2.3.41' });
    writeObject('b.dcm', { SeriesDescription: 'CHEST grace', SOPInstanceUID: '1.2.3.42' });
    writeObject('c.dcm', {
      SeriesDescription: 'CHEST grace',
      SOPInstanceUID: '1.2.3.43',
      StudyInstanceUID: '1.2.9',
    });
    await deidentifyFiles(at('in'), at('out'), options);
    const descriptions = outputs().map((path) => {
      const file = openPart10(readFileSync(path));
      return valueIn(file, file.dataset, 'SeriesDescription');
    });
    expect(descriptions.toSorted()).toEqual(['CHEST', 'CHEST grace', null]);
  });

  it('[PS-13] gives a patient one name, by the sex that the files of all studies agree on first', async () => {
    const names = async (out: string, ...sexes: readonly string[]): Promise<ReadonlySet<string>> => {
      rmSync(at('in'), { recursive: true });
      sexes.forEach((PatientSex, index) => {
        const uids = { SOPInstanceUID: `1.2.3.4${index}`, StudyInstanceUID: `1.2.3.9${index}` };
        writeObject(`${index}.dcm`, { ...uids, ...(PatientSex === 'missing' ? {} : { PatientSex }) });
      });
      await deidentifyFiles(at('in'), at(out), options);
      const paths = readdirSync(at(out), { recursive: true, encoding: 'utf8' });
      return new Set(
        paths
          .filter((path) => path.endsWith('.dcm'))
          .map((path) => {
            const file = openPart10(readFileSync(at(out, path)));
            return valueIn(file, file.dataset, 'PatientName') ?? '';
          }),
      );
    };
    const woman = await names('a', 'F');
    expect(await names('b', 'missing', 'F', '')).toEqual(woman);
    // Later runs are told something else, and the name stays.
    expect(await names('c', 'missing')).toEqual(woman);
    expect(await names('d', 'M')).toEqual(woman);
    options = { ...options, nameMemory: at('another memory') };
    const unknown = await names('e', 'M', 'F', 'missing');
    expect(unknown).not.toEqual(woman);
    expect(await names('f', 'F')).toEqual(unknown);
    expect(readdirSync(at('another memory'))).toHaveLength(1);
    options = { ...options, key: at('other key') };
    ensureKey(options.key);
    expect(await names('g', 'F')).not.toEqual(woman);
  });

  it('[PS-06] moves dates as far as it is told at most', async () => {
    writeObject('a.dcm', { StudyDate: '20200115' });
    await deidentifyFiles(at('in'), at('out'), { ...options, maxShiftWeeks: 1 });
    const [path = ''] = outputs();
    const file = openPart10(readFileSync(path));
    expect(valueIn(file, file.dataset, 'StudyDate')).toBe('20200108');
  });

  it('[PS-07] gives patients the pseudonyms of a mapping, and refuses the others', async () => {
    writeFileSync(at('mapping.csv'), 'id_old,id_new\n1108739,TRIAL-001\n');
    writeObject('a.dcm', {});
    writeObject('b.dcm', { PatientID: '2', SOPInstanceUID: '1.2.3.42' });
    const report = await deidentifyFiles(at('in'), at('out'), {
      ...options,
      replaceWithMapping: at('mapping.csv'),
    });
    expect(report).toMatchObject({ deidentified: 1, failed: 1 });
    expect(report.files).toMatchObject([{ input: 'a.dcm' }, { input: 'b.dcm', error: 'PATIENT_NOT_MAPPED' }]);
    expect(rowsOf('pat.csv')[1]).toEqual(['1108739', 'TRIAL-001']);
  });

  it.each(['DICOMDIR', 'dicomdir'])('takes a %s for the files beside and below it', async (name) => {
    writeObject('IMAGES/A', {});
    writeFileSync(at('in', name), 'a directory');
    const report = await deidentifyFiles(at('in', name), at('out'), options);
    expect(report).toMatchObject({ deidentified: 1, failed: 0, others: 0 });
  });

  it('gives the same output with the same key, and refuses an input that is not there', async () => {
    writeObject('a.dcm', {});
    await deidentifyFiles(at('in', 'a.dcm'), at('out'), options);
    const [first] = outputs().map((path) => readFileSync(path));
    await deidentifyFiles(at('in'), at('out'), options);
    expect(outputs().map((path) => readFileSync(path))).toEqual([first]);
    await expect(deidentifyFiles(at('missing'), at('other'), options)).rejects.toMatchObject({
      code: 'INPUT_NOT_FOUND',
    });
    expect(existsSync(at('other'))).toBe(false);
  });
});

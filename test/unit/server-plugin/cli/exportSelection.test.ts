import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseQuery, selectionOf } from '../../../../server-plugin/src/cli/exportSelection.ts';

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-selection-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('the selection of an export', () => {
  test('a query is keywords with values', () => {
    expect(parseQuery('Modality=US StudyDate=20240101-20241231 PatientName="Doe *"')).toEqual({
      ModalitiesInStudy: 'US',
      StudyDate: '20240101-20241231',
      PatientName: 'Doe *',
    });
  });

  test.each(['Modality', 'Modality=US =x', '1=2', 'A=1 B'])('what is no query is refused: %s', (query) => {
    expect(() => parseQuery(query)).toThrow('It cannot be told which studies are meant.');
  });

  test('a row of a CSV that names a study means it alone, another all of the patient', () => {
    const csv = file('list.csv', '\uFEFFPatientID,StudyInstanceUID,Name\r\n"A,1",1.2.3,x\r\nB2,,y\r\n');
    expect(selectionOf({ study: ['1.2.4'], csv, all: false })).toEqual({
      studyInstanceUIDs: ['1.2.4', '1.2.3'],
      patientIDs: ['B2'],
      query: null,
    });
  });

  test('Patient IDs stand one on a line', () => {
    const patientIds = file('ids.txt', '# trial 7\nA 1\n\n B2 \n');
    expect(selectionOf({ study: [], patientIds, all: false })).toMatchObject({ patientIDs: ['A 1', 'B2'] });
  });

  test('every study is an empty query, and only where it is asked for', () => {
    expect(selectionOf({ study: [], all: true })).toMatchObject({ query: {} });
    expect(() => selectionOf({ study: [], all: false })).toThrow('no study is named');
  });

  test('a CSV without a column that names studies, and a UID that is none, are refused', () => {
    expect(() => selectionOf({ study: [], csv: file('bad.csv', 'Name\nx\n'), all: false })).toThrow(
      'no column',
    );
    expect(() => selectionOf({ study: ['1.2.x'], all: false })).toThrow('UID number 1');
    expect(() => selectionOf({ study: [], csv: join(folder, 'none.csv'), all: false })).toThrow(
      'There is no such file or folder.',
    );
  });
});

// A directory of objects of many kinds, compared with the one that dcmtk writes of the same files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uidOf, writeDicomFile, type Attributes } from '../../server-plugin/src/demo/dicomFile.ts';
import { writeZip } from '../../server-plugin/src/destinations/zip/writeZip.ts';
import { directoryErrors, recordsOf, referenceDirectory } from './dicomDirectories.ts';

const STORAGE = '1.2.840.10008.5.1.4.1.1.';
const code = (value: string, meaning: string): Attributes => ({
  CodeValue: value,
  CodingSchemeDesignator: 'DCM',
  CodeMeaning: meaning,
});
const WRITTEN = { ContentDate: '20210817', ContentTime: '101500' };
const TITLED = { ContentLabel: 'LABEL', ContentDescription: 'Ärztlich', ContentCreatorName: 'Code^7' };

/** SOP Class → what its record takes from the object, beside what every object has. */
const OBJECTS: Readonly<Record<string, Attributes>> = {
  '2': { Modality: 'CT' },
  '4.2': {
    Modality: 'MR',
    ...WRITTEN,
    ImageType: ['ORIGINAL', 'PRIMARY'],
    NumberOfFrames: 1,
    Rows: 4,
    Columns: 4,
    DataPointRows: 1,
    DataPointColumns: 128,
    ReferencedImageEvidenceSequence: [
      { ReferencedSOPClassUID: `${STORAGE}4`, ReferencedSOPInstanceUID: uidOf('referenced instance') },
    ],
  },
  '9.1.1': { Modality: 'ECG', ...WRITTEN },
  '11.1': {
    Modality: 'PR',
    ...TITLED,
    PresentationCreationDate: '20210817',
    PresentationCreationTime: '101500',
    ReferencedSeriesSequence: [
      {
        SeriesInstanceUID: uidOf('referenced series'),
        ReferencedImageSequence: [
          { ReferencedSOPClassUID: `${STORAGE}2`, ReferencedSOPInstanceUID: uidOf('referenced instance') },
        ],
      },
    ],
  },
  '66.1': { Modality: 'REG', ...WRITTEN, ...TITLED },
  '66.2': { Modality: 'FID', ...WRITTEN, ...TITLED },
  '66.4': { Modality: 'SEG' },
  '67': { Modality: 'RWV', ...WRITTEN, ...TITLED },
  '88.22': {
    Modality: 'SR',
    ...WRITTEN,
    CompletionFlag: 'COMPLETE',
    VerificationFlag: 'UNVERIFIED',
    ValueType: 'CONTAINER',
    ConceptNameCodeSequence: [code('126000', 'Imaging Measurement Report')],
    ContentSequence: [
      {
        RelationshipType: 'HAS CONCEPT MOD',
        ValueType: 'CODE',
        ConceptNameCodeSequence: [code('121049', 'Language')],
        ConceptCodeSequence: [code('eng', 'English')],
      },
      {
        RelationshipType: 'CONTAINS',
        ValueType: 'TEXT',
        ConceptNameCodeSequence: [code('121106', 'Comment')],
        TextValue: 'nothing of this belongs into a directory',
      },
    ],
  },
  '88.59': { Modality: 'KO', ...WRITTEN, ConceptNameCodeSequence: [code('113000', 'Of Interest')] },
  '481.2': { Modality: 'RTDOSE', DoseSummationType: 'PLAN' },
  '481.3': {
    Modality: 'RTSTRUCT',
    StructureSetLabel: 'SET',
    StructureSetDate: '20210817',
    StructureSetTime: '',
  },
  '481.4': { Modality: 'RTRECORD', TreatmentDate: '20210817', TreatmentTime: '' },
  '481.5': { Modality: 'RTPLAN', RTPlanLabel: 'PLAN', RTPlanDate: '', RTPlanTime: '' },
};

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-directory-'));
const unpacked = join(root, 'unpacked');
const directory = join(unpacked, 'DICOMDIR');

beforeAll(async () => {
  mkdirSync(join(root, 'copies'));
  for (const [sopClass, attributes] of Object.entries(OBJECTS)) {
    const bytes = writeDicomFile({
      SpecificCharacterSet: 'ISO_IR 192',
      SOPClassUID: STORAGE + sopClass,
      SOPInstanceUID: uidOf(`directory instance ${sopClass}`),
      StudyInstanceUID: uidOf('directory study'),
      SeriesInstanceUID: uidOf(`directory series ${sopClass}`),
      PatientID: 'P-1',
      PatientName: 'Code^1',
      StudyDate: '20210817',
      StudyTime: '101500',
      StudyID: '7',
      AccessionNumber: '',
      SeriesNumber: 3,
      InstanceNumber: 5,
      ...attributes,
    });
    writeFileSync(join(root, 'copies', `${sopClass}.dcm`), bytes);
  }
  await writeZip(join(root, 'copies'), join(root, 'copies.zip'));
  execFileSync('unzip', ['-q', join(root, 'copies.zip'), '-d', unpacked]);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the directory of a ZIP file', () => {
  test('has the records that dcmtk writes, of every type', () => {
    const records = recordsOf(directory);
    expect(records).toEqual(recordsOf(referenceDirectory(unpacked)));
    expect(records).toHaveLength(2 + 2 * Object.keys(OBJECTS).length);
  });

  test('has no error for dciodvfy, and no content of documents', () => {
    expect(directoryErrors(directory)).toEqual([]);
    expect(execFileSync('dcmdump', [directory], { encoding: 'utf8' })).not.toContain('nothing of this');
  });
});

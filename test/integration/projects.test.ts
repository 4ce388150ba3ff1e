// What a study becomes in several projects of one bridge, each with its key, profile and pseudonyms.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part10File } from '@pseudonymize-redact/core/part10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { buildPart10 } from '../synthetic/buildPart10.ts';
import { openPart10 } from '../synthetic/openPart10.ts';
import { ctElements, itemsOf, valueIn } from '../unit/core/deidentification/deidentified.ts';

const INSTANCES = 9;
/** Neither the first nor the smallest: only who reads all of them knows what it tells. */
const TELLING = 7;
const STUDY = '1.2.3.77';
const UNMAPPED_STUDY = '1.2.3.78';

const instance = (study: string, number: number, patientID: string): Uint8Array =>
  buildPart10({
    elements: ctElements({
      SOPInstanceUID: `${study}.1.${number}`,
      StudyInstanceUID: study,
      SeriesInstanceUID: `${study}.1`,
      PatientID: patientID,
      Modality: 'CT',
      InstanceNumber: String(number),
      StationName: 'CT-ROOM-2',
      SeriesDescription: 'CHEST grace',
      ...(number === TELLING
        ? { ReferringPhysicianName: 'Grace^Ada', PatientSex: 'F', SoftwareVersions: 'longer than the others' }
        : {}),
    }),
  });

const keepsName = { attribute: 'PatientName', action: 'K', reason: 'a test of refusals' };
const PROFILES = {
  own: {
    name: 'own',
    cleanDescriptors: true,
    overrides: [{ attribute: 'StationName', action: 'K', reason: 'rooms are compared' }],
    leavesIdentifiers: true,
  },
  leaving: { name: 'leaving', overrides: [keepsName] },
} as const;
const PROJECTS = {
  default: {},
  other: { profile: 'sharing-strict' },
  random: { allocation: 'random' },
  mapped: { replaceWithMapping: 'subjects.csv' },
  own: { profile: 'own.json' },
  leaving: { profile: 'leaving.json' },
} as const;

const dataFolder = mkdtempSync(join(tmpdir(), 'pseudonymize-projects-'));
let product: Product;

beforeAll(async () => {
  mkdirSync(dataFolder, { recursive: true });
  for (const [name, profile] of Object.entries(PROFILES))
    writeFileSync(join(dataFolder, `${name}.json`), JSON.stringify(profile));
  writeFileSync(
    join(dataFolder, 'subjects.csv'),
    'id_old,id_new,name_new\n1108739,TRIAL-007,Subject^Seven\n',
  );
  const projects = Object.entries(PROJECTS).map(([id, settings]) => ({
    id,
    name: id,
    keyFile: `keys/${id}.key`,
    search: 'none',
    holds: 'off',
    ...settings,
  }));
  writeFileSync(join(dataFolder, 'projects.json'), JSON.stringify(projects));
  product = await Product.start(dataFolder, { DEMO_STUDIES: 'no' });
  for (let number = 1; number <= INSTANCES; number++)
    await product.orthanc.store(instance(STUDY, number, '1108739'));
  await product.orthanc.store(instance(UNMAPPED_STUDY, 1, '2295541'));
});
afterAll(async () => {
  await product.stop();
  rmSync(dataFolder, { recursive: true });
});

const jobOf = (project: keyof typeof PROJECTS, studyInstanceUID = STUDY) =>
  product.deidentify({ studyInstanceUID, regions: [], project });

/** The copies of a study in a project. */
const copiesIn = async (project: keyof typeof PROJECTS): Promise<readonly Part10File[]> => {
  const job = await jobOf(project);
  expect(job.state, job.error?.message).toBe('completed');
  const study = await product.orthanc.findStudy(job.copy?.studyInstanceUID ?? '');
  const instances = await product.orthanc.instancesOf(study ?? '');
  return Promise.all(instances.map(async ({ id }) => openPart10(await product.orthanc.file(id))));
};
const valuesIn = (files: readonly Part10File[], keyword: string): readonly (string | null)[] => [
  ...new Set(files.map((file) => valueIn(file, file.dataset, keyword))),
];

describe('a study in Orthanc', () => {
  it('[DI-90] is cleaned of what any one of its instances tells, and [PS-13] its patient has one name', async () => {
    const copies = await copiesIn('default');
    expect(copies).toHaveLength(INSTANCES);
    expect(valuesIn(copies, 'SeriesDescription')).toEqual(['CHEST']);
    expect(valuesIn(copies, 'PatientName')).toHaveLength(1);
    expect(valuesIn(copies, 'PatientName')[0]).toMatch(/PSEUDONYM/);
  });

  it('[PS-01] is another in each project, and [DI-40] what the profile of the project makes of it', async () => {
    const [copies, others] = [await copiesIn('default'), await copiesIn('other')];
    for (const keyword of ['PatientID', 'PatientName', 'StudyInstanceUID', 'SeriesInstanceUID'])
      expect(valuesIn(copies, keyword)).not.toEqual(valuesIn(others, keyword));
    const codes = ([file]: readonly Part10File[]): readonly (string | null)[] =>
      file === undefined
        ? []
        : itemsOf(file.dataset, 'DeidentificationMethodCodeSequence').map((item) =>
            valueIn(file, item, 'CodeValue'),
          );
    expect(codes(copies)).toEqual(['113100', '113103', '113104', '113105', '113107', '113108', '113111']);
    expect(codes(others)).toEqual(['113100']);
  });

  it('[PS-08] has random pseudonyms where the project says so, and the same ones the next time', async () => {
    const ids = [await copiesIn('random'), await copiesIn('random')].map((copies) =>
      valuesIn(copies, 'PatientID'),
    );
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]?.[0]).toMatch(/^PSN-[0-9A-Z]{13}$/);
  });

  it("[PS-07] has the administrator's own pseudonyms, and is refused where the list has no such patient", async () => {
    const copies = await copiesIn('mapped');
    expect(valuesIn(copies, 'PatientID')).toEqual(['TRIAL-007']);
    expect(valuesIn(copies, 'PatientName')).toEqual(['Subject^Seven']);
    expect(await jobOf('mapped', UNMAPPED_STUDY)).toMatchObject({
      state: 'failed',
      error: { code: 'PATIENT_NOT_MAPPED' },
      copy: null,
    });
  });

  it('[DI-42] keeps what an own profile keeps, and [DI-44] then claims nothing', async () => {
    const copies = await copiesIn('own');
    expect(valuesIn(copies, 'StationName')).toEqual(['CT-ROOM-2']);
    expect(valuesIn(copies, 'PatientIdentityRemoved')).toEqual(['NO']);
  });

  it('[DI-43] is not touched under a profile that leaves an identifier without saying so', async () => {
    const response = await fetch(`${product.address}/api/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ studyInstanceUID: STUDY, regions: [], project: 'leaving' }),
    });
    const answer = JSON.stringify(await response.json());
    expect(answer).toContain('PROFILE_LEAVES_IDENTIFIER');
    expect(answer).not.toMatch(/1108739|Quennell/);
  });
});

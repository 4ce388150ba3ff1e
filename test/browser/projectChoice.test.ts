// A bridge with several projects: whose copy it becomes is chosen in the viewer, which learns the pseudonyms and never a key.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bufferOf, uidOf, writeDicomFile } from '../../server-plugin/src/demo/dicomFile.ts';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { sidewaysImage } from './sidewaysImage.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [PATIENT_ID, STUDY_INSTANCE_UID] = ['00100020', '0020000D'];
const STUDY = valueOf(MARKED_IMAGE.bytes, STUDY_INSTANCE_UID);
const REFUSAL = 'DEIDENTIFICATION_ENCAPSULATED_DOCUMENT';

/** What cannot be cleaned, in the study of the image. */
const DOCUMENT = writeDicomFile({
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.104.1',
  SOPInstanceUID: uidOf('marked document'),
  StudyInstanceUID: STUDY,
  SeriesInstanceUID: uidOf('marked document series'),
  PatientName: 'Quillfeather^Odo',
  PatientID: valueOf(MARKED_IMAGE.bytes, PATIENT_ID),
  StudyDate: '20200209',
  AccessionNumber: MARKED_IMAGE.accessionNumber,
  Modality: 'DOC',
  MIMETypeOfEncapsulatedDocument: 'application/pdf',
  EncapsulatedDocument: bufferOf(new TextEncoder().encode('%PDF-1.4 ')),
  _vrMap: { EncapsulatedDocument: 'OB' },
});

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-projects-'));
  const projects = ['default', 'trial'].map((id) => ({
    id,
    name: id === 'trial' ? 'Trial 7' : 'Default project',
    keyFile: `keys/${id}.key`,
    profiles: ['basic'],
    search: 'none',
    holds: 'off',
  }));
  writeFileSync(join(folder, 'projects.json'), JSON.stringify(projects));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const pseudonymIn = async (place: Locator): Promise<string | undefined> =>
  /PSN-[A-Z0-9]+/.exec(await place.innerText())?.[0];

/** Opens a study and chooses the second project. @returns the ID that the patient will have there */
const openForTrial = async (viewer: ViewerPage, study: string): Promise<string | undefined> => {
  await viewer.openMode(study);
  await viewer.searched();
  const patient = viewer.panel.getByRole('region', { name: 'Patient' });
  await expect.poll(() => pseudonymIn(patient)).toBeDefined();
  const ofDefault = await pseudonymIn(patient);
  await viewer.panel.getByRole('combobox', { name: /^Project/ }).selectOption('trial');
  await expect.poll(async () => [undefined, ofDefault].includes(await pseudonymIn(patient))).toBe(false);
  return pseudonymIn(patient);
};

describe('a bridge with two projects', () => {
  it('makes the copy for the one that is chosen, and sends no key', async () => {
    const image = sidewaysImage('of a project');
    await product.orthanc.store(image.bytes);
    const viewer = await ViewerPage.open(browser, product.address);
    const answers: Promise<string>[] = [];
    viewer.page.on('response', (response) => {
      if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
    });
    const ofTrial = await openForTrial(viewer, valueOf(image.bytes, STUDY_INSTANCE_UID));
    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    expect(request.project).toBe('trial');
    const copy = await product.orthanc.findStudy(copyStudyInstanceUID);
    const [instance] = copy === null ? [] : await product.orthanc.instancesOf(copy);
    expect(valueOf(await product.orthanc.file(instance?.id ?? ''), PATIENT_ID)).toBe(ofTrial);

    const told = (await Promise.all(answers)).join('\n');
    expect(told).toContain(ofTrial);
    const keys = readdirSync(join(folder, 'keys')).filter((name) => name.endsWith('.key'));
    expect(keys.toSorted()).toEqual(['default.key', 'trial.key']);
    for (const name of keys) {
      const key = readFileSync(join(folder, 'keys', name), 'utf8').trim();
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(told).not.toContain(key);
      expect(told).not.toContain(Buffer.from(key, 'hex').toString('base64'));
    }
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });

  it('tells what of a study it refuses, before and after, and stores none of it', async () => {
    for (const bytes of [MARKED_IMAGE.bytes, DOCUMENT]) await product.orthanc.store(bytes);
    const before = (await product.studies()).length;
    const viewer = await ViewerPage.open(browser, product.address);
    const { panel } = viewer;
    const ofTrial = await openForTrial(viewer, STUDY);
    await panel.getByRole('region', { name: 'Patient' }).getByText(REFUSAL).waitFor();

    await panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    const dialog = panel.getByRole('alertdialog');
    await dialog.getByText('1 instance is refused:').waitFor();
    expect(await dialog.getByText(REFUSAL).count()).toBe(1);
    expect(await pseudonymIn(dialog)).toBe(ofTrial);
    await dialog.getByRole('button', { name: 'De-identify' }).click();
    await panel.locator('.job[data-state=failed]').getByText(REFUSAL).waitFor();
    expect(await product.studies()).toHaveLength(before);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

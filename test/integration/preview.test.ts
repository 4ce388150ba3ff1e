import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, InstancePreview, ROUTES } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product, textOfJson } from '../product.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'pseudonymize-preview-'));
const SOP_INSTANCE_UID = '00080018';
const STUDY_INSTANCE_UID = '0020000D';
const PATIENT_NAME = '00100010';

let product: Product;
beforeAll(async () => {
  product = await Product.start(dataFolder);
});
afterAll(async () => {
  await product.stop();
  rmSync(dataFolder, { recursive: true });
});

const previewPath = (study: string, instance: string): string =>
  ROUTES.instancePreview.replace(':study', study).replace(':instance', instance);

describe('the preview of an instance', () => {
  it('[DI-70] is answered by the bridge, attribute by attribute, and is not to be stored', async () => {
    const [study] = await product.studies();
    if (study === undefined) throw new Error('the demo has no study');
    const studyInstanceUID = textOfJson(study, STUDY_INSTANCE_UID);
    const list = await product.get(`/dicom-web/studies/${studyInstanceUID}/instances`);
    const [instance] = (await list.json()) as readonly [typeof study];
    const answer = await product.get(previewPath(studyInstanceUID, textOfJson(instance, SOP_INSTANCE_UID)));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { rows } = InstancePreview.parse(await answer.json());
    const row = (keyword: string): (typeof rows)[number] | undefined =>
      rows.find(({ path }) => path === keyword);
    expect(row('PatientName')).toMatchObject({ action: 'Z', oldValue: textOfJson(study, PATIENT_NAME) });
    expect(row('PatientName')?.newValue).toMatch(/PSEUDONYM/);
    expect(row('SOPInstanceUID')?.newValue).toMatch(/^2\.25\./);
    expect(row('Rows')).toMatchObject({ action: 'K' });
  });

  it('[DI-70] is refused for an instance that is not there', async () => {
    const [study] = await product.studies();
    if (study === undefined) throw new Error('the demo has no study');
    const path = previewPath(textOfJson(study, STUDY_INSTANCE_UID), '1.2.3');
    const answer = await fetch(product.address + path);
    expect(answer.status).toBe(404);
    expect(ApiError.parse(await answer.json())).toMatchObject({ code: 'INSTANCE_NOT_FOUND' });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApiError,
  InstancePreview,
  JobComparison,
  Project,
  ROUTES,
  StudyPreview,
  type JobRequestInput,
} from '@pseudonymize-redact/core/contract';
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

describe('a profile that a job names', () => {
  const studyOf = async (description: string): Promise<string> => {
    const [study] = await product.studies(`?StudyDescription=${description}`);
    if (study === undefined) throw new Error('the demo has no such study');
    return textOfJson(study, STUDY_INSTANCE_UID);
  };
  const post = (path: string, body: JobRequestInput): Promise<Response> =>
    fetch(product.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const compared = async (body: JobRequestInput): Promise<JobComparison['changes']> =>
    JobComparison.parse(await (await post(ROUTES.comparison, body)).json()).changes;

  it('[DI-71] is one of those that the project allows, and decides on previews and on the copy', async () => {
    const projects = Project.array().parse(await (await product.get(ROUTES.projects)).json());
    expect(projects[0]).toMatchObject({
      profile: 'research-longitudinal',
      profiles: ['research-longitudinal', 'basic'],
    });
    const studyInstanceUID = await studyOf('Left*');
    const preview = ROUTES.preview.replace(':study', studyInstanceUID);
    const previewed = async (query: string): Promise<string> =>
      StudyPreview.parse(await (await product.get(preview + query)).json()).profile;
    expect(await previewed('')).toBe('research-longitudinal');
    expect(await previewed('?profile=basic')).toBe('basic');
    for (const answer of [
      await fetch(`${product.address}${preview}?profile=sharing-strict`),
      await post(ROUTES.jobs, { studyInstanceUID, regions: [], profile: 'sharing-strict' }),
    ])
      expect(ApiError.parse(await answer.json()).code).toBe('PROFILE_NOT_ALLOWED');

    expect((await product.deidentify({ studyInstanceUID, regions: [] })).state).toBe('completed');
    const copies = await product.studies('?PatientSex=M&includefield=PatientAge,PatientSex');
    const job = await product.deidentify({ studyInstanceUID, regions: [], profile: 'basic' });
    const after = await product.studies('?PatientSex=M&includefield=PatientAge,PatientSex');
    expect(job.state).toBe('completed');
    // The copy in its place does not retain the patient's sex.
    expect(after).toHaveLength(copies.length - 1);
  });

  it('[DI-72] and what else differs from the job before is told, before the job and after it', async () => {
    const studyInstanceUID = await studyOf('Left*');
    const [instance] = (await (
      await product.get(`/dicom-web/studies/${studyInstanceUID}/instances`)
    ).json()) as readonly [Awaited<ReturnType<typeof product.studies>>[number]];
    const scope = { sopInstanceUID: textOfJson(instance, SOP_INSTANCE_UID) };
    const request = {
      studyInstanceUID,
      regions: [{ scope, box: [10, 10, 40, 40] }],
    } satisfies JobRequestInput;
    const before = await compared(request);
    expect(before).toMatchObject({
      earlier: { profile: 'basic' },
      profile: 'research-longitudinal',
      settings: [],
      regions: [{ scope, added: 1, removed: 0, changed: 0 }],
    });
    expect(before?.earlier.product).toBe(before?.product);
    expect(before?.options).toContainEqual({ option: 'retainPatientCharacteristics', used: true });
    expect(before?.attributes).toContainEqual({ attribute: 'PatientSex', before: 'Z', now: 'K' });

    const job = await product.deidentify(request);
    const after = await product.get(ROUTES.jobComparison.replace(':job', job.id));
    expect(JobComparison.parse(await after.json()).changes).toEqual(before);
    const unchanged = await compared(request);
    expect(unchanged).toMatchObject({ options: [], attributes: [], settings: [], regions: [] });
    expect(unchanged?.earlier.job).toBe(job.id);
  });

  it('[DI-72] is of no job where the study was never de-identified', async () => {
    expect(await compared({ studyInstanceUID: await studyOf('Echo*'), regions: [] })).toBeNull();
  });
});

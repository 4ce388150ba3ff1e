// The bridge over HTTP, with a real Orthanc behind it.
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  ApiError,
  Job,
  ROUTES,
  StudyPreview,
  type JobRequestInput,
} from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bufferOf, uidOf, writeDicomFile } from '../../server-plugin/src/demo/dicomFile.ts';
import { Product } from '../product.ts';
import { IMAGE_PATIENT, syntheticImage } from '../synthetic/images.ts';

const IMAGE = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: 3,
  pixelSpacing: [0.5, 0.5],
});
const IMAGE_STUDY = uidOf('image study');
const IMAGE_SERIES = uidOf('image series rgb_8_pixels_3f_square');

const DOCUMENT_STUDY = uidOf('document study');
const DOCUMENT = writeDicomFile({
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.104.1',
  SOPInstanceUID: uidOf('document'),
  StudyInstanceUID: DOCUMENT_STUDY,
  SeriesInstanceUID: uidOf('document series'),
  PatientName: IMAGE_PATIENT.name,
  PatientID: IMAGE_PATIENT.id,
  StudyDate: '20210817',
  Modality: 'DOC',
  MIMETypeOfEncapsulatedDocument: 'application/pdf',
  EncapsulatedDocument: bufferOf(new TextEncoder().encode('%PDF-1.4 ')),
  _vrMap: { EncapsulatedDocument: 'OB' },
});

let folder: string;
let product: Product;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bridge-'));
  product = await Product.start(folder, { DEMO_STUDIES: 'no', LOG_LEVEL: 'debug' });
  for (const bytes of [IMAGE.bytes, DOCUMENT]) await product.orthanc.store(bytes);
});

afterAll(async () => {
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(product.address + ROUTES.jobs, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const refusal = async (response: Response): Promise<object> => {
  const { code, where } = ApiError.parse(await response.json());
  return { status: response.status, code, where };
};

const region = (sopInstanceUID: string): NonNullable<JobRequestInput['regions']>[number] => ({
  scope: { sopInstanceUID },
  box: [0, 0, 200, 30],
});

/** Every file below a folder, as text byte by byte. */
const textsBelow = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

describe('a job', () => {
  it('stores a verified copy that names it, tells its progress to the end, and leaves the original as it was', async () => {
    const { orthanc } = product;
    const job = await product.deidentify({
      studyInstanceUID: IMAGE_STUDY,
      regions: [{ scope: { seriesInstanceUID: IMAGE_SERIES }, box: [0, 0, 320, 30] }],
    });
    expect(job).toMatchObject({ state: 'completed', error: null, instances: { total: 1, done: 1 } });
    const copyStudy = await orthanc.findStudy(job.copy?.studyInstanceUID ?? '');
    expect(await orthanc.jobOf(copyStudy ?? '')).toBe(job.id);

    const originalStudy = await orthanc.findStudy(IMAGE_STUDY);
    const [original] = await orthanc.instancesOf(originalStudy ?? '');
    expect(Buffer.from(await orthanc.file(original?.id ?? '')).equals(IMAGE.bytes)).toBe(true);
    expect(await orthanc.jobOf(originalStudy ?? '')).toBeNull();

    const preview = StudyPreview.parse(
      await (await product.get(ROUTES.preview.replace(':study', IMAGE_STUDY))).json(),
    );
    expect(preview).toMatchObject({
      original: { patientName: IMAGE_PATIENT.name, patientID: IMAGE_PATIENT.id },
      copyStudyInstanceUID: job.copy?.studyInstanceUID,
      copyExists: true,
      refusals: [],
    });
  });

  it('that cannot be done ends with a code and a reason, and stores nothing', async () => {
    const before = await product.studies();
    const job = await product.deidentify({ studyInstanceUID: DOCUMENT_STUDY, regions: [] });
    expect(job).toMatchObject({ state: 'failed', copy: null });
    expect(job.error?.code).toMatch(/^DEIDENTIFICATION_/);
    expect(job.error?.message).not.toBe('');
    expect(await product.studies()).toHaveLength(before.length);
    const list = (await (await product.get(ROUTES.jobs)).json()) as unknown[];
    expect(list.map((listed) => Job.parse(listed))).toContainEqual(job);
  });

  it('is refused at once where its study, project or region is not there', async () => {
    const study = { studyInstanceUID: IMAGE_STUDY, regions: [] };
    expect(await refusal(await post({ ...study, studyInstanceUID: '1.2.3' }))).toMatchObject({
      status: 404,
      code: 'STUDY_NOT_FOUND',
    });
    expect(await refusal(await post({ ...study, project: 'nobody' }))).toMatchObject({
      status: 404,
      code: 'PROJECT_NOT_FOUND',
    });
    expect(await refusal(await post({ ...study, regions: [region('1.2.3')] }))).toMatchObject({
      code: 'JOB_REGION_UNKNOWN',
      where: 'regions[0]',
    });
    expect(await refusal(await post({ ...study, regions: [{ box: [5, 5, 1, 1] }] }))).toMatchObject({
      status: 400,
      code: 'REQUEST_INVALID',
      where: expect.stringMatching(/^regions/) as string,
    });
    const unknown = ROUTES.job.replace(':job', crypto.randomUUID());
    expect(await refusal(await fetch(product.address + unknown))).toMatchObject({
      status: 404,
      code: 'JOB_NOT_FOUND',
    });
  });
});

describe('the origin', () => {
  it('takes no request under a foreign name and none that another site sends', async () => {
    const study = { studyInstanceUID: IMAGE_STUDY, regions: [] };
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect(await refusal(await post(study, headers))).toMatchObject({
        status: 403,
        code: 'REQUEST_FOREIGN_ORIGIN',
      });
    }
    const [response] = (await once(
      get(product.address + ROUTES.jobs, { headers: { host: 'elsewhere.example' } }),
      'response',
    )) as [IncomingMessage];
    expect(JSON.parse(await text(response))).toMatchObject({ code: 'REQUEST_FOREIGN_HOST' });
  });

  it('passes reading requests on to DICOMweb, and nothing else to Orthanc', async () => {
    const found = await product.studies(`?StudyInstanceUID=${IMAGE_STUDY}&includefield=00081030%2C00080060`);
    expect(found).toHaveLength(1);
    const stow = await fetch(`${product.address}/dicom-web/studies`, {
      method: 'POST',
      body: Buffer.from(IMAGE.bytes),
    });
    expect(stow.status).toBe(404);
    const rest = await fetch(`${product.address}/instances`);
    expect(rest.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('lists a study whose images have no Modality without a word of it: an empty one stops the viewer', async () => {
    const study = uidOf('study without modality');
    await product.orthanc.store(
      writeDicomFile({
        SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
        SOPInstanceUID: uidOf('image without modality'),
        StudyInstanceUID: study,
        SeriesInstanceUID: uidOf('series without modality'),
        PatientID: IMAGE_PATIENT.id,
        _vrMap: {},
      }),
    );
    const [found, ...others] = await product.studies(`?StudyInstanceUID=${study}&includefield=00080061`);
    expect(found?.['0020000D']?.Value).toEqual([study]);
    expect(found).not.toHaveProperty('00080061');
    expect(others).toEqual([]);
    const [withModality] = await product.studies(`?StudyInstanceUID=${IMAGE_STUDY}&includefield=00080061`);
    expect(withModality?.['00080061']?.Value).toHaveLength(1);
  });

  it('serves the viewer, its pages, the plugin and the runtime, isolated from other origins', async () => {
    for (const [path, type] of [
      ['/', /^text\/html/],
      ['/viewer?StudyInstanceUIDs=1.2.3', /^text\/html/],
      ['/app-config.js', /javascript/],
      ['/plugins/extension.js', /javascript/],
      ['/plugins/mode.js', /javascript/],
      ['/plugins/pseudonymize-redact-worker/worker.js', /javascript/],
      ['/plugins/pseudonymize-redact-worker/ort/ort-wasm-simd-threaded.mjs', /javascript/],
      ['/plugins/pseudonymize-redact-worker/ort/ort-wasm-simd-threaded.wasm', /^application\/wasm/],
    ] as const) {
      const { headers } = await product.get(path);
      expect(headers.get('content-type'), path).toMatch(type);
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy'), path).toBe('require-corp');
    }
    const missing = await fetch(`${product.address}/plugins/nothing.js`);
    expect(missing.status).toBe(404);
  });
});

describe('patients', () => {
  it('stand in no line of the log, and in no file of the database, the queue or the jobs', () => {
    expect(product.log).toContain('job completed');
    const written = [
      product.log,
      ...textsBelow(join(folder, 'database')),
      ...textsBelow(join(folder, 'jobs')),
    ];
    const identifiers = [
      'Sandoval',
      'SANDOVAL',
      IMAGE_PATIENT.id,
      'AC-90177',
      IMAGE_STUDY,
      IMAGE_SERIES,
      DOCUMENT_STUDY,
    ];
    for (const identifier of identifiers)
      expect(
        written.some((file) => file.includes(identifier)),
        identifier,
      ).toBe(false);
  });
});

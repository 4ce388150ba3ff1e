// Regions and fills as a client of the bridge asks for them, down to the stored copy.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, ROUTES, type Job, type JobRequestInput } from '@pseudonymize-redact/core/contract';
import { imagePixelOf, pixelFramesOf, StoredPixels } from '@pseudonymize-redact/core/pixels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFrameCodecs } from '../../server-plugin/src/codecs/frameCodecs.ts';
import { Product } from '../product.ts';
import type { SyntheticElement } from '../synthetic/buildPart10.ts';
import { image, imageBytes, parse } from '../synthetic/cellImage.ts';

const ULTRASOUND = '1.2.840.10008.5.1.4.1.1.3.1';
const STUDY = '2.25.7001';
const SERIES = '2.25.7002';
const [WITH_REGIONS, WITHOUT_REGIONS] = ['2.25.7003', '2.25.7004'];
const [ROWS, COLUMNS, FRAMES] = [20, 30, 4];
/** Pixels of the corners of the one ultrasound region. */
const [X0, Y0, X1, Y1] = [5, 4, 20, 15];

const elementsOf = (sopInstanceUID: string, series: string, study: string): SyntheticElement[] => [
  { tag: 0x00080016, vr: 'UI', value: ULTRASOUND },
  { tag: 0x00080018, vr: 'UI', value: sopInstanceUID },
  { tag: 0x00080060, vr: 'CS', value: 'US' },
  { tag: 0x00100010, vr: 'PN', value: 'Example^Erin' },
  { tag: 0x00100020, vr: 'LO', value: 'EX-4711-22' },
  { tag: 0x0020000d, vr: 'UI', value: study },
  { tag: 0x0020000e, vr: 'UI', value: series },
];
const corners: SyntheticElement[] = [
  { tag: 0x00186018, vr: 'UL', value: [X0] },
  { tag: 0x0018601a, vr: 'UL', value: [Y0] },
  { tag: 0x0018601c, vr: 'UL', value: [X1] },
  { tag: 0x0018601e, vr: 'UL', value: [Y1] },
];
const made = (elements: SyntheticElement[]): Uint8Array =>
  imageBytes(image({ rows: ROWS, columns: COLUMNS, frames: FRAMES, elements }));
const ORIGINAL = made([
  ...elementsOf(WITH_REGIONS, SERIES, STUDY),
  { tag: 0x00186011, vr: 'SQ', value: { items: [corners] } },
]);

let folder: string;
let product: Product;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-regions-'));
  product = await Product.start(folder, { DEMO_STUDIES: 'no' });
  await product.orthanc.store(ORIGINAL);
  await product.orthanc.store(made(elementsOf(WITHOUT_REGIONS, '2.25.7006', '2.25.7005')));
});

afterAll(async () => {
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const framesOf = async (bytes: Uint8Array): Promise<readonly StoredPixels[]> => {
  const file = parse(bytes);
  const imagePixel = imagePixelOf(file);
  const { decoded } = pixelFramesOf(file, imagePixel, await loadFrameCodecs());
  return Array.from({ length: FRAMES }, (_, index) => new StoredPixels(imagePixel, decoded(index).bytes));
};

const copyOf = async (job: Job): Promise<readonly StoredPixels[]> => {
  const study = await product.orthanc.findStudy(job.copy?.studyInstanceUID ?? '');
  const [copy] = await product.orthanc.instancesOf(study ?? '');
  return framesOf(await product.orthanc.file(copy?.id ?? ''));
};

/** What became of each pixel of a frame: 'kept', or its new value. */
const changesOf = (before: StoredPixels | undefined, after: StoredPixels | undefined): ('kept' | number)[] =>
  Array.from({ length: ROWS * COLUMNS }, (_, pixel) => {
    const value = after?.get(pixel, 0) ?? NaN;
    return before?.get(pixel, 0) === value ? 'kept' : value;
  });

const redacted = async (
  request: Partial<JobRequestInput>,
): Promise<readonly (readonly ('kept' | number)[])[]> => {
  const job = await product.deidentify({ studyInstanceUID: STUDY, regions: [], ...request });
  expect(job).toMatchObject({ state: 'completed', error: null });
  const after = await copyOf(job);
  return (await framesOf(ORIGINAL)).map((before, index) => changesOf(before, after[index]));
};

const at = (x: number, y: number): number => y * COLUMNS + x;
const scope = { sopInstanceUID: WITH_REGIONS } as const;

describe('a request', () => {
  it('[PX-22] names a range of frames and a value', async () => {
    const frames = await redacted({
      regions: [{ scope, frames: { first: 2, last: 3 }, box: [2, 3, 12, 8] }],
      fill: [77],
    });
    for (const [index, frame] of frames.entries()) {
      const inside = frame.filter((_, pixel) => {
        const [x, y] = [pixel % COLUMNS, Math.floor(pixel / COLUMNS)];
        return x >= 2 && x < 12 && y >= 3 && y < 8;
      });
      const isMeant = index === 1 || index === 2;
      expect(
        inside.every((change) => change === (isMeant ? 77 : 'kept') || (isMeant && change === 'kept')),
      ).toBe(true);
      expect(frame.filter((change) => change !== 'kept').length).toBeLessThanOrEqual(isMeant ? 50 : 0);
    }
    expect(frames[1]?.filter((change) => change === 77).length).toBeGreaterThan(40);
  });

  it('[PX-22] names a series, and a box that is turned', async () => {
    const [first, , , last] = await redacted({
      regions: [{ scope: { seriesInstanceUID: SERIES }, box: [5, 9, 25, 11], angleDegrees: 90 }],
    });
    for (const frame of [first, last]) {
      // Turned about (15, 10): a column of two pixels.
      const columns = new Set(
        frame?.flatMap((change, pixel) => (change === 'kept' ? [] : [pixel % COLUMNS])),
      );
      expect([...columns].sort((a, b) => a - b)).toEqual([14, 15]);
    }
  });

  it('[PX-22] asks for everything outside the ultrasound regions', async () => {
    const frames = await redacted({ outsideUltrasoundRegions: [scope] });
    for (const frame of frames) {
      for (let y = Y0; y <= Y1; y++) for (let x = X0; x <= X1; x++) expect(frame[at(x, y)]).toBe('kept');
      const outside = frame.filter((_, pixel) => {
        const [x, y] = [pixel % COLUMNS, Math.floor(pixel / COLUMNS)];
        return x < X0 || x > X1 || y < Y0 || y > Y1;
      });
      // A pixel that was black already counts as kept.
      expect(outside.filter((change) => change === 0).length).toBeGreaterThan(0.9 * outside.length);
    }
  });

  const post = (request: Partial<JobRequestInput>): Promise<Response> =>
    fetch(product.address + ROUTES.jobs, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ studyInstanceUID: STUDY, regions: [], ...request }),
    });

  const box = [0, 0, 5, 5] as [number, number, number, number];
  const OUTSIDE: readonly (readonly [string, JobRequestInput['regions'][number], string])[] = [
    ['a box outside the image', { scope, box: [100, 100, 120, 120] }, 'PIXELS_REGION_OUTSIDE'],
    [
      'a box outside the images of a series',
      { scope: { seriesInstanceUID: SERIES }, box: [0, 20, 30, 25] },
      'PIXELS_REGION_OUTSIDE',
    ],
    ['a frame that is not there', { scope, frames: { first: 4, last: 5 }, box }, 'PIXELS_FRAME_OUTSIDE'],
  ];
  it.each(OUTSIDE)('[PX-22] [PX-04] is refused at once for %s', async (_, region, code) => {
    const answer = await post({ regions: [{ scope, box }, region] });
    expect(answer.status).toBe(400);
    expect(ApiError.parse(await answer.json())).toMatchObject({ code, where: 'regions[1]' });
  });

  const UNFIT: readonly (readonly [string, Partial<JobRequestInput>, string])[] = [
    ['a value out of range', { regions: [{ scope, box: [0, 0, 5, 5] }], fill: [256] }, 'PIXELS_FILL_INVALID'],
    [
      'an image without ultrasound regions',
      {
        studyInstanceUID: '2.25.7005',
        outsideUltrasoundRegions: [{ sopInstanceUID: WITHOUT_REGIONS }],
      },
      'PIXELS_ULTRASOUND_REGIONS_ABSENT',
    ],
  ];
  it.each(UNFIT)('[PX-22] ends with a code for %s', async (_, request, code) => {
    const job = await product.deidentify({ studyInstanceUID: STUDY, regions: [], ...request });
    expect(job).toMatchObject({ state: 'failed', error: { code } });
  });

  it('[PX-22] is refused at once where it is no request', async () => {
    expect((await post({ fill: 'redacted' as 'darkest' })).status).toBe(400);
  });
});

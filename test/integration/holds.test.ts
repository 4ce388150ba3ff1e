// What is on hold after redaction, over HTTP, with a real Orthanc and a real search behind it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, Hold, ROUTES, type JobRequestInput } from '@pseudonymize-redact/core/contract';
import { imagePixelOf, pixelFramesOf, StoredPixels } from '@pseudonymize-redact/core/pixels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadFrameCodecs } from '../../server-plugin/src/codecs/frameCodecs.ts';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { Product } from '../product.ts';
import { parse } from '../synthetic/cellImage.ts';
import { imageName, syntheticImage, type ImageCell } from '../synthetic/images.ts';

const CELLS: readonly ImageCell[] = [
  { photometric: 'RGB', bits: '8', planar: 0, frames: 1, pixelSpacing: [0.5, 0.5] },
  { photometric: 'MONOCHROME1', bits: '12in16', planar: 0, frames: 1, pixelSpacing: [0.5, 0.5] },
];
const STUDY = uidOf('image study');
const [RGB = '', GREY = ''] = CELLS.map((cell) => uidOf(`image ${imageName(cell)}`));
/** All text of the images but what stands at the bottom. */
const ALL_BUT_BOTTOM = [0, 0, 320, 165] as const;

let folder: string;
let product: Product;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-holds-'));
  product = await Product.start(folder, { DEMO_STUDIES: 'no' }, 'identifying');
  for (const cell of CELLS) await product.orthanc.store(syntheticImage(cell).bytes);
});

afterAll(async () => {
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const list = async (query = ''): Promise<readonly Hold[]> =>
  z.array(Hold).parse(await (await product.get(ROUTES.holds + query)).json());
const heldOf = async (sopInstanceUID: string): Promise<Hold> => {
  const hold = (await list()).find(({ original }) => original?.sopInstanceUID === sopInstanceUID);
  if (hold === undefined) throw new Error('there is no such hold');
  return hold;
};
const decide = (body: unknown): Promise<Response> =>
  fetch(product.address + ROUTES.holds, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const decided = async (body: unknown): Promise<readonly Hold[]> =>
  z.array(Hold).parse(await (await decide(body)).json());

const region = (sopInstanceUID: string): NonNullable<JobRequestInput['regions']>[number] => ({
  scope: { sopInstanceUID },
  box: [...ALL_BUT_BOTTOM],
});

const copiesIn = async (studyInstanceUID: string): Promise<readonly string[]> => {
  const study = await product.orthanc.findStudy(studyInstanceUID);
  return study === null ? [] : (await product.orthanc.instancesOf(study)).map(({ id }) => id);
};

/** How many different values stand inside the region in the copy. */
const valuesInside = async (instance: string): Promise<number> => {
  const file = parse(await product.orthanc.file(instance));
  const imagePixel = imagePixelOf(file);
  const { bytes } = pixelFramesOf(file, imagePixel, await loadFrameCodecs()).decoded(0);
  const pixels = new StoredPixels(imagePixel, bytes);
  const values = new Set<number>();
  for (let pixel = 0; pixel < 165 * imagePixel.columns; pixel++) values.add(pixels.get(pixel, 0));
  return values.size;
};

describe('an image on which identifying text is left', () => {
  it('[PX-20] is not stored, and its place is told but not what it says', async () => {
    const job = await product.deidentify({ studyInstanceUID: STUDY, regions: [] });
    expect(job).toMatchObject({
      state: 'completed',
      copy: null,
      instances: { total: 2, done: 2 },
      report: { instances: 2, frames: 0, regions: 0, reencodings: 0, holds: 2 },
    });
    const holds = await list(`?job=${job.id}`);
    expect(holds).toHaveLength(2);
    for (const { state, reason, texts, original } of holds) {
      expect(state).toBe('held');
      expect(reason.code).toBe('HOLD_TEXT_REMAINS');
      expect(original?.studyInstanceUID).toBe(STUDY);
      // The name stands at the top left.
      expect(texts.some(({ box: [x0, y0, x1, y1] }) => x0 < 30 && x1 > 100 && y0 < 15 && y1 > 15)).toBe(true);
    }
    expect(JSON.stringify(holds)).not.toMatch(/sandoval/i);
    expect(await list(`?studyInstanceUID=${STUDY}`)).toEqual(holds);
  });

  it('[PX-20] is shown as it would be stored', async () => {
    const { id } = await heldOf(RGB);
    const path = ROUTES.holdFrame.replace(':hold', id);
    const picture = await product.get(path.replace(':frame', '1'));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('cache-control')).toBe('no-store');
    const outside = await fetch(product.address + path.replace(':frame', '2'));
    expect(ApiError.parse(await outside.json()).code).toBe('PIXELS_FRAME_OUTSIDE');
  });

  it('[PX-21] is stored as it is when it is released, by one more job', async () => {
    const { id } = await heldOf(GREY);
    const [hold] = await decided({ decision: 'release', holds: [id] });
    expect(hold?.state).toBe('released');
    const job = await product.finished(hold?.followUp ?? '');
    expect(job).toMatchObject({ state: 'completed', report: { instances: 1, holds: 0 } });
    expect(await copiesIn(job.copy?.studyInstanceUID ?? '')).toHaveLength(1);
    const again = await decide({ decision: 'reject', holds: [id] });
    expect(again.status).toBe(409);
    expect(ApiError.parse(await again.json()).code).toBe('HOLD_DECIDED');
  });

  it('[PX-21] is redacted again with the regions of a correction, and stored when nothing is left', async () => {
    const { id } = await heldOf(RGB);
    const [hold] = await decided({ decision: 'correct', holds: [id], regions: [region(RGB)] });
    expect(hold?.state).toBe('corrected');
    const job = await product.finished(hold?.followUp ?? '');
    expect(job).toMatchObject({
      state: 'completed',
      report: { instances: 1, frames: 1, regions: 1, holds: 0 },
    });
    const copies = await copiesIn(job.copy?.studyInstanceUID ?? '');
    expect(copies).toHaveLength(2);
    expect((await Promise.all(copies.map(valuesInside))).sort((a, b) => a - b)[0]).toBe(1);
    expect(await list()).toEqual([]);
  });

  it('[PX-21] is never stored when it is rejected, and a later job of the study decides anew', async () => {
    const before = await product.deidentify({ studyInstanceUID: STUDY, regions: [] });
    expect(before.report.holds).toBe(2);
    const { id } = await heldOf(RGB);
    expect(await decided({ decision: 'reject', holds: [id] })).toMatchObject([
      { state: 'rejected', followUp: null },
    ]);
    const after = await product.deidentify({
      studyInstanceUID: STUDY,
      regions: [region(RGB), region(GREY)],
    });
    expect(after.report).toMatchObject({ holds: 0, frames: 2 });
    expect(await list()).toEqual([]);
    expect(await list('?state=superseded')).toMatchObject([{ followUp: after.id }]);
  });

  it('[PX-20] is not searched where the client has searched it and the job changes nothing of it', async () => {
    const job = await product.deidentify({ studyInstanceUID: STUDY, regions: [], searched: [RGB, GREY] });
    expect(job).toMatchObject({ state: 'completed', report: { instances: 2, holds: 0 } });
  });
});

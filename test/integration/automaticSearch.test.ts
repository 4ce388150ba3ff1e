// Jobs that search the pixels themselves, as exports do, with a real Orthanc and the real models.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobRequestInput } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BurnedInText } from '../../server-plugin/src/demo/demoInstance.ts';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { pixelAt, storedImage, type StoredImage } from '../browser/storedImage.ts';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';

/** Each frame has a text of its own beside five that stand on all. */
const IMAGE = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: 3,
  pixelSpacing: [0.5, 0.5],
});

let folder: string;
let product: Product;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-search-'));
  product = await Product.start(folder, { DEMO_STUDIES: 'no' }, 'identifying');
  await product.orthanc.store(IMAGE.bytes);
});

afterAll(async () => {
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const copyOf = async (request: Pick<JobRequestInput, 'search' | 'textPolicy'>): Promise<StoredImage> => {
  const job = await product.deidentify({ studyInstanceUID: uidOf('image study'), regions: [], ...request });
  expect(job).toMatchObject({ state: 'completed', error: null, report: { holds: 0 } });
  const study = await product.orthanc.findStudy(job.copy?.studyInstanceUID ?? '');
  const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
  return storedImage(await product.orthanc.file(instance?.id ?? ''));
};

/** How many different pixels a text's place has, in each frame that shows the text. */
const valuesUnder = (
  image: StoredImage,
  { box: [x0, y0, x1, y1], frame }: BurnedInText,
): readonly number[] => {
  const frames = frame === 'all' ? [1, 2, 3] : [frame];
  return frames.map((number) => {
    const values = new Set<string>();
    for (let row = Math.floor(y0); row < y1; row++)
      for (let column = Math.floor(x0); column < x1; column++)
        values.add(pixelAt(image, number, row, column));
    return values.size;
  });
};

describe('a job that searches by itself', () => {
  it('[TD-14] blanks every text of every frame under all-text', async () => {
    const copy = await copyOf({ search: 'auto', textPolicy: 'all-text' });
    for (const text of IMAGE.texts) expect(new Set(valuesUnder(copy, text)), text.text).toEqual(new Set([1]));
  });

  it('[TD-14] leaves what is known to be harmless under keep-harmless, and nothing else', async () => {
    const copy = await copyOf({ search: 'auto', textPolicy: 'keep-harmless' });
    for (const text of IMAGE.texts.filter(({ identifying }) => identifying))
      expect(new Set(valuesUnder(copy, text)), text.text).toEqual(new Set([1]));
    const kept = IMAGE.texts.filter(({ identifying }) => !identifying);
    expect(kept.map(({ text }) => text)).toContain('120 kV');
    expect(kept.some((text) => valuesUnder(copy, text).every((values) => values > 1))).toBe(true);
  });
});

// The list of findings in the published viewer: what a clip shows on every frame is one row of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES, StudyReview } from '@pseudonymize-redact/core/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';
const FRAMES = 3;
const { bytes } = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: FRAMES,
  pixelSpacing: [0.5, 0.5],
});
const STUDY = valueOf(bytes, STUDY_INSTANCE_UID);

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-list-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  await product.orthanc.store(bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** The frames on which the bridge keeps a finding as rejected. */
const rejectedFrames = async (): Promise<readonly number[]> => {
  const { entries } = StudyReview.parse(
    await (await product.get(ROUTES.review.replace(':study', STUDY))).json(),
  );
  return entries
    .flatMap(({ regions }) => regions)
    .flatMap(({ decision, frames }) => (decision === 'rejected' && frames ? [frames.first] : []))
    .toSorted();
};

it('has one row for a text on every frame, which is judged as one, by its button and by its key, or frame by frame', async () => {
  const viewer = await ViewerPage.open(browser, product.address, { width: 1280 });
  const { page, panel } = viewer;
  await viewer.openMode(STUDY);
  await viewer.searched();
  await viewer.allSearched();
  const row = panel.locator('.image-findings li', { hasText: 'frames 1–3' }).first();
  const name = await row.getByRole('group').getAttribute('aria-label');
  // Two lines: its picture, and what is told of it.
  expect((await row.boundingBox())?.height).toBeLessThan(40);

  const reject = row.getByRole('button', { name: `Reject: ${name}` });
  await reject.click();
  await expect.poll(rejectedFrames).toEqual([1, 2, 3]);
  await page.keyboard.press('u');
  await expect.poll(rejectedFrames).toEqual([]);

  await row.locator('button.finding').click();
  await panel.getByText('Selected on 3 images').waitFor();
  await page.keyboard.press('x');
  await expect.poll(rejectedFrames).toEqual([1, 2, 3]);
  await page.keyboard.press('u');

  await page.keyboard.press('g');
  await expect.poll(() => panel.locator('li.single').count()).toBe(FRAMES);
  await panel.getByText('1 selected').waitFor();
  const second = panel.locator('li.single', { hasText: 'Frame 2' });
  await second.locator('button.finding').click();
  await page.getByText('(2/3)').waitFor();
  await page.keyboard.press('x');
  await expect.poll(rejectedFrames).toEqual([2]);
  await row.getByText('judged differently').waitFor();

  // Folded again, the row highlights its finding on whichever frame is displayed.
  await row.getByRole('button', { name: /^Show as one/ }).click();
  await expect.poll(() => panel.locator('li.single').count()).toBe(0);
  await row.hover();
  const highlighted = page.locator('.pseudonymize-region.highlighted');
  await expect.poll(() => highlighted.getAttribute('class')).toContain('rejected');
  expect(viewer.errors).toEqual([]);
  await page.close();
});

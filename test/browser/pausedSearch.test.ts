// The search in the background: held, resumed, and its progress by series, in the published viewer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uidOf, writeDicomFile } from '../../server-plugin/src/demo/dicomFile.ts';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { markedSlice } from './markedSeries.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY = 'paused';
const SERIES = [
  { number: 1, slices: 5 },
  { number: 2, slices: 3 },
] as const;
const IMAGES = 8;
/** As nearly every CT study has one: it has no pixels, and so nothing to search. */
const DOSE_REPORT = writeDicomFile({
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.88.67',
  SOPInstanceUID: uidOf(`${STUDY} dose report`),
  StudyInstanceUID: uidOf(`${STUDY} study`),
  SeriesInstanceUID: uidOf(`${STUDY} dose report series`),
  PatientID: 'MK-330817',
  Modality: 'SR',
  SeriesNumber: 900,
  InstanceNumber: 1,
  ValueType: 'CONTAINER',
  ContinuityOfContent: 'SEPARATE',
  CompletionFlag: 'COMPLETE',
  VerificationFlag: 'UNVERIFIED',
  _vrMap: {},
});

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-paused-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  for (const { number, slices } of SERIES)
    for (let index = 0; index < slices; index++)
      await product.orthanc.store(markedSlice(index, { name: STUDY, size: 128, series: number }));
  await product.orthanc.store(DOSE_REPORT);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

it('searches nothing but what is displayed while it is paused, goes on when resumed, and tells how far each series is', async () => {
  const viewer = await ViewerPage.open(browser, product.address);
  const { page, panel } = viewer;
  // No search begins before the earlier review is there: it is held until the search is paused.
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/studies/*/review', async (route) => {
    await released;
    await route.continue();
  });
  await viewer.openMode(uidOf(`${STUDY} study`));
  await panel.getByRole('button', { name: 'Pause' }).click();
  release();

  const badges = page.locator('.pseudonymize-series-badge');
  const expectProgress = async (first: number, second: number): Promise<void> => {
    await panel.getByText(`${first + second} of ${IMAGES} images searched`).waitFor();
    expect(await panel.locator('.series-progress li').allInnerTexts()).toEqual([
      expect.stringContaining(`${first} / ${SERIES[0].slices}`),
      expect.stringContaining(`${second} / ${SERIES[1].slices}`),
    ]);
    await expect
      .poll(() => badges.allInnerTexts())
      .toEqual([`${first}/${SERIES[0].slices}`, `${second}/${SERIES[1].slices}`]);
  };
  await viewer.searched();
  await expectProgress(1, 0);
  await page.locator('.cornerstone-canvas').first().hover();
  for (const shown of [2, 3]) {
    // Each is searched alone, and the worker is idle in between.
    await page.mouse.wheel(0, 100);
    await page.getByText(`(${shown}/${SERIES[0].slices})`).waitFor();
    await viewer.searched();
    await expectProgress(shown, 0);
  }

  await page.keyboard.press('Shift+P');
  await viewer.allSearched();
  await panel.getByText(`${IMAGES} of ${IMAGES} images searched`).waitFor();
  expect(await panel.getByRole('button', { name: /Pause|Resume/ }).count()).toBe(0);
  for (const badge of await badges.all()) {
    await expect.poll(() => badge.getAttribute('data-complete')).toBe('true');
    expect(await badge.getAttribute('aria-label')).toMatch(/^Searched for text: (?:5 of 5|3 of 3) images/);
  }
  expect(viewer.errors).toEqual([]);
  await page.close();
});

// `npm run bench:viewer`: what the review costs in the real viewer. `--slices 100 --images 500` say how much is opened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { mainThreadUse, type MainThreadUse } from './mainThread.ts';
import { markedSlice } from './markedSeries.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const { values } = parseArgs({
  options: { slices: { type: 'string', default: '100' }, images: { type: 'string', default: '500' } },
});
const [SLICES, IMAGES] = [Number(values.slices), Number(values.images)];
const SIZE = 512;
const STUDY_INSTANCE_UID = '0020000D';
const LIMIT_MS = 3_600_000;
const SCROLL_STEPS = 60;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const SCROLL_PAUSE_MS = 50;

const scroll = async (page: Page): Promise<void> => {
  await page.locator('.cornerstone-canvas').first().hover();
  for (let step = 0; step < SCROLL_STEPS; step++) {
    await page.mouse.wheel(0, step % 20 < 10 ? 100 : -100);
    await page.waitForTimeout(SCROLL_PAUSE_MS);
  }
};

const tellUse = (when: string, use: MainThreadUse): void =>
  console.log(
    `scrolling ${when}: longest task ${use.longestTaskMs.toFixed(0)} ms; the plugins at most ${use.longestOwnMs.toFixed(0)} ms without a break, ${((100 * use.ownMs) / use.busyMs).toFixed(0)} % of what kept the main thread busy`,
  );

const heapMegabytes = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
};

const searchedCount = `Number(document.querySelector('.pseudonymize-panel [data-testid=searched] progress')?.value ?? 0)`;

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
const [product, browser] = await Promise.all([Product.start(folder), launchChromium()]);
try {
  const series = { name: 'bench', size: SIZE };
  for (let index = 0; index < SLICES; index++) await product.orthanc.store(markedSlice(index, series));
  const study = valueOf(markedSlice(0, series), STUDY_INSTANCE_UID);

  const demo = await ViewerPage.open(browser, product.address);
  await demo.launchMode('Echocardiography, transthoracic');
  let start = performance.now();
  await demo.boxes.first().waitFor({ timeout: LIMIT_MS });
  console.log(`first boxes of the demo ultrasound after opening it: ${seconds(performance.now() - start)}`);
  await demo.page.close();

  const viewer = await ViewerPage.open(browser, product.address);
  start = performance.now();
  await viewer.openMode(study);
  await viewer.page.waitForFunction(`${searchedCount} >= 2`, undefined, { timeout: LIMIT_MS });
  tellUse('during the search', await mainThreadUse(viewer.page, () => scroll(viewer.page)));
  await viewer.page.keyboard.press('Shift+P');
  tellUse('while it is paused', await mainThreadUse(viewer.page, () => scroll(viewer.page)));
  await viewer.page.keyboard.press('Shift+P');

  await viewer.page.waitForFunction(`${searchedCount} >= ${SLICES}`, undefined, { timeout: LIMIT_MS });
  const took = performance.now() - start;
  console.log(
    `${SLICES} slices of ${SIZE} × ${SIZE} searched: ${seconds(took)}, ${seconds(took / SLICES)} a slice`,
  );
  await viewer.page.close();

  const many = { name: 'bench many', size: 128 };
  for (let index = 0; index < IMAGES; index++) await product.orthanc.store(markedSlice(index, many));
  const second = await ViewerPage.open(browser, product.address);
  start = performance.now();
  await second.openMode(valueOf(markedSlice(0, many), STUDY_INSTANCE_UID));
  await second.page.waitForFunction(`${searchedCount} >= 1`, undefined, { timeout: LIMIT_MS });
  const before = await heapMegabytes(second.page);
  await second.page.waitForFunction(`${searchedCount} >= ${IMAGES}`, undefined, { timeout: LIMIT_MS });
  const after = await heapMegabytes(second.page);
  console.log(
    `heap of the page after 1 image: ${before.toFixed(0)} MB, after ${IMAGES}: ${after.toFixed(0)} MB (× ${(after / before).toFixed(2)}), ${seconds(performance.now() - start)}`,
  );
} finally {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true });
}

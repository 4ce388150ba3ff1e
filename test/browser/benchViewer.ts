// `npm run bench:viewer`: what the review costs in the real viewer. `--slices 100 --images 500` say how much is opened, `--part` what is measured, and
// `--minutes` how long a search may take: what was not reached by then is told.
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
  options: {
    slices: { type: 'string', default: '100' },
    images: { type: 'string', default: '500' },
    part: { type: 'string', default: 'all' },
    minutes: { type: 'string', default: '60' },
  },
});
const [SLICES, IMAGES] = [Number(values.slices), Number(values.images)];
const SIZE = 512;
const STUDY_INSTANCE_UID = '0020000D';
const LIMIT_MS = 60_000 * Number(values.minutes);
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

/** Waits until so many images are searched, or the time is up. @returns how many are */
const searchedBy = async (page: Page, count: number): Promise<number> => {
  await page
    .waitForFunction(`${searchedCount} >= ${count}`, undefined, { timeout: LIMIT_MS })
    .catch(() => null);
  return page.evaluate<number>(searchedCount);
};

const open = async (study: string): Promise<readonly [ViewerPage, number]> => {
  const viewer = await ViewerPage.open(browser, product.address);
  const start = performance.now();
  await viewer.openMode(study);
  return [viewer, start];
};

const store = async (
  count: number,
  series: { readonly name: string; readonly size: number },
): Promise<string> => {
  for (let index = 0; index < count; index++) await product.orthanc.store(markedSlice(index, series));
  return valueOf(markedSlice(0, series), STUDY_INSTANCE_UID);
};

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  boxes: async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.launchMode('Echocardiography, transthoracic');
    const start = performance.now();
    await viewer.boxes.first().waitFor({ timeout: LIMIT_MS });
    console.log(`first boxes of the demo ultrasound after opening it: ${seconds(performance.now() - start)}`);
    await viewer.page.close();
  },

  scrolling: async () => {
    const [{ page }] = await open(await store(SLICES, { name: 'bench', size: SIZE }));
    await searchedBy(page, 2);
    tellUse('during the search', await mainThreadUse(page, () => scroll(page)));
    await page.keyboard.press('Shift+P');
    tellUse('while it is paused', await mainThreadUse(page, () => scroll(page)));
    await page.close();
  },

  slices: async () => {
    // Not those that were scrolled through: their review is kept.
    const [{ page }, start] = await open(await store(SLICES, { name: 'bench slices', size: SIZE }));
    const searched = await searchedBy(page, SLICES);
    const took = performance.now() - start;
    console.log(
      `${searched} of ${SLICES} slices of ${SIZE} × ${SIZE} searched: ${seconds(took)}, ${seconds(took / searched)} a slice`,
    );
    await page.close();
  },

  memory: async () => {
    const [{ page }, start] = await open(await store(IMAGES, { name: 'bench many', size: 128 }));
    await searchedBy(page, 1);
    const before = await heapMegabytes(page);
    const searched = await searchedBy(page, IMAGES);
    const after = await heapMegabytes(page);
    console.log(
      `heap of the page after 1 image: ${before.toFixed(0)} MB, after ${searched} of ${IMAGES}: ${after.toFixed(0)} MB (× ${(after / before).toFixed(2)}), ${seconds(performance.now() - start)}`,
    );
    await page.close();
  },
};

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
const [product, browser] = await Promise.all([Product.start(folder), launchChromium()]);
try {
  for (const [name, measure] of Object.entries(PARTS))
    if (values.part === 'all' || values.part === name) await measure();
} finally {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true });
}

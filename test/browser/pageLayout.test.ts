// Narrow and low pages, as those of a window of 1280 pixels that is enlarged to 200 %, in the published viewer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY = valueOf(MARKED_IMAGE.bytes, '0020000D');
const [WIDE, ENLARGED] = [
  { width: 1280, height: 800 },
  { width: 640, height: 450 },
];
let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-layout-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  await product.orthanc.store(MARKED_IMAGE.bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const widthOf = async (part: Locator): Promise<number> =>
  (await part.count()) === 0 ? 0 : Math.round((await part.boundingBox())?.width ?? 0);

it('gives the room of the study list to the image while it is narrow, unless the reader has closed the list', async () => {
  const viewer = await ViewerPage.open(browser, product.address, { width: WIDE.width });
  const { page } = viewer;
  await viewer.openMode(STUDY);
  await viewer.searched();
  const list = page.locator('[data-cy="studyBrowser-panel"]');
  const width = await widthOf(list);
  expect(width).toBeGreaterThan(200);
  await page.setViewportSize(ENLARGED);
  await expect.poll(() => widthOf(list)).toBe(0);
  await page.setViewportSize(WIDE);
  await expect.poll(() => widthOf(list)).toBe(width);

  const header = page.locator('[data-cy="side-panel-header-left"]');
  await header.click();
  await expect.poll(() => widthOf(list)).toBe(0);
  const canvas = page.locator('.cornerstone-canvas').first();
  await page.setViewportSize(ENLARGED);
  await expect.poll(() => widthOf(canvas)).toBeLessThan(400);
  await page.setViewportSize(WIDE);
  await expect.poll(() => widthOf(canvas)).toBeGreaterThan(600);
  expect(await widthOf(list)).toBe(0);
  expect(viewer.errors).toEqual([]);
  viewer.leave();
});

it('has a toolbar that leaves room for what stands beside it, and all tools on a wide page', async () => {
  const viewer = await ViewerPage.open(browser, product.address, { width: WIDE.width });
  const { page } = viewer;
  await viewer.openMode(STUDY);
  const tool = (id: string): Locator => page.locator(`[data-cy="${id}"]`).first();
  await tool('RotateRight').waitFor();
  await page.setViewportSize(ENLARGED);
  await expect.poll(() => tool('RotateRight').count()).toBe(0);
  const place = async (id: string) => (await tool(id).boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
  const [back, first, last, undo] = await Promise.all(
    ['return-to-work-list', 'WindowLevel', 'MoreTools-split-button-secondary', 'undo-btn'].map(place),
  );
  expect((back?.x ?? Infinity) + (back?.width ?? 0)).toBeLessThan(first?.x ?? 0);
  expect((last?.x ?? Infinity) + (last?.width ?? 0)).toBeLessThan(undo?.x ?? 0);
  await tool('MoreTools-split-button-secondary').click();
  // The last of the menu, which is longer than the page.
  await page.getByRole('menuitem', { name: 'Angle', exact: true }).click();
  await page.setViewportSize(WIDE);
  await tool('RotateRight').waitFor();
  expect(viewer.errors).toEqual([]);
  viewer.leave();
});

it('begins a long dialog with its title, and has the focus on what it is for', async () => {
  const viewer = await ViewerPage.open(browser, product.address, { width: WIDE.width });
  const { page } = viewer;
  await viewer.openMode(STUDY);
  await viewer.searched();
  await page.setViewportSize(ENLARGED);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  const scrolled = await dialog.evaluate((element) => {
    const { scrollTop, scrollHeight, clientHeight } = element as unknown as Record<string, number>;
    return { scrollTop, isLong: (scrollHeight ?? 0) > (clientHeight ?? 0) };
  });
  expect(scrolled).toEqual({ scrollTop: 0, isLong: true });
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(viewer.errors).toEqual([]);
  viewer.leave();
});

it('has its button above the notice of the viewer until that is confirmed', async () => {
  const page = await browser.newPage({ viewport: WIDE });
  await page.goto(new URL(`/pseudonymize-redact?StudyInstanceUIDs=${STUDY}`, product.address).href);
  const notice = page.getByRole('button', { name: 'Confirm and hide' });
  await notice.waitFor();
  const button = page
    .locator('.pseudonymize-panel')
    .getByRole('button', { name: 'De-identify', exact: true });
  for (const size of [WIDE, ENLARGED]) {
    await page.setViewportSize(size);
    // Fails where anything lies above it.
    await button.click({ trial: true });
  }
  await notice.click();
  const end = async (): Promise<number> => {
    const box = await button.boundingBox();
    return box === null ? 0 : box.y + box.height;
  };
  await expect.poll(end).toBeGreaterThan(ENLARGED.height - 20);
  await page.close();
});

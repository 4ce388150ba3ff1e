// A review that somebody else goes on with, in a browser of their own: nothing of the first but what the bridge keeps.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectFramesRedacted } from './expectRedacted.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [SOP_INSTANCE_UID, STUDY_INSTANCE_UID] = ['00080018', '0020000D'];
const FRAMES = 3;
const CLIP = syntheticImage({
  photometric: 'YBR_FULL',
  bits: '8',
  planar: 0,
  frames: FRAMES,
  pixelSpacing: [0.5, 0.5],
});

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-colleague-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  await product.orthanc.store(CLIP.bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** What a reviewer sees of the findings: in the list, row by row, and on the displayed image, box by box. */
const seen = async ({ panel, boxes }: ViewerPage) => ({
  rows: await panel
    .locator('.image-findings li .told')
    .evaluateAll((rows) => rows.map((row) => row.textContent)),
  boxes: await boxes.evaluateAll((all) =>
    all.map((box) => [
      box.getAttribute('aria-label'),
      box.getAttribute('transform'),
      ...['x', 'y', 'width', 'height'].map((edge) => box.querySelector('rect')?.getAttribute(edge)),
    ]),
  ),
});

it('shows the boxes and decisions of the first reviewer without a search, and goes on to what both have decided', async () => {
  const study = valueOf(CLIP.bytes, STUDY_INSTANCE_UID);
  const first = await ViewerPage.open(browser, product.address);
  await first.openMode(study);
  await first.allSearched();
  await first.searched();
  expect(await first.searchesAsked()).toBeGreaterThan(0);
  const rows = first.panel.locator('.image-findings li');
  const found = await rows.count();
  const harmless = rows.filter({ has: first.page.locator('.class.harmless') });
  await harmless
    .first()
    .getByRole('button', { name: /^Accept/ })
    .click();
  await rows
    .filter({ has: first.page.locator('.class.unknown') })
    .first()
    .getByRole('button', { name: /^Reject/ })
    .click();
  const [x, y] = await first.middle();
  await first.drawBox([x - 30, y + 60], [x + 50, y + 90]);
  await first.page.keyboard.press('Shift+F');
  await first.panel.getByText('every frame').waitFor();
  await first.page.keyboard.press('Escape');
  await first.panel.getByText('Kept', { exact: true }).waitFor();
  const left = await seen(first);
  expect(left.rows).toHaveLength(found + 1);
  await first.page.close();

  const second = await ViewerPage.open(browser, product.address);
  await second.openMode(study);
  await second.searched();
  await second.panel.getByText(`${FRAMES} of ${FRAMES} images searched`).waitFor();
  expect(await seen(second)).toEqual(left);

  // Goes on: rejects what the first has accepted, and moves the box of the first.
  await second.panel
    .locator('.image-findings li[data-decision=accepted]')
    .filter({ has: second.page.locator('.class.harmless') })
    .getByRole('button', { name: /^Reject/ })
    .click();
  await second.boxes.last().focus();
  await second.page.keyboard.press('Shift+ArrowDown');
  const { request, copyStudyInstanceUID } = await second.deidentify();
  expect(await second.searchesAsked()).toBe(0);
  const drawn = request.regions.filter(({ textClass }) => textClass === undefined);
  expect(drawn).toHaveLength(1);
  expect(request.searched).toEqual([valueOf(CLIP.bytes, SOP_INSTANCE_UID)]);
  const copies = await product.orthanc.findStudy(copyStudyInstanceUID);
  const [instance] = copies === null ? [] : await product.orthanc.instancesOf(copies);
  const copy = await product.orthanc.file(instance?.id ?? '');
  const names = CLIP.texts.filter(({ identifying, frame }) => identifying && frame === 'all');
  expectFramesRedacted(CLIP.bytes, copy, request, valueOf(CLIP.bytes, SOP_INSTANCE_UID), names);
  expect([...first.errors, ...second.errors]).toEqual([]);
  await second.page.close();
});

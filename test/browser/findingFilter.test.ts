// What the list of findings shows, by the choice at its head, in the published viewer: from the menu and by keys, down to the stored pixels.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectRedacted, knownBox } from './expectRedacted.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const IMAGE = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: 1,
  pixelSpacing: [0.5, 0.5],
});
const STUDY = valueOf(IMAGE.bytes, '0020000D');
let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-filter-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  await product.orthanc.store(IMAGE.bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** A row of the list, by its region. */
interface Row {
  readonly id: string;
  readonly fate: 'covered' | 'stays';
  readonly judged: boolean;
}

const rowsOf = async (viewer: ViewerPage): Promise<readonly Row[]> =>
  viewer.panel.locator('.image-findings li').evaluateAll((all) =>
    all.map((row) => ({
      id: row.getAttribute('data-region') ?? '',
      fate: row.querySelector('.told')?.textContent.includes('covered') === true ? 'covered' : 'stays',
      judged: row.getAttribute('data-decision') !== 'proposed',
    })),
  );

/** Where the keys for the next and the previous row lead, once round the list. */
const reachedBy = async (viewer: ViewerPage, key: 'j' | 'k', count: number): Promise<readonly string[]> => {
  const selected = viewer.page.locator('.pseudonymize-region.selected');
  const selectedId = () => selected.first().getAttribute('data-region');
  const ids: string[] = [];
  for (let step = 0; step < count; step += 1) {
    const before = (await selected.count()) > 0 ? await selectedId() : null;
    await viewer.page.keyboard.press(key);
    if (count > 1) await expect.poll(selectedId).not.toBe(before);
    ids.push((await selectedId()) ?? '');
  }
  return ids.toSorted();
};

it('is all, what is open, what is covered or what stays: so say the rows, their number and the keys, and what is hidden is stored as it was judged', async () => {
  const viewer = await ViewerPage.open(browser, product.address, { width: 1280 });
  const { page, panel } = viewer;
  await viewer.openMode(STUDY);
  await viewer.searched();
  await viewer.allSearched();
  // One that would be covered is left, and another accepted.
  const [first, second] = (await rowsOf(viewer)).filter(({ fate }) => fate === 'covered');
  for (const [row, key] of [
    [first, 'x'],
    [second, 'y'],
  ] as const) {
    const listed = panel.locator(`li[data-region="${row?.id ?? ''}"]`);
    await listed.locator('button.finding').click();
    await page.keyboard.press(key);
    await expect.poll(() => listed.getAttribute('data-decision')).not.toBe('proposed');
  }
  const all = await rowsOf(viewer);
  const wanted: Readonly<Record<string, readonly Row[]>> = {
    open: all.filter(({ judged }) => !judged),
    covered: all.filter(({ fate }) => fate === 'covered'),
    kept: all.filter(({ fate }) => fate === 'stays'),
    all,
  };
  // No two are the same, and none is empty: a filter that does nothing is seen.
  expect(new Set(Object.values(wanted).map((rows) => rows.map(({ id }) => id).join())).size).toBe(4);
  expect(Object.values(wanted).every((rows) => rows.length > 1)).toBe(true);

  const show = panel.getByRole('combobox', { name: 'Show', exact: true });
  const boxes = await viewer.boxes.count();
  const choices: readonly (readonly [how: string, choose: (name: string) => Promise<unknown>])[] = [
    ['from the menu', (name) => show.selectOption(name)],
    [
      'by keys',
      async (name) => {
        await show.focus();
        const order = ['all', 'open', 'covered', 'kept'];
        const steps = order.indexOf(name) - order.indexOf(await show.inputValue());
        for (let step = 0; step < Math.abs(steps); step += 1)
          await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      },
    ],
  ];
  for (const [how, choose] of choices)
    for (const [name, rows] of Object.entries(wanted)) {
      await choose(name);
      await expect.poll(() => show.inputValue()).toBe(name);
      await expect.poll(() => rowsOf(viewer)).toEqual(rows);
      expect(await panel.getByTestId('findings-count').innerText(), `${how}: ${name}`).toBe(`${rows.length}`);
      // The image shows them all.
      expect(await viewer.boxes.count()).toBe(boxes);
      const ids = rows.map(({ id }) => id).toSorted();
      // Out of the choice, whose letters would choose as well.
      await panel.getByRole('tab', { name: 'Findings' }).focus();
      for (const key of ['j', 'k'] as const)
        expect(await reachedBy(viewer, key, rows.length), `${how}: ${name}, ${key}`).toEqual(ids);
    }

  await show.selectOption('kept');
  const { request, copyStudyInstanceUID } = await viewer.deidentify();
  expect(request.regions).toHaveLength(wanted['covered']?.length ?? 0);
  const study = await product.orthanc.findStudy(copyStudyInstanceUID);
  const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
  const copy = await product.orthanc.file(instance?.id ?? '');
  const covered = IMAGE.texts
    .map(({ box }) => ({ box: knownBox(box) }))
    .filter(({ box: [x0, y0, x1, y1] }) =>
      request.regions.some(({ box }) => box[0] <= x0 && box[1] <= y0 && box[2] >= x1 && box[3] >= y1),
    );
  expect(covered.length).toBeGreaterThan(1);
  expectRedacted(IMAGE.bytes, copy, request, covered);
  expect(viewer.errors).toEqual([]);
  await page.close();
});

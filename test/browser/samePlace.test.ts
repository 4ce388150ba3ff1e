// One box at the same place of every image of a series, in a study of several series: down to the stored pixels of each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobRequest } from '@pseudonymize-redact/core/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { expectFramesRedacted } from './expectRedacted.ts';
import { MARKED_SERIES, markedSlice } from './markedSeries.ts';
import { numberIn, storedImage, valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [SOP_INSTANCE_UID, SERIES_NUMBER, INSTANCE_NUMBER] = ['00080018', '00200011', '00200013'];
const STUDY = 'same place';
/** Series number → slices. */
const SLICES = new Map(
  [1, 2].map((series) => [
    series,
    [0, 1, 2].map((index) => markedSlice(index, { name: STUDY, size: 128, series })),
  ]),
);

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-same-place-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  for (const bytes of [...SLICES.values()].flat()) await product.orthanc.store(bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** Of the series that are named every slice has lost its marker, and no slice of another has changed. */
const expectCovered = async (
  copyStudyInstanceUID: string,
  request: JobRequest,
  covered: ReadonlySet<number>,
): Promise<void> => {
  const study = await product.orthanc.findStudy(copyStudyInstanceUID);
  const instances = study === null ? [] : await product.orthanc.instancesOf(study);
  const copies = await Promise.all(instances.map(({ id }) => product.orthanc.file(id)));
  expect(copies).toHaveLength([...SLICES.values()].flat().length);
  for (const [series, slices] of SLICES)
    for (const slice of slices) {
      const copy =
        copies.find((bytes) =>
          [SERIES_NUMBER, INSTANCE_NUMBER].every((tag) => numberIn(bytes, tag) === numberIn(slice, tag)),
        ) ?? new Uint8Array();
      if (covered.has(series))
        expectFramesRedacted(slice, copy, request, valueOf(slice, SOP_INSTANCE_UID), [
          { frame: 'all', box: MARKED_SERIES.marker },
        ]);
      else expect(Buffer.from(storedImage(copy).pixels).equals(storedImage(slice).pixels)).toBe(true);
    }
};

it('covers every slice of the series that it was drawn on and no slice of another, which has its own', async () => {
  const viewer = await ViewerPage.open(browser, product.address);
  const { page, panel } = viewer;
  await viewer.openMode(uidOf(`${STUDY} study`));
  await viewer.searched();
  await viewer.allSearched();
  // What the search takes for text is to stay.
  await page.keyboard.press('Alt+Shift+X');
  const covering = page.locator('.pseudonymize-region.accepted');
  const coverMarker = async (): Promise<void> => {
    const [x0, y0, x1, y1] = await viewer.whiteRectangle();
    await viewer.drawBox([x0 - 2, y0 - 2], [x1 + 2, y1 + 2]);
    await panel.getByRole('combobox', { name: /^Same place on/ }).selectOption('series');
  };
  await coverMarker();
  await page.locator('.cornerstone-canvas').first().hover();
  await page.mouse.wheel(0, 100);
  await page.getByText('(2/3)').waitFor();
  await expect.poll(() => covering.count()).toBe(1);
  const first = await viewer.deidentify();
  await expectCovered(first.copyStudyInstanceUID, first.request, new Set([1]));

  await page.locator('[id^="thumbnail-"]').nth(1).dblclick();
  await expect.poll(() => covering.count()).toBe(0);
  await viewer.searched();
  await coverMarker();
  await panel.getByText('every image of the series').nth(1).waitFor();
  await panel.getByRole('button', { name: 'De-identify', exact: true }).click();
  const changed = panel.getByRole('alertdialog').getByRole('group', { name: 'What changed' });
  await changed.getByText('1 box added').waitFor();
  await panel.getByRole('alertdialog').getByRole('button', { name: 'Back' }).click();
  const second = await viewer.deidentify();
  await panel.locator('.job[data-state=completed]').waitFor();
  await expectCovered(second.copyStudyInstanceUID, second.request, new Set([1, 2]));
  expect(viewer.errors).toEqual([]);
  await page.close();
});

// The radiologist's workflow in the published viewer: review by keys, over reloads and lost connections, down to the stored pixels.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRequest, ROUTES } from '@pseudonymize-redact/core/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectFramesRedacted } from './expectRedacted.ts';
import { MARKED_SERIES } from './markedSeries.ts';
import { numberIn, valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [SOP_INSTANCE_UID, STUDY_INSTANCE_UID, INSTANCE_NUMBER] = ['00080018', '0020000D', '00200013'];
const CLIP = syntheticImage({
  photometric: 'MONOCHROME1',
  bits: '12in16',
  planar: 0,
  frames: 3,
  pixelSpacing: [0.4, 0.2],
});

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-review-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  for (const bytes of [...MARKED_SERIES.slices, CLIP.bytes]) await product.orthanc.store(bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** All instances of a study, as Orthanc has them. */
const filesOfStudy = async (studyInstanceUID: string): Promise<readonly Uint8Array[]> => {
  const { orthanc } = product;
  const study = await orthanc.findStudy(studyInstanceUID);
  if (study === null) throw new Error('Orthanc has no such study');
  const instances = await orthanc.instancesOf(study);
  return Promise.all(instances.map(({ id }) => orthanc.file(id)));
};

/** Asks for the copy by the keyboard alone. @returns what the viewer asked for, and the files of the copy */
const deidentifyByKeys = async (
  viewer: ViewerPage,
): Promise<readonly [JobRequest, readonly Uint8Array[]]> => {
  await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).focus();
  await viewer.page.keyboard.press('Enter');
  await viewer.panel.getByRole('alertdialog').waitFor();
  const asked = viewer.page.waitForRequest(
    (request) => request.method() === 'POST' && new URL(request.url()).pathname === ROUTES.jobs,
  );
  await viewer.page.keyboard.press('Enter');
  const request = JobRequest.parse((await asked).postDataJSON());
  return [request, await filesOfStudy(await viewer.copyStudyInstanceUID())];
};

describe('a box drawn on one slice of a CT series', () => {
  it('is spread over the series by a key, is there after a reload, and covers its place in every stored slice', async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.launchMode(MARKED_SERIES.accessionNumber);
    await viewer.searched();
    const [x0, y0, x1, y1] = await viewer.whiteRectangle();
    await viewer.page.keyboard.press('d');
    await viewer.drag([x0 - 2, y0 - 2], [x1 + 2, y1 + 2]);
    await viewer.page.keyboard.press('d');
    await viewer.page.keyboard.press('s');
    await viewer.panel.getByText('every image of the series').waitFor();
    await viewer.page.keyboard.press('u');
    await expect.poll(() => viewer.panel.getByText('every image of the series').count()).toBe(0);
    await viewer.page.keyboard.press('Shift+U');
    await viewer.panel.getByText('every image of the series').waitFor();
    await viewer.allSearched();
    await viewer.panel.getByText('Kept', { exact: true }).waitFor();

    await viewer.page.reload();
    await viewer.panel.getByText('every image of the series').waitFor();
    await viewer.allSearched();
    await viewer.page.locator('.cornerstone-canvas').first().hover();
    await viewer.page.mouse.wheel(0, 100);
    await expect.poll(() => viewer.boxes.count()).toBeGreaterThan(0);

    const [request, copies] = await deidentifyByKeys(viewer);
    expect(request.regions.some(({ scope }) => 'seriesInstanceUID' in scope)).toBe(true);
    expect(request.searched).toHaveLength(MARKED_SERIES.slices.length);
    const byNumber = new Map(copies.map((bytes) => [numberIn(bytes, INSTANCE_NUMBER), bytes]));
    for (const slice of MARKED_SERIES.slices) {
      const copy = byNumber.get(numberIn(slice, INSTANCE_NUMBER));
      if (copy === undefined) throw new Error('a slice is missing in the copy');
      expectFramesRedacted(slice, copy, request, valueOf(slice, SOP_INSTANCE_UID), [
        { frame: 'all', box: MARKED_SERIES.marker },
      ]);
    }
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('a MONOCHROME1 clip with pixels that are not square, shown rotated', () => {
  it('is searched frame by frame in the background, judged by keys, and stored without its texts', async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(CLIP.bytes, STUDY_INSTANCE_UID));
    await viewer.pressTool('RotateRight');
    await viewer.allSearched();
    const findings = viewer.panel.locator('[data-decision]');
    expect(await findings.count()).toBeGreaterThanOrEqual(CLIP.texts.length);

    await viewer.page.keyboard.press('j');
    await expect.poll(() => viewer.panel.locator('li.selected').count()).toBe(1);
    await viewer.page.keyboard.press('x');
    await expect.poll(() => viewer.panel.locator('[data-decision=rejected]').count()).toBe(1);
    await viewer.page.keyboard.press('u');
    await expect.poll(() => viewer.panel.locator('[data-decision=rejected]').count()).toBe(0);
    await viewer.page.keyboard.press('Alt+Shift+Y');
    await expect.poll(() => viewer.panel.locator('[data-decision=proposed]').count()).toBe(0);
    await viewer.page.keyboard.press('p');
    await viewer.page.getByText('As it will be stored').waitFor();
    expect(await viewer.page.locator('.pseudonymize-fill').count()).toBeGreaterThan(0);
    // Above the image stands what the header will say, and nothing that it says now.
    const lines = viewer.page.getByTestId('after-lines');
    const pseudonym = await viewer.panel.locator('td.pseudonym').first().innerText();
    await lines.getByText(pseudonym).waitFor();
    expect(await lines.innerText()).not.toContain('Sandoval');
    expect(await viewer.page.locator('.viewport-overlay').first().isVisible()).toBe(false);
    await viewer.page.keyboard.press('p');

    const [request, [copy, ...others]] = await deidentifyByKeys(viewer);
    expect(others).toEqual([]);
    if (copy === undefined) throw new Error('a copy is expected');
    expectFramesRedacted(CLIP.bytes, copy, request, valueOf(CLIP.bytes, SOP_INSTANCE_UID), CLIP.texts);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('the panel', () => {
  it('speaks German, and loses no work with the bridge', async () => {
    const viewer = await ViewerPage.open(browser, product.address, { locale: 'de-DE', width: 1280 });
    await viewer.openMode(valueOf(CLIP.bytes, STUDY_INSTANCE_UID));
    // All frames: what is found after the decision on the whole study is not decided on.
    await viewer.allSearched();
    // The kept review may be there before the image: what is decided on the study is decided from the displayed image.
    await viewer.panel.getByText('Dieses Bild wurde durchsucht.').waitFor();
    await viewer.panel.getByText('Gesichert', { exact: true }).waitFor();

    const blocked = '**/api/studies/*/review';
    await viewer.page.route(blocked, (route) => route.abort());
    await viewer.page.keyboard.press('Alt+Shift+X');
    await viewer.panel.getByText('BRIDGE_UNREACHABLE').waitFor();
    await viewer.page.unroute(blocked);
    await viewer.panel.getByText('Gesichert', { exact: true }).waitFor();
    // Opened without the bridge, the page takes over the earlier review once the bridge is back.
    await viewer.page.route(blocked, (route) => route.abort());
    await viewer.page.reload();
    await viewer.panel.getByText('BRIDGE_UNREACHABLE').waitFor();
    await viewer.page.unroute(blocked);
    await viewer.panel.locator('[data-decision=rejected]').first().waitFor();
    expect(await viewer.panel.locator('[data-decision=proposed]').count()).toBe(0);

    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

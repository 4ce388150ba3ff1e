// What the viewer tells of an image that it does not show by itself.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';
const IMAGE = { photometric: 'MONOCHROME2', bits: '8', planar: 0, pixelSpacing: [0.5, 0.5] } as const;

let folder: string;
let product: Product;
let browser: Browser;

/** A file with other values. @param changes each as keyword=value */
const changed = (bytes: Uint8Array, changes: readonly string[]): Uint8Array => {
  const path = join(folder, 'changed.dcm');
  writeFileSync(path, bytes);
  execFileSync('dcmodify', ['-nb', ...changes.flatMap((change) => ['-i', change]), path]);
  return new Uint8Array(readFileSync(path));
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-warnings-'));
  const starting = Product.start(join(folder, 'data'), { DEMO_STUDIES: 'no' });
  [product, browser] = await Promise.all([starting, launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** The brightness of the displayed image, from 0 to 255, boxes left out. */
const brightness = async (viewer: ViewerPage): Promise<number> => {
  const canvas = viewer.page.locator('.cornerstone-canvas').first();
  return canvas.evaluate((element) => {
    const source = element as unknown as CanvasImageSource & { width: number; height: number };
    const copy = new OffscreenCanvas(source.width, source.height);
    const context = copy.getContext('2d');
    context?.drawImage(source, 0, 0);
    const { data } = context?.getImageData(0, 0, source.width, source.height) ?? { data: [0] };
    let sum = 0;
    for (let at = 0; at < data.length; at += 4) sum += data[at] ?? 0;
    return (4 * sum) / data.length;
  });
};

describe('an image whose header claims that it has no burned-in text, and whose window hides it', () => {
  it('is searched all the same, said to be otherwise than it claims, and shown by the auto window', async () => {
    const bytes = changed(syntheticImage({ ...IMAGE, frames: 1 }, 'hidden').bytes, [
      'BurnedInAnnotation=NO',
      // Below all values: white is shown.
      'WindowCenter=-500',
      'WindowWidth=100',
    ]);
    await product.orthanc.store(bytes);
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(bytes, STUDY_INSTANCE_UID));
    await viewer.searched();
    await viewer.panel.getByText('no identifying text is burned in (0028,0301)').waitFor();
    const badge = viewer.page.locator('.pseudonymize-series-badge');
    await expect.poll(() => badge.getAttribute('data-complete')).toBe('true');

    const white = await brightness(viewer);
    await viewer.panel.getByRole('button', { name: 'Auto window' }).click();
    await expect.poll(() => brightness(viewer)).toBeLessThan(white - 20);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('an image whose columns are 0 mm apart', () => {
  it('is searched, and said to be one that the viewer shows nothing of', async () => {
    const { bytes } = syntheticImage({ ...IMAGE, frames: 1, pixelSpacing: [0.5, 0] }, 'no spacing');
    await product.orthanc.store(bytes);
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(bytes, STUDY_INSTANCE_UID));
    await viewer.searched();
    await viewer.panel.getByText('The viewer shows nothing of this image').waitFor();
    await viewer.panel.getByText('This image has been searched.').waitFor();
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('an image whose window has no width', () => {
  it('is searched, said to be one that the viewer shows nothing of, and shown by the auto window', async () => {
    const { bytes } = syntheticImage({ ...IMAGE, frames: 1 }, 'no width');
    const withoutWidth = changed(bytes, ['WindowCenter=0', 'WindowWidth=0']);
    await product.orthanc.store(withoutWidth);
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(withoutWidth, STUDY_INSTANCE_UID));
    await viewer.searched();
    await viewer.panel.getByText('its Window Width (0028,1051) is 0').waitFor();
    const before = await brightness(viewer);
    await viewer.panel.getByRole('button', { name: 'Auto window' }).click();
    await expect.poll(async () => Math.abs((await brightness(viewer)) - before)).toBeGreaterThan(5);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('an image that cannot be had', () => {
  it('is said not to have been searched, before it is de-identified as well, until the search is repeated', async () => {
    const { bytes } = syntheticImage({ ...IMAGE, frames: 3 }, 'not to be had');
    await product.orthanc.store(bytes);
    const viewer = await ViewerPage.open(browser, product.address);
    const secondFrame = '**/frames/2';
    await viewer.page.route(secondFrame, (route) => route.abort());
    await viewer.openMode(valueOf(bytes, STUDY_INSTANCE_UID));
    await viewer.searched();
    await viewer.panel.getByText('1 image could not be searched').waitFor();
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    const dialog = viewer.panel.getByRole('alertdialog');
    await dialog.getByText('image was not searched for text').waitFor();
    await dialog.getByRole('button', { name: 'De-identify all the same' }).waitFor();
    await dialog.getByRole('button', { name: 'Back' }).click();
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

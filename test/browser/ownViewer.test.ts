// The instructions for an OHIF that is there already, done on a fresh folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VIEWER_FOLDER } from '../../server-plugin/src/start/checkout.ts';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { makeOwnViewer, serveOwnViewer } from './ownViewer.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-own-viewer-'));
  [product, browser] = await Promise.all([
    Product.start(mkdtempSync(join(folder, 'data-')), { DEMO_STUDIES: 'no' }),
    launchChromium(),
  ]);
  await product.orthanc.store(MARKED_IMAGE.bytes);
  makeOwnViewer(VIEWER_FOLDER, join(folder, 'viewer'));
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

it('works in a published viewer of somebody else, with the files copied and the lines of the README', async () => {
  const own = await serveOwnViewer(join(folder, 'viewer'), product.address);
  const viewer = await ViewerPage.open(browser, own.address);
  await viewer.openMode(valueOf(MARKED_IMAGE.bytes, STUDY_INSTANCE_UID));
  await viewer.searched();
  const { copyStudyInstanceUID } = await viewer.deidentify();
  expect(await product.orthanc.findStudy(copyStudyInstanceUID)).not.toBeNull();
  expect(viewer.errors).toEqual([]);
  await viewer.page.close();
  await own.close();
});

it('says what to configure where no bridge answers, and goes on by itself once one does', async () => {
  const own = await serveOwnViewer(join(folder, 'viewer'), product.address);
  const viewer = await ViewerPage.open(browser, own.address);
  const blocked = '**/api/**';
  await viewer.page.route(blocked, (route) => route.fulfill({ status: 404, body: 'Not Found' }));
  await viewer.openMode(valueOf(MARKED_IMAGE.bytes, STUDY_INSTANCE_UID));
  await viewer.panel.getByText('BRIDGE_MISSING').first().waitFor();
  await viewer.panel.getByText('bridgeUrl').first().waitFor();
  await viewer.searched();
  const [x, y] = await viewer.middle();
  await viewer.drawBox([x, y], [x + 60, y + 40]);
  await viewer.page.unroute(blocked);
  await viewer.panel.getByText('Kept', { exact: true }).waitFor();
  await expect.poll(() => viewer.panel.getByText('BRIDGE_MISSING').count(), { timeout: 30_000 }).toBe(0);
  const { request } = await viewer.deidentify();
  expect(request.regions).toHaveLength(1);
  expect(viewer.errors).toEqual([]);
  await viewer.page.close();
  await own.close();
});

it('links to the copy below the path that the viewer is served at', async () => {
  const own = await serveOwnViewer(join(folder, 'viewer'), product.address);
  const below = '/somewhere/';
  const viewer = await ViewerPage.open(browser, own.address);
  await viewer.page.context().addInitScript(`Object.defineProperty(globalThis, 'config', {
    configurable: true,
    set: (config) => Object.defineProperty(globalThis, 'config', { value: { ...config, routerBasename: '${below}' }, writable: true }),
  })`);
  const study = valueOf(MARKED_IMAGE.bytes, STUDY_INSTANCE_UID);
  await viewer.page.goto(`${own.address}${below}pseudonymize-redact?StudyInstanceUIDs=${study}`);
  const link = viewer.panel.getByRole('link', { name: 'Open the copy' });
  const [opened] = await Promise.all([viewer.page.context().waitForEvent('page'), link.click()]);
  await opened.locator('.cornerstone-canvas').first().waitFor();
  expect(new URL(opened.url()).pathname).toBe(`${below}viewer`);
  await opened.close();
  await viewer.page.close();
  await own.close();
});

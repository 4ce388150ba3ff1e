// Text on its side, which the search in the browser finds where the reviewer or the profile asks for it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobRequest } from '@pseudonymize-redact/core/contract';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { expectRedacted } from './expectRedacted.ts';
import { sidewaysImage } from './sidewaysImage.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';
const PROFILE = 'profiles/turned.json';

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-turned-'));
  mkdirSync(join(folder, 'profiles'));
  writeFileSync(join(folder, PROFILE), JSON.stringify({ name: 'turned', turnedSearch: 'always' }));
  const project = {
    id: 'default',
    name: 'Default project',
    keyFile: 'keys/default.key',
    profiles: [PROFILE],
    search: 'none',
    holds: 'off',
  };
  writeFileSync(join(folder, 'projects.json'), JSON.stringify([project]));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const toggleOf = ({ panel }: ViewerPage): Locator =>
  panel.getByRole('checkbox', { name: 'Search for text on its side, too' });

const open = async (bytes: Uint8Array): Promise<ViewerPage> => {
  await product.orthanc.store(bytes);
  const viewer = await ViewerPage.open(browser, product.address);
  await viewer.openMode(valueOf(bytes, STUDY_INSTANCE_UID));
  await viewer.searched();
  expect(await viewer.boxes.count()).toBe(0);
  return viewer;
};

const expectStored = async (
  image: ReturnType<typeof sidewaysImage>,
  copyStudyInstanceUID: string,
  request: JobRequest,
): Promise<void> => {
  const study = await product.orthanc.findStudy(copyStudyInstanceUID);
  const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
  expectRedacted(image.bytes, await product.orthanc.file(instance?.id ?? ''), request, [image]);
};

describe('[TD-11] text on its side', () => {
  it('is found once the reviewer asks for it, is there after a reload, and is blanked in the copy', async () => {
    const image = sidewaysImage('sideways by hand');
    const viewer = await open(image.bytes);
    await toggleOf(viewer).check();
    await viewer.boxes.first().waitFor();
    await viewer.allSearched();
    await viewer.panel.getByText('Kept', { exact: true }).waitFor();
    await viewer.page.reload();
    await viewer.searched();
    expect(await toggleOf(viewer).isChecked()).toBe(false);
    expect(await viewer.boxes.count()).toBe(1);
    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    await expectStored(image, copyStudyInstanceUID, request);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });

  it('is found where the chosen profile asks for it, without being searched for twice', async () => {
    const image = sidewaysImage('sideways by profile');
    const viewer = await open(image.bytes);
    const { panel, page } = viewer;
    await panel.getByRole('combobox', { name: /^Profile/ }).selectOption(PROFILE);
    await viewer.boxes.first().waitFor();
    await viewer.allSearched();
    expect([await toggleOf(viewer).isChecked(), await toggleOf(viewer).isDisabled()]).toEqual([true, true]);
    await panel.getByText('Kept', { exact: true }).waitFor();

    await page.reload();
    await viewer.searched();
    await panel.getByRole('combobox', { name: /^Profile/ }).selectOption(PROFILE);
    await expect.poll(() => toggleOf(viewer).isChecked()).toBe(true);
    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    expect(request.searched).toHaveLength(1);
    expect(await viewer.searchesAsked()).toBe(0);
    await expectStored(image, copyStudyInstanceUID, request);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

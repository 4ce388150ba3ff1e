// What is done to boxes and findings by hand, in the published viewer, down to what is kept and what is stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES, type ReviewedRegion } from '@pseudonymize-redact/core/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { drawn, keptRegions } from './keptRegions.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { valueOf } from './storedImage.ts';
import { expectTurnedStored } from './turnedBox.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';
const CLIP = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: 3,
  pixelSpacing: [0.5, 0.5],
});

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-editing-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  for (const { bytes } of [MARKED_IMAGE, CLIP]) await product.orthanc.store(bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

describe('boxes', () => {
  it('are turned by the handle, selected and moved together, undone and redone, and are stored as they stand', async () => {
    const { bytes } = MARKED_IMAGE;
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.launchMode(MARKED_IMAGE.accessionNumber);
    await viewer.searched();
    const [x, y] = await viewer.middle();
    await viewer.drawBox([x - 60, y - 10], [x + 60, y + 10]);
    const handle = viewer.page.locator('[data-handle=rotation]');
    const grip = await handle.boundingBox();
    if (grip === null) throw new Error('there is no handle');
    // From above the box to its right: a quarter turn.
    await viewer.drag([grip.x + grip.width / 2, grip.y + grip.height / 2], [x + 100, y]);
    const [turned] = drawn(await keptRegions(viewer, product, bytes));
    expect(Math.abs((turned?.angleDegrees ?? 0) - 90)).toBeLessThan(3);

    await viewer.drawBox([x + 120, y + 40], [x + 160, y + 60]);
    const boxes = viewer.page.locator('.pseudonymize-region.accepted .pseudonymize-box');
    await boxes.first().click({ modifiers: ['Shift'] });
    await expect.poll(() => viewer.panel.getByTestId('selected-count').innerText()).toBe('2 selected');
    const before = drawn(await keptRegions(viewer, product, bytes));
    await viewer.drag([x + 140, y + 50], [x + 140, y + 90]);
    const moved = drawn(await keptRegions(viewer, product, bytes));
    const downOf = (regions: readonly ReviewedRegion[]): readonly number[] =>
      regions.map(({ box }, index) => Math.round(box[1] - (before[index]?.box[1] ?? Number.NaN)));
    expect(downOf(moved)[0]).toBeGreaterThan(2);
    expect(new Set(downOf(moved)).size).toBe(1);

    await viewer.page.keyboard.press('u');
    await expect.poll(async () => downOf(drawn(await keptRegions(viewer, product, bytes)))).toEqual([0, 0]);
    await viewer.page.keyboard.press('u');
    await viewer.page.keyboard.press('u');
    await expect
      .poll(async () =>
        drawn(await keptRegions(viewer, product, bytes)).map(({ angleDegrees }) => angleDegrees),
      )
      .toEqual([0]);
    await viewer.page.keyboard.press('Shift+U');
    await expect.poll(async () => drawn(await keptRegions(viewer, product, bytes))).toEqual([turned]);

    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    expect(request.regions).toContainEqual(
      expect.objectContaining({ box: turned?.box, angleDegrees: turned?.angleDegrees }),
    );
    const study = await product.orthanc.findStudy(copyStudyInstanceUID);
    const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
    if (turned === undefined) throw new Error('no box is kept');
    expectTurnedStored(bytes, await product.orthanc.file(instance?.id ?? ''), turned);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('a finding', () => {
  it('is jumped to by a click, and is highlighted in the list and on the image alike', async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(CLIP.bytes, STUDY_INSTANCE_UID));
    await viewer.searched();
    await viewer.allSearched();
    const ofFrame3 = viewer.panel.locator('.image-findings', { hasText: 'frame 3' }).locator('li').last();
    await ofFrame3.locator('button.finding').click();
    const id = (await ofFrame3.getAttribute('data-region')) ?? '';
    const box = viewer.page.locator(`.pseudonymize-overlay [data-region="${id}"]`);
    await box.waitFor();
    await viewer.page.getByText('(3/3)').waitFor();
    await expect.poll(() => box.getAttribute('aria-pressed')).toBe('true');

    await ofFrame3.hover();
    await expect.poll(() => box.getAttribute('class')).toContain('highlighted');
    await viewer.page.mouse.move(5, 5);
    await expect.poll(() => box.getAttribute('class')).not.toContain('highlighted');
    await box.locator('.pseudonymize-box').hover();
    await expect.poll(() => ofFrame3.getAttribute('class')).toContain('highlighted');

    await ofFrame3.getByRole('button', { name: /^Reject/ }).click();
    const rejected = (await keptRegions(viewer, product, CLIP.bytes)).filter(
      ({ decision }) => decision === 'rejected',
    );
    expect(rejected).toMatchObject([{ frames: { first: 3, last: 3 } }]);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('a study that has a copy in the project', () => {
  it('is known as such, and what changes is told before it is done again and afterwards', async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(MARKED_IMAGE.bytes, STUDY_INSTANCE_UID));
    await viewer.searched();
    await viewer.panel.getByText('has a de-identified copy in this project already').first().waitFor();
    const [x, y] = await viewer.middle();
    await viewer.drawBox([x - 100, y + 60], [x - 40, y + 90]);

    const asked = viewer.page.waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname === ROUTES.jobs,
    );
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    const dialog = viewer.panel.getByRole('alertdialog');
    const changes = dialog.getByRole('group', { name: 'What changed' });
    await changes.getByText('1 box added').waitFor();
    expect(await changes.getByText('Profile:').count()).toBe(0);
    await dialog.getByLabel('Profile').selectOption('basic');
    await changes.getByText('Profile: research-longitudinal → basic').waitFor();
    await changes.getByText('“Retain Patient Characteristics” is used no more').waitFor();
    await dialog.getByRole('button', { name: 'De-identify' }).click();
    expect((await asked).postDataJSON()).toMatchObject({ profile: 'basic' });

    await viewer.panel.locator('.job[data-state=completed]').waitFor();
    await viewer.panel.getByText('What changed').click();
    await viewer.panel.getByText('Profile: research-longitudinal → basic').waitFor();
    // The notification has followed the job, and covers neither the panel nor the image.
    const notification = viewer.page.locator('[data-sonner-toast][data-front=true]', {
      hasText: 'The copy is stored',
    });
    const canvas = viewer.page.locator('.cornerstone-canvas').first();
    await notification.waitFor();
    const endOf = async (): Promise<number> => {
      const box = await notification.boundingBox();
      return box === null ? Infinity : box.x + box.width;
    };
    await expect.poll(endOf).toBeLessThan((await canvas.boundingBox())?.x ?? 0);

    // A window of 1280 × 900 at 200 %.
    await viewer.page.setViewportSize({ width: 640, height: 450 });
    await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(200);
    const button = viewer.panel.getByRole('button', { name: 'De-identify', exact: true });
    const place = await button.boundingBox();
    expect(place && place.x + place.width).toBeLessThanOrEqual(640);
    expect(place && place.y + place.height).toBeLessThanOrEqual(450);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

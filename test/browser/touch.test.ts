// The review by fingers, in the published viewer, down to the stored pixels.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { launchChromium } from './chromium.ts';
import { expectRedacted } from './expectRedacted.ts';
import { drawn, keptRegions } from './keptRegions.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { expectTurnedStored } from './turnedBox.ts';
import { ViewerPage, type Point } from './viewerPage.ts';
import type { ScreenBox } from './whiteRectangle.ts';

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-touch-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  await product.orthanc.store(MARKED_IMAGE.bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const open = async (): Promise<ViewerPage> => {
  const viewer = await ViewerPage.open(browser, product.address, { hasTouch: true });
  await viewer.launchMode(MARKED_IMAGE.accessionNumber);
  await viewer.searched();
  return viewer;
};

const setDrawing = async (viewer: ViewerPage, on: boolean): Promise<void> => {
  const button = viewer.panel.getByRole('button', { name: 'Draw box' });
  await button.tap();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe(String(on));
};

/** Draws with one finger. */
const draw = async (viewer: ViewerPage, from: Point, to: Point): Promise<void> => {
  const count = await viewer.boxes.count();
  await setDrawing(viewer, true);
  await viewer.dragFingers([[from, to]]);
  await expect.poll(() => viewer.boxes.count()).toBe(count + 1);
  await setDrawing(viewer, false);
};

const middleOf = ([x0, y0, x1, y1]: ScreenBox): Point => [(x0 + x1) / 2, (y0 + y1) / 2];
const widthOf = ([x0, , x1]: ScreenBox): number => x1 - x0;
const expectNear = (a: ScreenBox, b: ScreenBox): void =>
  expect(Math.max(...a.map((edge, index) => Math.abs(edge - (b[index] ?? Number.NaN))))).toBeLessThan(8);

describe('a finger', () => {
  it('draws, selects by a tap, moves and resizes a box', async () => {
    const viewer = await open();
    const [x, y] = await viewer.middle();
    await draw(viewer, [x, y], [x + 120, y + 80]);
    const drawn = await viewer.selectedBox();
    expect(Math.abs(widthOf(drawn) - 120)).toBeLessThan(4);

    await draw(viewer, [x - 160, y + 20], [x - 80, y + 60]);
    const count = await viewer.boxes.count();
    const [first, second] = [viewer.boxes.nth(count - 2), viewer.boxes.nth(count - 1)] as const;
    const isSelected = (box: Locator): Promise<string | null> => box.getAttribute('aria-pressed');
    expect([await isSelected(first), await isSelected(second)]).toEqual(['false', 'true']);
    await viewer.page.touchscreen.tap(x + 60, y + 40);
    await expect.poll(() => isSelected(first)).toBe('true');
    expect(await isSelected(second)).toBe('false');
    expect(await viewer.selectedBox()).toEqual(drawn);
    await viewer.panel.locator('li.selected').waitFor();

    await viewer.dragFingers([
      [
        [x + 60, y + 40],
        [x + 20, y + 30],
      ],
    ]);
    const moved = await viewer.selectedBox();
    expect(Math.abs(moved[0] - drawn[0] + 40)).toBeLessThan(4);
    await viewer.dragFingers([
      [
        [moved[2], moved[3]],
        [moved[2] + 30, moved[3] + 20],
      ],
    ]);
    const resized = await viewer.selectedBox();
    expect(Math.abs(resized[2] - moved[2] - 30)).toBeLessThan(4);
    expect(Math.abs(resized[0] - moved[0])).toBeLessThan(4);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('two fingers', () => {
  it('zoom the image wherever they are put, a box or the tool that draws beneath them, and leave the boxes on their places', async () => {
    const viewer = await open();
    const marker = await viewer.whiteRectangle();
    await draw(viewer, [marker[0] - 2, marker[1] - 2], [marker[2] + 2, marker[3] + 2]);
    const count = await viewer.boxes.count();

    /** The first finger stays, the second goes to the right: away from it to enlarge, towards it to make smaller. */
    const pinch = async (first: Point, second: Point): Promise<void> => {
      const before = widthOf(await viewer.whiteRectangle());
      await viewer.dragFingers([
        [first, first],
        [second, [second[0] + 60, second[1]]],
      ]);
      const change = async (): Promise<number> => Math.log(widthOf(await viewer.whiteRectangle()) / before);
      if (second[0] > first[0]) await expect.poll(change).toBeGreaterThan(0.1);
      else await expect.poll(change).toBeLessThan(-0.1);
      expectNear(await viewer.selectedBox(), await viewer.whiteRectangle());
      expect(await viewer.boxes.count()).toBe(count);
    };
    const [x, y] = await viewer.middle();
    await pinch([x + 20, y + 100], [x + 80, y + 100]);
    for (const [first, second] of [
      [0, -180],
      [-180, 0],
      [20, -45],
    ] as const) {
      const [boxX, boxY] = middleOf(await viewer.whiteRectangle());
      await pinch([boxX + first, boxY], [boxX + second, boxY]);
    }
    await setDrawing(viewer, true);
    // The first finger's drawing is what must be given up.
    const before = widthOf(await viewer.whiteRectangle());
    await viewer.dragFingers([
      [
        [x + 20, y + 100],
        [x + 30, y + 140],
      ],
      [
        [x + 80, y + 100],
        [x + 160, y + 140],
      ],
    ]);
    await expect.poll(async () => widthOf(await viewer.whiteRectangle())).toBeGreaterThan(1.1 * before);
    expect(await viewer.boxes.count()).toBe(count);
    await setDrawing(viewer, false);

    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    const study = await product.orthanc.findStudy(copyStudyInstanceUID);
    const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
    const copy = await product.orthanc.file(instance?.id ?? '');
    expectRedacted(MARKED_IMAGE.bytes, copy, request, [{ box: MARKED_IMAGE.marker }]);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('a finger on the handle of a box', () => {
  it('turns the box, as it is listed, kept and stored', async () => {
    const { bytes } = MARKED_IMAGE;
    const viewer = await open();
    await viewer.page.keyboard.press('Shift+A');
    await viewer.page.keyboard.press('Delete');
    await expect.poll(() => viewer.boxes.count()).toBe(0);
    const [x, y] = await viewer.middle();
    await draw(viewer, [x - 60, y - 10], [x + 60, y + 10]);
    const grip = await viewer.page.locator('[data-handle=rotation]').boundingBox();
    if (grip === null) throw new Error('there is no handle');
    // From above the box to its right: a quarter turn.
    await viewer.dragFingers([
      [
        [grip.x + grip.width / 2, grip.y + grip.height / 2],
        [x + 100, y],
      ],
    ]);
    const turnedBy = async (): Promise<number> =>
      drawn(await keptRegions(viewer, product, bytes))[0]?.angleDegrees ?? 0;
    await expect.poll(async () => Math.abs((await turnedBy()) - 90)).toBeLessThan(3);
    const [turned] = drawn(await keptRegions(viewer, product, bytes));
    if (turned === undefined) throw new Error('no box is kept');
    await viewer.panel.locator('li.selected').waitFor();

    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    const { box, angleDegrees } = turned;
    expect(request.regions).toEqual([expect.objectContaining({ box, angleDegrees })]);
    const study = await product.orthanc.findStudy(copyStudyInstanceUID);
    const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
    expectTurnedStored(bytes, await product.orthanc.file(instance?.id ?? ''), turned);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

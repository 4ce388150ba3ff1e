// From the study to the stored copy, by the mouse alone and by keys alone, on every kind of image: each checked in the stored pixels.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRequest, ROUTES } from '@pseudonymize-redact/core/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BurnedInText } from '../../server-plugin/src/demo/demoInstance.ts';
import { Product } from '../product.ts';
import { syntheticImage, type ImageCell } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectFramesRedacted, type FramedText } from './expectRedacted.ts';
import { MARKED_SERIES, markedSlice } from './markedSeries.ts';
import { numberIn, valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';
import type { ScreenBox } from './whiteRectangle.ts';

const [SOP_INSTANCE_UID, STUDY_INSTANCE_UID, INSTANCE_NUMBER] = ['00080018', '0020000D', '00200013'];
const CELL = {
  photometric: 'MONOCHROME2',
  bits: '8',
  planar: 0,
  frames: 1,
  pixelSpacing: [0.5, 0.5],
} as const;

interface Case {
  readonly name: string;
  readonly files: (study: string) => readonly Uint8Array[];
  readonly texts: readonly BurnedInText[];
  readonly rotated: boolean;
}

const caseOf = (name: string, change: Partial<ImageCell>, rotated = false): Case => {
  const cell = { ...CELL, ...change };
  return {
    name,
    files: (study) => [syntheticImage(cell, study).bytes],
    texts: syntheticImage(cell).texts,
    rotated,
  };
};

const CASES: readonly Case[] = [
  caseOf('a single frame', { photometric: 'RGB' }),
  caseOf('several frames', { frames: 3 }),
  {
    name: 'a CT series',
    files: (study) => MARKED_SERIES.slices.map((_, index) => markedSlice(index, { name: study, size: 128 })),
    texts: [],
    rotated: false,
  },
  caseOf('MONOCHROME1', { photometric: 'MONOCHROME1', bits: '12in16' }),
  caseOf('pixels that are not square', { bits: '16', pixelSpacing: [0.4, 0.2] }),
  caseOf('a rotated view', { photometric: 'YBR_FULL', pixelSpacing: [0.4, 0.2] }, true),
];

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-flow-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** The date, in the middle of the image: its finding is rejected, and a box of the reviewer's own covers it. */
const dateOf = ({ texts }: Case): BurnedInText | undefined => texts[2];

interface FoundBox {
  readonly id: string;
  readonly place: ScreenBox;
}

/** The box over a text on the displayed image, and where it is on the page. */
const boxOver = async (viewer: ViewerPage, text: BurnedInText | undefined): Promise<FoundBox> => {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = text?.box ?? [];
  const middle = [(x0 + x1) / 2, (y0 + y1) / 2];
  const id = await viewer.boxes.evaluateAll((boxes, [x = 0, y = 0]) => {
    const isOver = (box: Element): boolean => {
      const [left = 0, top = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((edge) =>
        Number(box.querySelector('rect')?.getAttribute(edge)),
      );
      return left < x && x < left + width && top < y && y < top + height;
    };
    return boxes.find(isOver)?.getAttribute('data-region') ?? '';
  }, middle);
  const box = await viewer.page.locator(`[data-region="${id}"] .pseudonymize-box`).boundingBox();
  if (box === null) throw new Error('no box is over the text');
  return { id, place: [box.x, box.y, box.x + box.width, box.y + box.height] };
};

/** A line of text stands on its side then. */
const rotate = async (
  viewer: ViewerPage,
  text: BurnedInText | undefined,
  act: () => Promise<void>,
): Promise<void> => {
  const isOnItsSide = async (): Promise<boolean> => {
    const [x0, y0, x1, y1] = (await boxOver(viewer, text)).place;
    return y1 - y0 > x1 - x0;
  };
  expect(await isOnItsSide()).toBe(false);
  await act();
  await expect.poll(isOnItsSide).toBe(true);
};

/** Checks every stored image against what was asked for, and against what is known to stand on it. */
const expectStored = async (
  viewer: ViewerPage,
  { texts }: Case,
  originals: readonly Uint8Array[],
  request: JobRequest,
): Promise<void> => {
  const study = await product.orthanc.findStudy(await viewer.copyStudyInstanceUID());
  const instances = study === null ? [] : await product.orthanc.instancesOf(study);
  const copies = await Promise.all(instances.map(({ id }) => product.orthanc.file(id)));
  expect(copies).toHaveLength(originals.length);
  const known: readonly FramedText[] =
    texts.length === 0
      ? [{ frame: 'all', box: MARKED_SERIES.marker }]
      : texts.flatMap(({ box, frame, identifying }) => (identifying ? [{ frame, box: box }] : []));
  for (const original of originals) {
    const copy = copies.find(
      (bytes) => numberIn(bytes, INSTANCE_NUMBER) === numberIn(original, INSTANCE_NUMBER),
    );
    const uid = valueOf(original, SOP_INSTANCE_UID);
    expectFramesRedacted(original, copy ?? new Uint8Array(), request, uid, known);
  }
  expect(request.regions.filter(({ textClass }) => textClass === undefined)).toHaveLength(1);
  expect(viewer.errors).toEqual([]);
  expect([...viewer.origins]).toEqual([product.address]);
};

const jobAsked = (viewer: ViewerPage): Promise<JobRequest> =>
  viewer.page
    .waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname === ROUTES.jobs,
    )
    .then((request) => JobRequest.parse(request.postDataJSON()));

const open = async (files: readonly Uint8Array[]): Promise<ViewerPage> => {
  for (const bytes of files) await product.orthanc.store(bytes);
  const viewer = await ViewerPage.open(browser, product.address);
  await viewer.openMode(valueOf(files[0] ?? new Uint8Array(), STUDY_INSTANCE_UID));
  await viewer.searched();
  await viewer.allSearched();
  return viewer;
};

describe.each(CASES)('$name', (image) => {
  const date = dateOf(image);

  it('is reviewed and de-identified by the mouse alone', async () => {
    const originals = image.files(`${image.name} by mouse`);
    const viewer = await open(originals);
    const { panel } = viewer;
    if (image.rotated) await rotate(viewer, date, () => viewer.pressTool('RotateRight'));
    let target: ScreenBox;
    if (date === undefined) target = await viewer.whiteRectangle();
    else {
      const { id, place } = await boxOver(viewer, date);
      await panel
        .locator(`li[data-region="${id}"]`)
        .getByRole('button', { name: /^Reject/ })
        .click();
      await viewer.page.locator('[data-decision=rejected]').first().waitFor();
      target = place;
    }
    const [x0, y0, x1, y1] = target;
    await viewer.drawBox([x0 - 2, y0 - 2], [x1 + 2, y1 + 2]);
    const everywhere = date === undefined ? 'series' : 'instance';
    await panel.getByRole('combobox', { name: /^Same place on/ }).selectOption(everywhere);

    const asked = jobAsked(viewer);
    await panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await panel.getByRole('alertdialog').getByRole('button', { name: 'De-identify' }).click();
    await expectStored(viewer, image, originals, await asked);
    viewer.leave();
  });

  it('is reviewed and de-identified by keys alone', async () => {
    const originals = image.files(`${image.name} by keys`);
    const viewer = await open(originals);
    const { page } = viewer;
    const { keyboard } = page;
    if (image.rotated) await rotate(viewer, date, () => keyboard.press('r'));
    const target = date === undefined ? await viewer.whiteRectangle() : (await boxOver(viewer, date)).place;
    if (date !== undefined) {
      const { id } = await boxOver(viewer, date);
      const box = page.locator(`.pseudonymize-overlay [data-region="${id}"]`);
      for (let step = 0; (await box.getAttribute('aria-pressed')) !== 'true'; step++) {
        expect(step).toBeLessThan(50);
        await keyboard.press('j');
      }
      await keyboard.press('x');
      await page.locator('[data-decision=rejected]').first().waitFor();
    }
    await keyboard.press('Shift+D');
    await page.locator('.pseudonymize-region.selected.accepted').waitFor();
    // Each arrow moves where it points, or the lower right corner with Alt, until the place is covered.
    const press = async (key: string, isDone: (box: ScreenBox) => boolean): Promise<void> => {
      for (let step = 0; !isDone(await viewer.selectedBox()); step++) {
        expect(step, key).toBeLessThan(200);
        await keyboard.press(key);
      }
    };
    await press('ArrowLeft', ([left]) => left < target[0]);
    await press('ArrowUp', ([, top]) => top < target[1]);
    await press('ArrowDown', ([, top]) => top > target[1] - 20);
    await press('ArrowUp', ([, top]) => top < target[1]);
    await press('Alt+ArrowRight', ([, , right]) => right > target[2]);
    await press('Alt+ArrowDown', ([, , , bottom]) => bottom > target[3]);
    await keyboard.press(date === undefined ? 's' : 'Shift+F');
    await viewer.panel
      .getByText(date === undefined ? 'every image of the series' : 'every frame')
      .first()
      .waitFor();

    const asked = jobAsked(viewer);
    const button = viewer.panel.getByRole('button', { name: 'De-identify', exact: true });
    const isFocused = (): Promise<boolean> =>
      button.evaluate((element) => element === element.ownerDocument.activeElement);
    for (let step = 0; !(await isFocused()); step++) {
      expect(step).toBeLessThan(200);
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    await viewer.panel.getByRole('alertdialog').waitFor();
    await keyboard.press('Enter');
    await expectStored(viewer, image, originals, await asked);
    viewer.leave();
  });
});

// The class of a finding, changed by mouse and by key in the published viewer: its look in the overlay and in the list, and what is stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BurnedInText } from '../../server-plugin/src/demo/demoInstance.ts';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectRedacted, knownBox } from './expectRedacted.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const STUDY_INSTANCE_UID = '0020000D';
const IMAGE = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: 1,
  pixelSpacing: [0.5, 0.5],
});
const [NAME, PATIENT_ID, DATE, LABEL, , VISIT] = IMAGE.texts;

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-classes-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  await product.orthanc.store(IMAGE.bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const isOver = (region: readonly number[], text: readonly number[]): boolean => {
  const [x, y] = [((text[0] ?? 0) + (text[2] ?? 0)) / 2, ((text[1] ?? 0) + (text[3] ?? 0)) / 2];
  return (region[0] ?? 0) < x && x < (region[2] ?? 0) && (region[1] ?? 0) < y && y < (region[3] ?? 0);
};

/** How a box that is not selected looks: what its class and its fate are told by. */
const lookOf = (box: Locator) =>
  box.locator('.pseudonymize-box').evaluate((element) => {
    const { stroke, strokeDasharray, fillOpacity } = getComputedStyle(element);
    return { stroke, dashes: strokeDasharray, tinted: Number(fillOpacity) > 0 };
  });

const LOOKS = {
  identifying: { stroke: 'rgb(255, 107, 107)', dashes: 'none', tinted: true },
  unknown: { stroke: 'rgb(255, 176, 32)', dashes: '6px, 3px', tinted: true },
  harmless: { stroke: 'rgb(61, 219, 217)', dashes: '2px, 3px', tinted: false },
} as const;
const SHAPES = { identifying: 'path', unknown: 'rect', harmless: 'circle' } as const;

it('is changed by mouse and by key, looks so on the image and in the list, is undone and redone, and decides on what is stored', async () => {
  const viewer = await ViewerPage.open(browser, product.address);
  await viewer.openMode(valueOf(IMAGE.bytes, STUDY_INSTANCE_UID));
  await viewer.searched();
  const { page, panel } = viewer;
  const rows = panel.locator('.image-findings li');
  const rowOf = (id: string): Locator => panel.locator(`li[data-region="${id}"]`);
  const found = await viewer.boxes.evaluateAll((boxes) =>
    boxes.map((box) => {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(box.querySelector('rect')?.getAttribute(name)),
      );
      return { id: box.getAttribute('data-region') ?? '', box: [x, y, x + width, y + height] };
    }),
  );
  const idOver = (text: BurnedInText | undefined): string => {
    const [only, ...others] = found.filter(({ box }) => isOver(box, text?.box ?? []));
    if (only === undefined || others.length > 0) throw new Error('one box is expected');
    return only.id;
  };
  const [date, visit, label] = [idOver(DATE), idOver(VISIT), idOver(LABEL)];
  const count = await rows.count();

  const expectClass = async (id: string, textClass: keyof typeof LOOKS): Promise<void> => {
    const row = rowOf(id);
    await row.getByText(textClass, { exact: true }).waitFor();
    expect(await row.locator(`.mark ${SHAPES[textClass]}`).count()).toBe(1);
    await row.getByText(textClass === 'harmless' ? '· stays' : '· covered').waitFor();
    const box = page.locator(`.pseudonymize-overlay [data-region="${id}"]`);
    expect(await box.getAttribute('aria-label')).toContain(`, ${textClass}, `);
    if ((await box.getAttribute('aria-pressed')) === 'false')
      expect(await lookOf(box)).toEqual(LOOKS[textClass]);
  };
  const expectClasses = async (...classes: readonly (keyof typeof LOOKS)[]): Promise<void> => {
    for (const [index, id] of [date, visit, label].entries())
      await expectClass(id, classes[index] ?? 'unknown');
  };
  await expectClasses('identifying', 'unknown', 'harmless');

  // By mouse: the row, then the list of classes.
  await rowOf(date).locator('button.finding').click();
  await panel.getByRole('combobox', { name: /^Class/ }).selectOption('harmless');
  await rowOf(visit).locator('button.finding').click();
  await expectClasses('harmless', 'unknown', 'harmless');

  // The pointer would highlight a row and its box.
  await page.mouse.move(5, 5);

  // By key alone: next and previous finding, then its class.
  const goTo = async (id: string): Promise<void> => {
    for (let step = 0; step < count; step++) {
      if ((await rowOf(id).getAttribute('class'))?.includes('selected') === true) return;
      await page.keyboard.press('j');
    }
    throw new Error('the finding is not reached');
  };
  await goTo(label);
  await page.keyboard.press('m');
  await goTo(visit);
  await expectClasses('harmless', 'unknown', 'identifying');
  await page.keyboard.press('m');
  await goTo(date);
  await expectClasses('harmless', 'harmless', 'identifying');

  for (const classes of [
    ['harmless', 'unknown', 'identifying'],
    ['harmless', 'unknown', 'harmless'],
    ['identifying', 'unknown', 'harmless'],
  ] as const) {
    await page.keyboard.press('u');
    await expectClasses(...classes);
  }
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+U');
  await expectClasses('harmless', 'harmless', 'identifying');
  await panel.getByText('Kept', { exact: true }).waitFor();
  await page.reload();
  await rows.first().waitFor();
  const ofClass = (textClass: string): Promise<number> =>
    rows.filter({ has: page.locator(`.class.${textClass}`) }).count();
  expect([await ofClass('unknown'), await rows.count()]).toEqual([0, count]);

  const { request, copyStudyInstanceUID } = await viewer.deidentify();
  expect(new Set(request.regions.map(({ textClass }) => textClass))).toEqual(new Set(['identifying']));
  const study = await product.orthanc.findStudy(copyStudyInstanceUID);
  const [instance] = study === null ? [] : await product.orthanc.instancesOf(study);
  const copy = await product.orthanc.file(instance?.id ?? '');
  // What became harmless is not among them, and so is as it was.
  const covered = [NAME, PATIENT_ID, LABEL].flatMap((text) => (text ? [{ box: knownBox(text.box) }] : []));
  expectRedacted(IMAGE.bytes, copy, request, covered);
  for (const text of [DATE, VISIT])
    expect(request.regions.some(({ box }) => isOver(box, text?.box ?? []))).toBe(false);
  expect(viewer.errors).toEqual([]);
  await page.close();
});

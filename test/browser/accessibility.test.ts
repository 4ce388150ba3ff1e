// What axe-core finds in the published viewer, in both languages, at 1280 px and at 200 % zoom, and with more findings than a list is read for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES, type ReviewEntry, type StudyReview } from '@pseudonymize-redact/core/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { expectStatesAccessible, WINDOWS, type Words } from './accessibility.ts';
import { launchChromium } from './chromium.ts';
import { expectFocusInside, expectFocusOrder, focusedName, isFocusInside } from './focusOrder.ts';
import { markedSlice } from './markedSeries.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [SOP_INSTANCE_UID, STUDY_INSTANCE_UID] = ['00080018', '0020000D'];
const IMAGE = syntheticImage({
  photometric: 'RGB',
  bits: '8',
  planar: 0,
  frames: 1,
  pixelSpacing: [0.5, 0.5],
});
const MANY = 'many findings';
const [SERIES, SLICES, FINDINGS_OF_SLICE] = [5, 10, 11];
const FINDINGS = SERIES * SLICES * FINDINGS_OF_SLICE;
const SLICES_OF_STUDY = Array.from({ length: SERIES * SLICES }, (_, index) =>
  markedSlice(index % SLICES, { name: MANY, size: 128, series: Math.floor(index / SLICES) + 1 }),
);
const LANGUAGES: readonly (readonly [locale: string, words: Words])[] = [
  [
    'en-US',
    {
      header: 'Header',
      headerChanges: 'Changes of the header',
      findings: 'Findings',
      keys: 'Keys',
      deidentify: 'De-identify',
      confirming: 'De-identify this study',
      originalStays: 'The original stays as it is.',
      back: 'Back',
    },
  ],
  [
    'de-DE',
    {
      header: 'Header',
      headerChanges: 'Änderungen im Header',
      findings: 'Fundstellen',
      keys: 'Tasten',
      deidentify: 'De-identifizieren',
      confirming: 'Diese Studie de-identifizieren',
      originalStays: 'Das Original bleibt',
      back: 'Zurück',
    },
  ],
];

let folder: string;
let product: Product;
let browser: Browser;

/** A review that somebody has begun, so that nothing need be searched: in each image texts of all classes, at places of their own. */
const begunReview = (): StudyReview => ({
  entries: SLICES_OF_STUDY.map((bytes, slice): ReviewEntry => ({
    scope: { sopInstanceUID: valueOf(bytes, SOP_INSTANCE_UID) },
    searchedFrames: [1],
    turnedFrames: [],
    regions: Array.from({ length: FINDINGS_OF_SLICE }, (_, index) => {
      const [x, y] = [(slice % SLICES) * 8, 4 + index * 11];
      return {
        frames: { first: 1, last: 1 },
        box: [x, y, x + 30, y + 8],
        angleDegrees: 0,
        source: 'detected',
        textClass: (['identifying', 'unknown', 'harmless'] as const)[index % 3] ?? 'unknown',
        decision: 'proposed',
      };
    }),
  })),
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-accessibility-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
  for (const bytes of [IMAGE.bytes, ...SLICES_OF_STUDY]) await product.orthanc.store(bytes);
  const kept = await fetch(product.address + ROUTES.review.replace(':study', uidOf(`${MANY} study`)), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: product.address },
    body: JSON.stringify(begunReview()),
  });
  expect(kept.status).toBe(200);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

describe.each(LANGUAGES)('the panel in %s', (locale, words) => {
  it('has nothing serious that axe-core finds, in all its states, at 1280 px and at 200 % zoom', async () => {
    const viewer = await ViewerPage.open(browser, product.address, { locale, width: 1280 });
    await viewer.openMode(valueOf(IMAGE.bytes, STUDY_INSTANCE_UID));
    await viewer.allSearched();
    await viewer.panel.locator('button.finding').first().click();
    for (const [width, height] of WINDOWS) {
      await viewer.page.setViewportSize({ width, height });
      await expectStatesAccessible(viewer, words);
    }
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

describe('the focus', () => {
  const [PANEL, DIALOG] = ['.pseudonymize-panel', '.pseudonymize-panel dialog'];

  it('goes through the panel as the eye does, comes to everything, is seen everywhere and leaves at the end', async () => {
    const viewer = await ViewerPage.open(browser, product.address, { width: 1280 });
    const { page, panel } = viewer;
    await viewer.openMode(valueOf(IMAGE.bytes, STUDY_INSTANCE_UID));
    await viewer.allSearched();
    // One is selected, and judged: there is a choice of what becomes of it, and something to undo.
    await panel.locator('button.finding').first().click();
    await page.keyboard.press('x');
    await expect.poll(() => panel.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await expectFocusOrder(viewer, PANEL);
    }
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });

  it.each([
    ['De-identify', 'alertdialog', 'Back'],
    ['Keys', 'dialog', 'Close'],
  ] as const)(
    'of the button “%s” stays in its dialog, and comes back from it',
    async (name, role, closing) => {
      const viewer = await ViewerPage.open(browser, product.address, { width: 1280 });
      const { page, panel } = viewer;
      await viewer.openMode(valueOf(IMAGE.bytes, STUDY_INSTANCE_UID));
      await viewer.allSearched();
      const opener = panel.getByRole('button', { name, exact: true });
      const dialog = panel.getByRole(role);
      // By keys: a mouse that comes to the image takes the focus from everything; the viewer has it so.
      const ends = [
        () => page.keyboard.press('Escape'),
        () => dialog.getByRole('button', { name: closing }).press('Enter'),
      ];
      for (const [width, height] of WINDOWS) {
        await page.setViewportSize({ width, height });
        for (const end of ends) {
          await opener.press('Enter');
          await expect.poll(() => focusedName(viewer)).toMatch(/^(De-identify|Close)$/);
          expect(await isFocusInside(viewer, DIALOG)).toBe(true);
          if (end === ends[0]) {
            await dialog.getByText('Asking the bridge').waitFor({ state: 'detached' });
            await expectFocusOrder(viewer, DIALOG);
            await expectFocusInside(viewer, DIALOG);
          }
          await end();
          await dialog.waitFor({ state: 'detached' });
          await expect.poll(() => focusedName(viewer)).toBe(name);
          expect(await isFocusInside(viewer, PANEL)).toBe(true);
        }
      }
      expect(viewer.errors).toEqual([]);
      viewer.leave();
    },
  );
});

describe('a study of five series with hundreds of findings', () => {
  it('has nothing serious that axe-core finds, and answers to keys', async () => {
    const [[locale, words] = ['', {} as Words]] = LANGUAGES;
    const viewer = await ViewerPage.open(browser, product.address, { locale, width: 1280 });
    const { page, panel } = viewer;
    await viewer.openMode(uidOf(`${MANY} study`));
    await viewer.allSearched();
    const rows = panel.locator('.image-findings li');
    expect(await rows.count()).toBe(FINDINGS);
    expect(await panel.locator('details').count()).toBe(SERIES);
    // In the order of the study browser.
    const uids = SLICES_OF_STUDY.map((bytes) => valueOf(bytes, SOP_INSTANCE_UID));
    const listed = await rows.evaluateAll((all) =>
      all.map((row) => row.getAttribute('data-region')?.replace(/#.*/, '')),
    );
    expect([...new Set(listed)]).toEqual(uids);

    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await expectStatesAccessible(viewer, words);
      const selected = panel.locator('.image-findings li.selected');
      const idOfSelected = async (): Promise<string | null> =>
        (await selected.count()) === 1 ? selected.getAttribute('data-region') : null;
      const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-region')));
      await page.keyboard.press('j');
      await expect.poll(idOfSelected).not.toBeNull();
      const first = ids.indexOf(await idOfSelected());
      await page.keyboard.press('j');
      await expect.poll(idOfSelected).toBe(ids[first + 1]);
      await page.keyboard.press('k');
      await expect.poll(idOfSelected).toBe(ids[first]);
      await page.keyboard.press('x');
      await expect.poll(() => selected.getAttribute('data-decision')).toBe('rejected');
      await page.keyboard.press('y');
      await expect.poll(() => selected.getAttribute('data-decision')).toBe('accepted');
      // The row is in view, and so is its box.
      const list = await panel.locator('.sections').boundingBox();
      const row = await selected.boundingBox();
      expect(row && list && row.y >= list.y && row.y + row.height <= list.y + list.height).toBe(true);
      const box = page.locator(`.pseudonymize-overlay [data-region="${ids[first] ?? ''}"]`);
      expect(await box.getAttribute('class')).toContain('accepted');
      await page.keyboard.press('u');
      await page.keyboard.press('u');
      await expect.poll(() => selected.getAttribute('data-decision')).toBe('proposed');
    }

    expect(viewer.errors).toEqual([]);
    viewer.leave();
  }, 300_000);
});

// Images that are held back after redaction, in the published viewer: a real search finds what the reviewer left.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hold, HoldDecision, ROUTES, type JobRequest, type Region } from '@pseudonymize-redact/core/contract';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { syntheticImage, type ImageCell } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectRedacted, knownBox } from './expectRedacted.ts';
import { numberIn, valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [SOP_INSTANCE_UID, STUDY_INSTANCE_UID, BITS_STORED] = ['00080018', '0020000D', '00280101'];
const CELL = { planar: 0, frames: 1, pixelSpacing: [0.5, 0.5] } as const;
/** Each is told by its bits in the copy, whose UIDs are new. */
const CELLS: readonly ImageCell[] = [
  { ...CELL, photometric: 'RGB', bits: '8' },
  { ...CELL, photometric: 'MONOCHROME1', bits: '12in16' },
  { ...CELL, photometric: 'MONOCHROME2', bits: '16' },
];
const IMAGES = CELLS.map((cell) => syntheticImage(cell));

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-held-'));
  const starting = Product.start(folder, { DEMO_STUDIES: 'no' }, 'identifying');
  [product, browser] = await Promise.all([starting, launchChromium()]);
  for (const { bytes } of IMAGES) await product.orthanc.store(bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const copiesIn = async (studyInstanceUID: string): Promise<readonly Uint8Array[]> => {
  const study = await product.orthanc.findStudy(studyInstanceUID);
  if (study === null) return [];
  const instances = await product.orthanc.instancesOf(study);
  return Promise.all(instances.map(({ id }) => product.orthanc.file(id)));
};

/** Leaves what identifies, and covers what is harmless: every image is changed, and so it is searched again. */
const judgeWrongly = async (viewer: ViewerPage): Promise<void> => {
  const chip = (name: string) => viewer.panel.locator(`.chip.${name}`);
  await chip('unknown').click();
  await chip('harmless').click();
  await viewer.page.keyboard.press('Alt+Shift+X');
  await chip('identifying').click();
  await chip('harmless').click();
  await viewer.page.keyboard.press('Alt+Shift+Y');
  await expect.poll(() => viewer.panel.locator('[data-decision=accepted]').count()).toBeGreaterThan(0);
  await chip('identifying').click();
  await chip('unknown').click();
};

/** In how many of these the focus is. */
const focusIn = async (places: Locator | undefined): Promise<number> =>
  (await places?.evaluateAll((all) => all.filter((place) => place.matches(':focus, :has(:focus)')).length)) ??
  0;

/** Whether a part of the panel lies where its sections are seen. */
const isInSight = async (viewer: ViewerPage, part: Locator | undefined): Promise<boolean> => {
  const [inner, outer] = await Promise.all([
    part?.boundingBox(),
    viewer.panel.locator('.sections').boundingBox(),
  ]);
  return inner && outer ? inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height : false;
};

describe('images on which identifying text was left', () => {
  it('are cancelled in time, or come back to be corrected, released or rejected, and are stored accordingly', async () => {
    const study = valueOf(IMAGES[0]?.bytes ?? new Uint8Array(), STUDY_INSTANCE_UID);
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(study);
    await viewer.searched();
    await viewer.allSearched();
    await judgeWrongly(viewer);

    // The copies are searched one after the other: the job lasts longer than it takes to press the button.
    const dialog = viewer.panel.getByRole('alertdialog');
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await dialog.getByText(/findings of identifying text were rejected/).waitFor();
    await dialog.getByRole('button', { name: 'De-identify' }).click();
    await viewer.panel.getByRole('button', { name: 'Cancel' }).click();
    await viewer.panel.locator('.job[data-state=cancelled]').waitFor();
    expect(await product.studies()).toHaveLength(1);

    const asked = viewer.page.waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname === ROUTES.jobs,
    );
    await expect
      .poll(() => viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).isEnabled())
      .toBe(true);
    await viewer.panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await dialog.getByRole('button', { name: 'De-identify' }).click();
    const { regions } = (await asked).postDataJSON() as JobRequest;
    const holds = viewer.panel.locator('li.hold');
    await expect.poll(() => holds.count(), { timeout: 100_000 }).toBe(IMAGES.length);
    expect(await product.studies()).toHaveLength(1);

    // Rejected: it is never stored. Released: it is stored as it is.
    const listed = Hold.array().parse(await (await product.get(ROUTES.holds)).json());
    const [corrected, released, rejected] = IMAGES.map(({ bytes }) => {
      const uid = valueOf(bytes, SOP_INSTANCE_UID);
      const hold = listed.find(({ original }) => original?.sopInstanceUID === uid);
      return viewer.panel.locator(`li.hold[data-hold="${hold?.id ?? ''}"]`);
    });
    await rejected?.getByRole('button', { name: 'Never store' }).press('Enter');
    await expect.poll(() => holds.count()).toBe(2);
    // Its row is gone, and the focus is at another.
    expect(await focusIn(holds)).toBe(1);
    await released?.getByRole('button', { name: 'Store as it is' }).click();
    const copyStudyInstanceUID = await viewer.copyStudyInstanceUID();
    await expect.poll(() => holds.count()).toBe(1);
    expect((await copiesIn(copyStudyInstanceUID)).map((bytes) => numberIn(bytes, BITS_STORED))).toEqual([12]);

    // The place is shown as boxes on the image, which are then what is covered. On a low page the list of findings lies out of sight.
    await viewer.page.setViewportSize({ width: 1280, height: 500 });
    const show = corrected?.getByRole('button', { name: 'Show the place' });
    const shown = viewer.page.locator('.pseudonymize-region.selected.accepted.identifying');
    const row = viewer.panel.locator('.image-findings li.selected');
    for (const time of ['first', 'again']) {
      await show?.press('Enter');
      await expect.poll(() => shown.count()).toBeGreaterThan(0);
      await expect.poll(() => row.count()).toBeGreaterThan(0);
      expect(await focusIn(show), time).toBe(1);
      for (const name of ['Show the place', 'Cover and store', 'Store as it is', 'Never store'])
        expect(await isInSight(viewer, corrected?.getByRole('button', { name })), `${name}, ${time}`).toBe(
          true,
        );
    }
    expect(await corrected?.getAttribute('aria-current')).toBe('true');
    const decided = viewer.page.waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname === ROUTES.holds,
    );
    await viewer.page.keyboard.press('Tab');
    expect(await focusIn(corrected?.getByRole('button', { name: 'Cover and store' }))).toBe(1);
    await viewer.page.keyboard.press('Enter');
    const decision = HoldDecision.parse((await decided).postDataJSON());
    const added: readonly Region[] = decision.decision === 'correct' ? decision.regions : [];
    await expect
      .poll(async () => (await copiesIn(copyStudyInstanceUID)).length, { timeout: 100_000 })
      .toBe(2);
    await expect.poll(() => holds.count()).toBe(0);
    expect(await focusIn(viewer.panel)).toBe(1);

    const [image] = IMAGES;
    const copies = await copiesIn(copyStudyInstanceUID);
    const copy = copies.find((bytes) => numberIn(bytes, BITS_STORED) === 8);
    if (image === undefined || copy === undefined) throw new Error('the corrected copy is missing');
    const uid = valueOf(image.bytes, SOP_INSTANCE_UID);
    const isOfImage = ({ scope }: Region): boolean =>
      'sopInstanceUID' in scope && scope.sopInstanceUID === uid;
    const covered = { regions: [...regions, ...added].filter(isOfImage) } as JobRequest;
    const names = image.texts.filter(({ identifying }) => identifying).slice(0, 2);
    expectRedacted(
      image.bytes,
      copy,
      covered,
      names.map(({ box }) => ({ box: knownBox(box) })),
    );
    expect(viewer.errors).toEqual([]);
    await viewer.page.close();
  });
});

// What the product is for, as a radiologist does it, in the published viewer and with a real Orthanc.
import { execFileSync } from 'node:child_process';
import { copyFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../product.ts';
import { describeWithSharedData, sharedPath } from '../sharedData.ts';
import { launchChromium } from './chromium.ts';
import { expectNoIdentifier, expectRedacted, type KnownBox } from './expectRedacted.ts';
import { MARKED_IMAGE } from './markedImage.ts';
import { valueOf } from './storedImage.ts';
import { ViewerPage, type Point } from './viewerPage.ts';
import type { ScreenBox } from './whiteRectangle.ts';

const [PATIENT_NAME, PATIENT_ID, STUDY_DATE] = ['00100010', '00100020', '00080020'];
const [ACCESSION_NUMBER, STUDY_INSTANCE_UID] = ['00080050', '0020000D'];

let folder: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-browser-'));
  [product, browser] = await Promise.all([Product.start(folder, { DEMO_STUDIES: 'no' }), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** The only instance of a study, as Orthanc has it. */
const fileOfStudy = async (studyInstanceUID: string): Promise<Uint8Array> => {
  const { orthanc } = product;
  const study = await orthanc.findStudy(studyInstanceUID);
  if (study === null) throw new Error('Orthanc has no such study');
  const [instance, ...others] = await orthanc.instancesOf(study);
  if (instance === undefined || others.length > 0) throw new Error('one instance is expected');
  return orthanc.file(instance.id);
};

/** The same patient at another date, made by dcmtk. */
const secondStudyOf = (path: string): Uint8Array => {
  const target = join(folder, 'second.dcm');
  copyFileSync(path, target);
  chmodSync(target, 0o600);
  const changes = ['StudyInstanceUID=2.25.71', 'SeriesInstanceUID=2.25.72', 'SOPInstanceUID=2.25.73'];
  const visit = ['StudyDate=20140311', 'AccessionNumber=SECOND-VISIT'];
  execFileSync('dcmodify', ['-nb', ...[...changes, ...visit].flatMap((change) => ['-i', change]), target]);
  return new Uint8Array(readFileSync(target));
};

const day = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / 86_400_000;

const middleOf = ([x0, y0, x1, y1]: ScreenBox): Point => [(x0 + x1) / 2, (y0 + y1) / 2];

interface GroundTruth {
  readonly images: readonly { readonly file: string; readonly boxes: readonly KnownBox[] }[];
}

describeWithSharedData('two studies of a real patient', () => {
  const burnedIn = (name: string): string => sharedPath('data', 'dicom', 'burned-in', name);
  const path = burnedIn('cr-presidio-2.dcm');

  /** Finds the text, draws, moves, resizes and deletes a box, and asks for the copy. */
  const deidentify = async (original: Uint8Array, texts: readonly KnownBox[]): Promise<Uint8Array> => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.launchMode(valueOf(original, ACCESSION_NUMBER));
    await viewer.searched();
    const found = await viewer.boxes.count();
    expect(found).toBeGreaterThanOrEqual(texts.length);

    const [x, y] = await viewer.middle();
    await viewer.drawBox([x, y], [x + 90, y + 60]);
    expect(await viewer.boxes.count()).toBe(found + 1);
    const drawn = await viewer.selectedBox();
    await viewer.drag(middleOf(drawn), [x + 85, y - 10]);
    const moved = await viewer.selectedBox();
    expect(Math.abs(moved[0] - drawn[0] - 40)).toBeLessThan(3);
    expect(Math.abs(moved[1] - drawn[1] + 40)).toBeLessThan(3);
    await viewer.drag([moved[2], moved[3]], [moved[2] + 30, moved[3] + 20]);
    const resized = await viewer.selectedBox();
    expect(Math.abs(resized[2] - moved[2] - 30)).toBeLessThan(3);
    expect(Math.abs(resized[3] - moved[3] - 20)).toBeLessThan(3);
    expect(Math.abs(resized[0] - moved[0])).toBeLessThan(3);
    await viewer.page.locator('.pseudonymize-region.selected').press('Delete');
    await expect.poll(() => viewer.boxes.count()).toBe(found);

    const pseudonym = await viewer.panel.locator('td.pseudonym').allInnerTexts();
    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    expect(request.regions).toHaveLength(found);
    const copy = await fileOfStudy(copyStudyInstanceUID);
    expect(pseudonym).toEqual([
      valueOf(copy, PATIENT_NAME).replaceAll(/\^+/g, ', '),
      valueOf(copy, PATIENT_ID),
    ]);
    expectRedacted(original, copy, request, texts);
    expectNoIdentifier(original, copy);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
    return copy;
  };

  it('become two studies of one pseudonymous patient, without their texts and otherwise as they were', async () => {
    const original = new Uint8Array(readFileSync(path));
    const second = secondStudyOf(path);
    for (const bytes of [original, second]) await product.orthanc.store(bytes);
    const truth = JSON.parse(readFileSync(burnedIn('ground-truth.json'), 'utf8')) as GroundTruth;
    const texts = truth.images.find(({ file }) => file === 'cr-presidio-2.dcm')?.boxes ?? [];
    expect(texts.length).toBeGreaterThan(0);

    const first = await deidentify(original, texts);
    const later = await deidentify(second, texts);
    for (const attribute of [PATIENT_NAME, PATIENT_ID]) {
      expect(valueOf(later, attribute)).toBe(valueOf(first, attribute));
      expect(valueOf(first, attribute)).not.toBe(valueOf(original, attribute));
    }
    expect(day(valueOf(later, STUDY_DATE)) - day(valueOf(first, STUDY_DATE))).toBe(
      day('20140311') - day(valueOf(original, STUDY_DATE)),
    );
    const kept = await fileOfStudy(valueOf(original, STUDY_INSTANCE_UID));
    expect(Buffer.from(kept).equals(original)).toBe(true);
  });
});

describe('a box on an image whose pixels are not square', () => {
  it('stays on its place under zoom, pan, rotation and flip, and covers in the copy what it covered on the screen', async () => {
    const { bytes, marker, accessionNumber } = MARKED_IMAGE;
    await product.orthanc.store(bytes);
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.launchMode(accessionNumber);
    await viewer.searched();
    const [x0, y0, x1, y1] = await viewer.whiteRectangle();
    await viewer.drawBox([x0 - 2, y0 - 2], [x1 + 2, y1 + 2]);

    const [x, y] = await viewer.middle();
    const changes: Readonly<Record<string, () => Promise<void>>> = {
      zoom: () => viewer.drag([x + 200, y + 200], [x + 200, y + 120], 'right'),
      pan: () => viewer.drag([x + 200, y + 200], [x + 140, y + 170], 'middle'),
      rotation: () => viewer.pressTool('RotateRight'),
      flip: () => viewer.pressTool('FlipHorizontal'),
    };
    let last: ScreenBox = [x0, y0, x1, y1];
    for (const [name, change] of Object.entries(changes)) {
      await change();
      await expect.poll(() => viewer.whiteRectangle(), { message: name }).not.toEqual(last);
      last = await viewer.whiteRectangle();
      const box = await viewer.selectedBox();
      const distances = last.map((edge, index) => Math.abs(edge - (box[index] ?? Number.NaN)));
      expect(Math.max(...distances), name).toBeLessThan(8);
    }

    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    expectRedacted(bytes, await fileOfStudy(copyStudyInstanceUID), request, [{ box: marker }]);
    expect(viewer.errors).toEqual([]);
    viewer.leave();
  });
});

// A bridge whose process is killed in the middle of a review, or of a job, and started again: what the published viewer makes of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRequest, ROUTES } from '@pseudonymize-redact/core/contract';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeLoopbackPort } from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { Product } from '../product.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { launchChromium } from './chromium.ts';
import { expectFramesRedacted, expectRedacted, knownBox } from './expectRedacted.ts';
import { MARKED_SERIES } from './markedSeries.ts';
import { numberIn, valueOf } from './storedImage.ts';
import { ViewerPage } from './viewerPage.ts';

const [SOP_INSTANCE_UID, STUDY_INSTANCE_UID, INSTANCE_NUMBER] = ['00080018', '0020000D', '00200013'];
const IMAGE = syntheticImage({
  photometric: 'MONOCHROME2',
  bits: '8',
  planar: 0,
  frames: 1,
  pixelSpacing: [0.5, 0.5],
});

let folder: string;
let port: string;
let product: Product;
let browser: Browser;

const start = (): Promise<Product> =>
  Product.start(folder, { DEMO_STUDIES: 'no', PORT: port }, 'identifying');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-killed-'));
  port = String(await freeLoopbackPort());
  [product, browser] = await Promise.all([start(), launchChromium()]);
  for (const bytes of [IMAGE.bytes, ...MARKED_SERIES.slices]) await product.orthanc.store(bytes);
});

afterAll(async () => {
  await browser.close();
  expect(await product.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const filesOfStudy = async (studyInstanceUID: string): Promise<readonly Uint8Array[]> => {
  const study = await product.orthanc.findStudy(studyInstanceUID);
  const instances = study === null ? [] : await product.orthanc.instancesOf(study);
  return Promise.all(instances.map(({ id }) => product.orthanc.file(id)));
};

describe('a bridge that is killed during a review', () => {
  it('is told in words, and loses neither what was edited before nor what is edited without it', async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.openMode(valueOf(IMAGE.bytes, STUDY_INSTANCE_UID));
    await viewer.searched();
    const { panel } = viewer;
    const findings = panel.locator('[data-decision]');
    const ofClass = (name: string): Locator =>
      findings.filter({ has: viewer.page.locator(`.class.${name}`) });
    const found = await findings.count();
    const [identifying, harmless] = [await ofClass('identifying').count(), await ofClass('harmless').count()];
    expect([found - identifying - harmless, harmless]).toEqual([1, 2]);
    await ofClass('harmless')
      .first()
      .getByRole('button', { name: /^Accept/ })
      .click();
    await panel.getByText('Kept', { exact: true }).waitFor();

    await product.kill();
    await ofClass('unknown')
      .getByRole('button', { name: /^Reject/ })
      .click();
    const [x, y] = await viewer.middle();
    await viewer.drawBox([x - 40, y - 90], [x + 40, y - 60]);
    await panel.getByText('Not kept yet: The bridge cannot be reached.').waitFor();
    const button = panel.getByRole('button', { name: 'De-identify', exact: true });
    await button.click();
    const dialog = panel.getByRole('alertdialog');
    await dialog.getByText('BRIDGE_UNREACHABLE').waitFor();
    await dialog.getByRole('button', { name: 'De-identify' }).click();
    const refused = panel.getByRole('region', { name: 'De-identify' }).getByRole('alert');
    await refused.getByText('The bridge cannot be reached.').waitFor();
    const isAsEdited = async (): Promise<void> => {
      expect(await findings.count()).toBe(found + 1);
      expect(await panel.locator('[data-decision=rejected]').count()).toBe(1);
      // The harmless text, and the drawn box.
      expect(await panel.locator('[data-decision=accepted]').count()).toBe(2);
    };
    await isAsEdited();

    product = await start();
    await panel.getByText('Kept', { exact: true }).waitFor();
    await isAsEdited();
    await viewer.page.reload();
    await findings.first().waitFor();
    await isAsEdited();
    const { request, copyStudyInstanceUID } = await viewer.deidentify();
    expect(request.regions.map(({ textClass = 'drawn' }) => textClass).sort()).toEqual([
      'drawn',
      'harmless',
      ...Array.from({ length: identifying }, () => 'identifying'),
    ]);
    const [copy = new Uint8Array()] = await filesOfStudy(copyStudyInstanceUID);
    const names = IMAGE.texts.filter(({ identifying: names, frame }) => names && frame === 'all');
    expectRedacted(
      IMAGE.bytes,
      copy,
      request,
      names.map(({ box }) => ({ box: knownBox(box) })),
    );
    expect(viewer.errors).toEqual([]);
    await viewer.page.close();
  });
});

describe('a bridge that is killed during a job', () => {
  it('goes on with it when it is started again, and the panel follows, without a reload', async () => {
    const viewer = await ViewerPage.open(browser, product.address);
    await viewer.launchMode(MARKED_SERIES.accessionNumber);
    await viewer.searched();
    await viewer.allSearched();
    const { panel } = viewer;
    const [x0, y0, x1, y1] = await viewer.whiteRectangle();
    await viewer.drawBox([x0 - 2, y0 - 2], [x1 + 2, y1 + 2]);
    await panel.getByLabel('Same place on').selectOption('series');
    await panel.getByText('Kept', { exact: true }).waitFor();
    const asked = viewer.page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && new URL(response.url()).pathname === ROUTES.jobs,
    );
    await panel.getByRole('button', { name: 'De-identify', exact: true }).click();
    await panel.getByRole('alertdialog').getByRole('button', { name: 'De-identify' }).click();
    const request = JobRequest.parse((await asked).request().postDataJSON());
    await product.kill();
    await panel.getByText('The connection is lost. The job goes on').waitFor();

    product = await start();
    const copies = await filesOfStudy(await viewer.copyStudyInstanceUID());
    expect(await panel.getByText('The connection is lost').count()).toBe(0);
    expect(copies).toHaveLength(MARKED_SERIES.slices.length);
    for (const slice of MARKED_SERIES.slices) {
      const copy = copies.find(
        (bytes) => numberIn(bytes, INSTANCE_NUMBER) === numberIn(slice, INSTANCE_NUMBER),
      );
      expectFramesRedacted(slice, copy ?? new Uint8Array(), request, valueOf(slice, SOP_INSTANCE_UID), [
        { frame: 'all', box: MARKED_SERIES.marker },
      ]);
    }
    expect(viewer.errors).toEqual([]);
    await viewer.page.close();
  });
});

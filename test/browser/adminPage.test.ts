import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES } from '@pseudonymize-redact/core/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { Service } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';
import { launchChromium } from './chromium.ts';

const STUDIES = smallStudies('admin', 3, 2);
const root = mkdtempSync(join(tmpdir(), 'pseudonymize-admin-'));
let orthanc: OrthancServer;
let bridge: Service;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  orthanc = await OrthancServer.start(join(root, 'orthanc'), {
    Plugins: [join(PLUGINS_FOLDER, 'libOrthancDicomWeb.so')],
  });
  for (const { files } of STUDIES) for (const bytes of files) await orthanc.client.store(bytes);
  bridge = await Service.start('serve', {
    ORTHANC_URL: orthanc.url,
    PSEUDONYMIZE_DATA: join(root, 'bridge'),
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${bridge.address}/admin`);
});

afterAll(async () => {
  await browser.close();
  await bridge.stop();
  await orthanc.stop();
  rmSync(root, { recursive: true });
});

const exporting = (): Locator => page.locator('#new-export');

describe('the admin page', () => {
  test('previews an export, starts it, and shows its progress to the end', async () => {
    await page.getByText('Orthanc is reachable.').waitFor();
    await exporting().getByLabel('Name').fill('from-the-page');
    await exporting().getByLabel('Query').fill('PatientID=QX-admin-*');
    await exporting().getByRole('button', { name: 'Preview' }).click();
    await page.getByText('3 studies found, 3 would be added').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('3 studies found, 3 added').waitFor();
    const row = page.getByRole('row', { name: /from-the-page/ }).first();
    await row.getByText('3 of 3').waitFor();
    await row.getByText('6', { exact: true }).waitFor();
    await page
      .getByRole('img', { name: /Instances stored per second/ })
      .locator('canvas')
      .waitFor();
  });

  test('filters jobs by their state', async () => {
    const jobs = page.locator('#jobs tbody tr');
    await expect.poll(() => jobs.count()).toBe(3);
    await page.locator('#job-filter').getByLabel('State').selectOption('failed');
    await page.locator('#jobs').getByText('None.').waitFor();
    await page.locator('#job-filter').getByLabel('State').selectOption('completed');
    await expect.poll(() => jobs.count()).toBe(3);
  });

  test('links to the report, which names nobody', async () => {
    await page.getByRole('link', { name: 'from-the-page' }).click();
    await page.getByRole('heading', { name: 'Export from-the-page' }).waitFor();
    expect(await page.locator('svg').count()).toBe(3);
    expect(await page.content()).not.toMatch(/QX-admin|Quillfeather/);
  });

  test('refuses what is no name, in words', async () => {
    await page.goto(`${bridge.address}/admin`);
    await exporting().getByLabel('Name').fill('no spaces allowed');
    await page.getByRole('button', { name: 'Export' }).click();
    expect(
      await exporting()
        .getByLabel('Name')
        .evaluate((input: HTMLInputElement) => input.validity.valid),
    ).toBe(false);
  });
});

describe('what machines watch', () => {
  test('metrics count jobs, and name nobody', async () => {
    const text = await (await fetch(`${bridge.address}/metrics`)).text();
    expect(text).toContain('pseudonymize_jobs{project="default",state="completed"} 3');
    expect(text).toContain('pseudonymize_instances_done{project="default",state="completed"} 6');
    expect(text).toContain('route="/api/exports/:export/report.html"');
    expect(text).not.toMatch(/QX-admin|Quillfeather/);
  });

  test('every answer has the id of its request; the API is described', async () => {
    const ready = await fetch(`${bridge.address}/api/ready`);
    expect(ready.status).toBe(200);
    expect(ready.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const openApi = (await (await fetch(`${bridge.address}/api/docs/json`)).json()) as { paths: object };
    const described = Object.values(ROUTES).map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
    expect(Object.keys(openApi.paths)).toEqual(expect.arrayContaining(described));
  });
});

describe('rules on the admin page', () => {
  const editor = (): Locator => page.getByRole('form', { name: 'Profile', exact: true });
  const write = (definition: object): Promise<void> =>
    editor().getByLabel('Definition').fill(JSON.stringify(definition));
  const issues = (): Locator => page.locator('#profile-issues');

  test('a profile is checked while it is written, and refused where it leaves an identifier unsaid', async () => {
    await page.goto(`${bridge.address}/admin`);
    await issues().getByText('The profile can be used.').waitFor();
    await editor().getByLabel('Definition').fill('{ "name": ');
    await issues().getByText('Not JSON').waitFor();
    await write({ name: 'Own', cleanDescriptors: 'yes', overrides: [{ attribute: 'Patient', action: 'K' }] });
    await issues().getByText('cleanDescriptors', { exact: true }).waitFor();
    await issues().getByText('overrides.0.attribute', { exact: true }).waitFor();
    const keepsName = { attribute: 'PatientName', action: 'K', reason: 'asked for' };
    await write({ name: 'Own', overrides: [keepsName] });
    await issues().getByText('keeps an identifier and does not say so').waitFor();
    await editor().getByLabel('Save as').fill('own-rules');
    await editor().getByLabel('Why').fill('trial protocol, version 2');
    await editor().getByRole('button', { name: 'Save' }).click();
    await editor().getByText('It was not saved.').waitFor();
    expect((await fetch(`${bridge.address}/api/profiles/own-rules`)).status).toBe(404);
  });

  test('a profile shows what it makes of a study, is saved, and a new project uses it', async () => {
    await write({
      name: 'Own',
      overrides: [{ attribute: 'BodyPartExamined', action: 'X', reason: 'not needed' }],
    });
    await issues().getByText('The profile can be used.').waitFor();
    // Of an original: a copy is there, too, and is called a pseudonym already.
    await editor()
      .getByLabel('Study to look at')
      .selectOption(STUDIES[0]?.studyInstanceUID ?? '');
    await editor().getByRole('button', { name: 'Preview' }).click();
    const becomes = (attribute: string): Locator =>
      page.locator('#profile-preview').getByRole('row', { name: new RegExp(`^${attribute} `) });
    await becomes('PatientName').getByText('PSEUDONYM').waitFor();
    await becomes('BodyPartExamined').getByText('removed').waitFor();
    await editor().getByLabel('Find').fill('removed');
    await expect.poll(() => becomes('PatientName').count()).toBe(0);
    await editor().getByRole('button', { name: 'Save' }).click();
    await issues().getByText('own-rules was saved.').waitFor();

    const added = page.getByRole('form', { name: 'New project' });
    await added.getByLabel('Id').fill('trial');
    await added.getByLabel('Name').fill('Trial 7');
    await added.getByLabel('Profile').selectOption('own-rules');
    await added.getByRole('button', { name: 'Add' }).click();
    await page.locator('#projects').getByText('profiles/own-rules.json').waitFor();
  });

  test('the audit tells who did it and why, and can be searched', async () => {
    const audit = page.locator('#audit tbody tr');
    await page.locator('#audit-filter [name=action]').selectOption('profile.saved');
    await expect
      .poll(() => audit.allInnerTexts())
      .toEqual([
        expect.stringMatching(/done\s.*trial protocol, version 2/),
        expect.stringMatching(/begun\s.*trial protocol, version 2/),
      ]);
    // Answers to what is asked before the project is chosen come last.
    const isEarlier = (url: URL): boolean =>
      url.pathname === '/api/audit' && !url.searchParams.has('project');
    const chosen = Promise.withResolvers<true>();
    await page.route(isEarlier, async (route) => {
      await chosen.promise;
      await route.continue();
    });
    const late = page.waitForResponse((response) => isEarlier(new URL(response.url())));
    await page.locator('#audit-filter [name=outcome]').selectOption('done');
    await page.locator('#audit-filter [name=action]').selectOption('');
    await page.locator('#audit-filter [name=project]').selectOption('trial');
    const ofTrial = [expect.stringContaining('key.made'), expect.stringContaining('project.added')];
    await expect.poll(() => audit.allInnerTexts()).toEqual(ofTrial);
    chosen.resolve(true);
    await (await late).finished();
    expect(await audit.allInnerTexts()).toEqual(ofTrial);
    await page.unroute(isEarlier);
  });
});

describe('a hold on the admin page', () => {
  test('shows its picture, and is gone when it is released', async () => {
    const { bytes } = syntheticImage({
      photometric: 'RGB',
      bits: '8',
      planar: 0,
      frames: 1,
      pixelSpacing: [0.5, 0.5],
    });
    await orthanc.client.store(bytes);
    const body = JSON.stringify({ studyInstanceUID: uidOf('image study'), regions: [] });
    await fetch(`${bridge.address}/api/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const picture = page.getByRole('img', { name: 'The image as it would be stored' });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Release' }).click();
    await page.locator('#holds').getByText('None.').waitFor();
  });
});

describe('without Orthanc', () => {
  test('it is not ready while Orthanc is away', async () => {
    await orthanc.stop();
    const answer = await fetch(`${bridge.address}/api/ready`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      502,
      'ORTHANC_UNREACHABLE',
    ]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES } from '@pseudonymize-redact/core/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Service } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
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

describe('the admin page', () => {
  test('previews an export, starts it, and shows its progress to the end', async () => {
    await page.getByText('Orthanc is reachable.').waitFor();
    await page.getByLabel('Name').fill('from-the-page');
    await page.getByLabel('Query').fill('PatientID=QX-admin-*');
    await page.getByRole('button', { name: 'Preview' }).click();
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
    await page.getByLabel('Name').fill('no spaces allowed');
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await page.getByLabel('Name').evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(
      false,
    );
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

  test('it is not ready while Orthanc is away', async () => {
    await orthanc.stop();
    const answer = await fetch(`${bridge.address}/api/ready`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      502,
      'ORTHANC_UNREACHABLE',
    ]);
  });
});

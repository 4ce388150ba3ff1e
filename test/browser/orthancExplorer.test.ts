import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AuditEvent, Export } from '@pseudonymize-redact/core/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { basicAuthorization } from '../../server-plugin/src/config/config.ts';
import { freeLoopbackPort } from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { Service } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';
import { launchChromium } from './chromium.ts';

const [CLICKED, MATCHING, OTHER] = smallStudies('explorer', 3, 2);
const LUA = smallStudies('lua', 1, 2)[0];
const SCRIPTS = join(import.meta.dirname, '..', '..', 'server-plugin', 'orthanc');
const CHECK_MS = 200;
const [USER, PASSWORD] = ['reader', 'of-the-tests'] as const;

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-explorer-'));
let orthanc: OrthancServer;
let bridge: Service;
let bridgeUrl = '';

const startOrthanc = (name: string, script: object, rules: readonly object[]): Promise<OrthancServer> =>
  OrthancServer.start(
    join(root, name),
    {
      ...script,
      StableAge: 1,
      AuthenticationEnabled: true,
      RegisteredUsers: { [USER]: PASSWORD },
      Pseudonymize: { BridgeUrl: bridgeUrl, Rules: rules },
    },
    `${USER}:${PASSWORD}`,
  );

const startBridge = async (name: string, port: number): Promise<void> => {
  bridge = await Service.start('serve', {
    ORTHANC_URL: orthanc.url,
    ORTHANC_USER: USER,
    ORTHANC_PASSWORD: PASSWORD,
    PSEUDONYMIZE_DATA: join(root, name),
    PORT: String(port),
    LOG_LEVEL: 'error',
  });
};

const store = async (study: typeof CLICKED): Promise<string> => {
  for (const bytes of study?.files ?? []) await orthanc.client.store(bytes);
  return (await orthanc.client.findStudy(study?.studyInstanceUID ?? '')) ?? '';
};

/** An export of the bridge when all of its studies have ended. */
const ended = async (name: string): Promise<Export> => {
  for (;;) {
    const response = await fetch(`${bridgeUrl}/api/exports/${name}`);
    if (response.ok) {
      const found = Export.parse(await response.json());
      if (found.endedAt !== null) return found;
    }
    await wait(CHECK_MS);
  }
};

const rule = {
  Export: 'incoming',
  Project: 'default',
  Query: { PatientID: `*${MATCHING?.patientID ?? ''}` },
};

beforeAll(async () => {
  const port = await freeLoopbackPort();
  bridgeUrl = `http://127.0.0.1:${port}`;
  const python = {
    Plugins: ['libOrthancDicomWeb.so', 'libOrthancPython.so'].map((file) => join(PLUGINS_FOLDER, file)),
    PythonScript: join(SCRIPTS, 'pseudonymize.py'),
  };
  orthanc = await startOrthanc('python', python, [rule]);
  await startBridge('bridge', port);
});

afterAll(async () => {
  await bridge.stop();
  await orthanc.stop();
  rmSync(root, { recursive: true });
});

const loggedIn = (browser: Browser): Promise<Page> =>
  browser.newPage({ httpCredentials: { username: USER, password: PASSWORD } });

/** A route of the plugin. */
const routed = (
  path: string,
  { headers = {}, ...init }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<number> =>
  fetch(`${orthanc.url}/pseudonymize${path}`, {
    ...init,
    headers: { ...basicAuthorization(USER, PASSWORD), ...headers },
  }).then(({ status }) => status);

describe('Orthanc with the Python plugin', () => {
  test('Orthanc Explorer has a button that de-identifies the study it shows', async () => {
    const study = await store(CLICKED);
    const browser = await launchChromium();
    try {
      const page = await loggedIn(browser);
      await page.goto(`${orthanc.url}/app/explorer.html#study?uuid=${study}`);
      await page.getByText('De-identify…').click();
      const dialog = page.getByRole('dialog', { name: 'De-identify this study' });
      await dialog.getByRole('option', { name: 'Default project' }).waitFor({ state: 'attached' });
      await dialog.getByRole('button', { name: 'De-identify' }).click();
      await dialog.getByText('The copy is stored.').waitFor();
    } finally {
      await browser.close();
    }
    const studies = await orthanc.client.searchStudies({});
    expect(studies).toHaveLength(2);
    const [copy] = studies.filter((id) => id !== study);
    expect(await orthanc.client.jobOf(copy ?? '')).not.toBeNull();
    expect(await orthanc.client.instancesOf(copy ?? '')).toHaveLength(2);
  });

  test('a stable study that matches a rule is exported, another is not, and a copy is not copied again', async () => {
    await store(OTHER);
    await store(MATCHING);
    expect(await ended('incoming')).toMatchObject({ studies: { total: 1, completed: 1 } });
    expect(await orthanc.client.searchStudies({})).toHaveLength(5);
  });

  test('its routes ask for the login of Orthanc, and refuse what another site could have a browser send', async () => {
    const study = (await orthanc.client.findStudy(CLICKED?.studyInstanceUID ?? '')) ?? '';
    const json = { 'content-type': 'application/json' };
    const post = { method: 'POST', body: '{}' };
    for (const path of ['/projects', '/exports/incoming'])
      expect((await fetch(`${orthanc.url}/pseudonymize${path}`)).status).toBe(401);
    expect(await routed('/projects')).toBe(200);
    expect(await routed('/projects', post)).toBe(405);
    expect(await routed('/exports/nothing')).toBe(404);
    expect(await routed(`/studies/${study}`, post)).toBe(415);
    expect(await routed(`/studies/${study}`, { ...post, headers: json, body: 'no' })).toBe(400);
    expect(await routed(`/studies/${study}`, { ...post, headers: json, body: '{"project":"no"}' })).toBe(404);
    expect(await routed('/studies/0-0', { ...post, headers: json })).toBe(404);
  });

  test('the button says so where the bridge is away', async () => {
    await bridge.stop();
    expect(await routed('/projects')).toBe(502);
    const study = (await orthanc.client.findStudy(CLICKED?.studyInstanceUID ?? '')) ?? '';
    const browser = await launchChromium();
    try {
      const page = await loggedIn(browser);
      await page.goto(`${orthanc.url}/app/explorer.html#study?uuid=${study}`);
      await page.getByText('De-identify…').click();
      const dialog = page.getByRole('dialog', { name: 'De-identify this study' });
      await dialog.getByText('The bridge cannot be reached.').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
    } finally {
      await browser.close();
    }
  });
});

describe('Orthanc with the Lua script', () => {
  test('a stable study that matches a rule is exported', async () => {
    await bridge.stop();
    await orthanc.stop();
    const lua = {
      Plugins: [join(PLUGINS_FOLDER, 'libOrthancDicomWeb.so')],
      LuaScripts: [join(SCRIPTS, 'pseudonymize.lua')],
    };
    orthanc = await startOrthanc('lua', lua, [{ ...rule, Query: { PatientID: LUA?.patientID } }]);
    await startBridge('bridge-lua', Number(new URL(bridgeUrl).port));
    await store(LUA);
    expect(await ended('incoming')).toMatchObject({ studies: { total: 1, completed: 1 } });
    expect(await orthanc.client.searchStudies({})).toHaveLength(2);
  });

  // Orthanc answers nobody while its script waits.
  test('what the script asks for is answered without Orthanc', async () => {
    await orthanc.stop();
    const response = await fetch(`${bridgeUrl}/api/exports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'respond-async' },
      body: JSON.stringify({
        name: 'later',
        project: 'default',
        selection: { studyInstanceUIDs: ['2.25.1'] },
      }),
    });
    expect([response.status, response.headers.get('preference-applied')]).toEqual([202, 'respond-async']);
    expect(await response.json()).toEqual({ name: 'later', project: 'default' });
    const outcomes = async (): Promise<readonly string[]> => {
      const answer = await fetch(`${bridgeUrl}/api/audit?subject=later`);
      return z
        .array(AuditEvent)
        .parse(await answer.json())
        .map(({ outcome }) => outcome);
    };
    await expect.poll(outcomes, { timeout: 60_000 }).toEqual(['refused', 'begun']);
  });
});

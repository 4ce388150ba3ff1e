import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Export } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freeLoopbackPort } from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { Service } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';
import { launchChromium } from './chromium.ts';

const [CLICKED, MATCHING, OTHER] = smallStudies('explorer', 3, 2);
const LUA = smallStudies('lua', 1, 2)[0];
const SCRIPTS = join(import.meta.dirname, '..', '..', 'server-plugin', 'orthanc');
const CHECK_MS = 200;

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-explorer-'));
let orthanc: OrthancServer;
let bridge: Service;
let bridgeUrl = '';

const startOrthanc = (name: string, script: object, rules: readonly object[]): Promise<OrthancServer> =>
  OrthancServer.start(join(root, name), {
    ...script,
    StableAge: 1,
    Pseudonymize: { BridgeUrl: bridgeUrl, Rules: rules },
  });

const startBridge = async (name: string, port: number): Promise<void> => {
  bridge = await Service.start('serve', {
    ORTHANC_URL: orthanc.url,
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

describe('Orthanc with the Python plugin', () => {
  test('Orthanc Explorer has a button that de-identifies the study it shows', async () => {
    const study = await store(CLICKED);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
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
});

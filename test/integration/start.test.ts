import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freeLoopbackPort } from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { MADE_DATABASE } from '../madeDatabase.ts';
import { Product } from '../product.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-start-'));
  // As on a machine where nothing is yet.
  vi.stubEnv(MADE_DATABASE, undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The one line with which a start ends that cannot succeed. */
const failure = async (environment: Readonly<Record<string, string>>, name: string): Promise<string> => {
  const outcome = await Product.start(join(folder, name), environment).catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome.message;
  throw new Error('it has started');
};

describe('npm start', () => {
  let occupied: Server;
  beforeAll(async () => {
    occupied = createServer().listen(0, '127.0.0.1');
    await once(occupied, 'listening');
  });
  afterAll(() => occupied.close());

  it('says in one line that its port is taken', async () => {
    const { port } = occupied.address() as AddressInfo;
    expect(await failure({ PORT: String(port), DEMO_STUDIES: 'no' }, 'port')).toBe(
      `Port ${port} is taken: set PORT to another.`,
    );
  });

  it('says in one line that the Orthanc it was given does not answer', async () => {
    const url = `http://127.0.0.1:${await freeLoopbackPort()}`;
    const line = await failure({ ORTHANC_URL: url }, 'unreachable');
    expect(line).toMatch(/^Orthanc cannot be reached\./);
    expect(line).toContain(url);
    expect(line.split('\n')).toHaveLength(1);
  });

  it('says in one line that its configuration is wrong', async () => {
    const line = await failure({ PORT: 'three thousand' }, 'configuration');
    expect(line).toMatch(/^The configuration is not valid: PORT /);
    expect(line.split('\n')).toHaveLength(1);
  });

  it('takes another Orthanc with its credentials, keeps its data folder to itself, and guards the key', async () => {
    const owner = await Product.start(join(folder, 'owner'));
    try {
      const { url, headers } = owner.orthancAccess;
      expect(await failure({}, 'owner')).toMatch(/^Another process works in .*: stop it, or set/);
      expect(await failure({ ORTHANC_URL: url }, 'guest')).toMatch(
        /^Orthanc does not accept the credentials/,
      );

      const authorization = headers['authorization'] ?? '';
      const guest = await Product.start(join(folder, 'guest'), {
        ORTHANC_URL: url,
        ORTHANC_TOKEN_HEADER: `Authorization: ${authorization}`,
      });
      expect(await guest.studies()).toHaveLength((await owner.studies()).length);
      expect(await guest.stop()).toBe(0);
      await expect(fetch(`${url}/system`, { headers }).then(({ ok }) => ok)).resolves.toBe(true);
      expect(await owner.stop()).toBe(0);
      // Its own Orthanc has ended with it.
      await expect(fetch(`${url}/system`, { headers })).rejects.toThrow();
      const key = statSync(join(folder, 'owner', 'keys', 'default.key'));
      expect(key.mode & 0o777).toBe(0o600);
    } finally {
      await owner.stop();
    }
  });
});

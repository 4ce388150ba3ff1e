import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../../server-plugin/src/destinations/destination.ts';
import { folderDestination } from '../../../../server-plugin/src/destinations/folderDestination.ts';
import { StagedCopies } from '../../../../server-plugin/src/jobs/stagedCopies.ts';
import { StagingMemory } from '../../../../server-plugin/src/jobs/stagingMemory.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pseudonymize-folder-'));
  folder = join(root, 'copies');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const stagedWith = (job: string, copies: Readonly<Record<string, string>>): StagedCopies => {
  const staged = new StagedCopies(join(root, 'jobs'), job, new StagingMemory(2 ** 20));
  for (const [uid, content] of Object.entries(copies)) {
    const space = staged.reserve(content.length);
    if (space === null) throw new Error('no space');
    new Uint8Array(space).set(Buffer.from(content));
    staged.hold(
      {
        original: `original ${uid}`,
        studyInstanceUID: '1.2',
        seriesInstanceUID: '1.3',
        sopInstanceUID: uid,
        regions: 0,
        regionsByClass: { identifying: 0, unknown: 0, harmless: 0, drawn: 0, outside: 0 },
        rules: '',
        frames: 0,
        reencodings: 0,
        hold: null,
        facts: { sha256: '', patientID: 'P', sex: '', ageBand: '', modality: '', bodyPart: '' },
        actions: {},
      },
      space,
      content.length,
    );
  }
  return staged;
};

const deliver = async (job: string, copies: Readonly<Record<string, string>>): Promise<Delivery> => {
  const destination = folderDestination(folder);
  const staged = stagedWith(job, copies);
  const delivery = { job, exportName: null, staged, plan: await destination.plan(staged) };
  await destination.store(delivery, () => Promise.resolve());
  return delivery;
};

const series = (): string => join(folder, 'P', '1.2', '1.3');
const content = (uid: string): string => readFileSync(join(series(), `${uid}.dcm`), 'utf8');

describe('a folder', () => {
  it('shows nothing of a study before all of it is there', async () => {
    const destination = folderDestination(folder);
    const staged = stagedWith('a', { '1.4': 'four', '1.5': 'five' });
    const plan = await destination.plan(staged);
    let seen = 0;
    await destination.store({ job: 'a', exportName: null, staged, plan }, async () => {
      seen++;
      expect(existsSync(join(folder, 'P'))).toBe(false);
      return Promise.resolve();
    });
    expect(seen).toBe(2);
    expect(readdirSync(series()).sort()).toEqual(['1.4.dcm', '1.5.dcm']);
  });

  it('keeps what is there when more comes, and replaces older copies', async () => {
    await deliver('a', { '1.4': 'four' });
    const { plan } = await deliver('b', { '1.4': 'newer', '1.5': 'five' });
    expect(plan).toMatchObject({ created: ['1.5'], replaced: ['1.4'] });
    expect([content('1.4'), content('1.5')]).toEqual(['newer', 'five']);
  });

  it('takes back what a job has brought, and leaves the rest', async () => {
    await deliver('a', { '1.4': 'four' });
    const second = await deliver('b', { '1.5': 'five' });
    await folderDestination(folder).takeBack(second);
    expect(readdirSync(series())).toEqual(['1.4.dcm']);
    const first = await deliver('c', { '1.6': 'six' });
    rmSync(join(series(), '1.4.dcm'));
    await folderDestination(folder).takeBack(first);
    await folderDestination(folder).takeBack(first);
    expect(existsSync(join(folder, 'P'))).toBe(false);
  });
});

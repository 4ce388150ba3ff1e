// The same vault, kept in a folder (the command line without a server) and in the database (bridge and workers).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PatientPseudonym, Pseudonyms } from '@pseudonymize-redact/core/deidentification';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyedPseudonyms } from '../../../../server-plugin/src/pseudonyms/keyedPseudonyms.ts';
import {
  projectPseudonyms,
  type PseudonymSettings,
} from '../../../../server-plugin/src/pseudonyms/projectPseudonyms.ts';
import { openPglite, type Database } from '../../../../server-plugin/src/queue/database.ts';
import { EntryFolder } from '../../../../server-plugin/src/vault/entryFolder.ts';
import type { EntryStorage } from '../../../../server-plugin/src/vault/entryStorage.ts';
import { EntryTable } from '../../../../server-plugin/src/vault/entryTable.ts';
import { importVaults } from '../../../../server-plugin/src/vault/importVaults.ts';
import { Sealing } from '../../../../server-plugin/src/vault/sealing.ts';
import { meetingPatients } from '../../../../server-plugin/src/vault/unmetPatient.ts';
import { Vault } from '../../../../server-plugin/src/vault/vault.ts';
import { openVaults } from '../../../../server-plugin/src/vault/vaults.ts';
import { identity, KEY, OTHER_KEY } from '../../../synthetic/patientIdentity.ts';

const unreadable = expect.objectContaining({ code: 'VAULT_UNREADABLE' }) as Error;

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-vault-'));
let database: Database;
beforeAll(async () => {
  database = await openPglite(join(root, 'database'));
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

/** Opens a storage anew, as another process does. */
interface Kept {
  open(): EntryStorage;
  /** Names and contents. */
  entries(): Promise<Map<string, Uint8Array>>;
  put(name: string, content: Uint8Array): Promise<void>;
}

let count = 0;
const inFolder = (): Kept => {
  const folder = join(root, `folder ${count++}`);
  return {
    open: () => EntryFolder.make(folder),
    entries: () =>
      Promise.resolve(
        new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const)),
      ),
    put: (name, content) => writeFile(join(folder, name), content),
  };
};
const inDatabase = (): Kept => {
  const project = `project ${count++}`;
  const table = (): EntryTable => new EntryTable(database, project, 'people');
  return {
    open: table,
    entries: async () => {
      const entries = new Map<string, Uint8Array>();
      for await (const [name, content] of table().all()) entries.set(name, content);
      return entries;
    },
    put: async (name, content) => {
      await table().exchange(name, await table().read(name), content);
    },
  };
};

const patientOf = (pseudonyms: Pseudonyms, ...asked: Parameters<Pseudonyms['patient']>) =>
  meetingPatients(() => pseudonyms.patient(...asked));

describe.each([
  ['a folder', inFolder],
  ['the database', inDatabase],
])('the vault in %s', (_, make) => {
  let kept: Kept;
  beforeEach(() => {
    kept = make();
  });
  const pseudonyms = (
    options: Partial<PseudonymSettings> = { allocation: 'random' },
    key = KEY,
  ): Pseudonyms =>
    projectPseudonyms(
      key,
      { mappingFile: null, nameMemoryFolder: null, ...options },
      new Vault(kept.open(), key),
    );

  it('[PS-08] keeps random pseudonyms, which have nothing to do with the key', async () => {
    const first = await patientOf(pseudonyms(), identity());
    expect(await patientOf(pseudonyms(), identity({ patientSex: '' }))).toEqual(first);
    expect(first.patientID).not.toBe(keyedPseudonyms(KEY).patient(identity()).patientID);
    expect(first.dateShiftDays % 7).toBe(-0);
    expect((await patientOf(pseudonyms(), identity({ patientID: '2' }))).patientID).not.toBe(first.patientID);
  });

  it('[PS-14] tells all who ask at once the same pseudonym', async () => {
    const told = await Promise.all(Array.from({ length: 12 }, () => patientOf(pseudonyms(), identity())));
    expect(new Set(told.map(({ patientID }) => patientID)).size).toBe(1);
    expect(new Set(told.map(({ patientName }) => patientName)).size).toBe(1);
  });

  it('[PS-13] keeps the name of a patient, whatever is told of the sex later', async () => {
    for (const allocation of ['random', 'derived'] as const) {
      kept = make();
      const first = await patientOf(pseudonyms({ allocation }), identity({ patientSex: '' }));
      const others = [identity({ patientSex: 'F' })];
      expect(await patientOf(pseudonyms({ allocation }), identity({ patientSex: 'F' }), others)).toEqual(
        first,
      );
    }
  });

  it('[PS-13] gives names that fit any sex where those are asked for', async () => {
    const { patientName } = await patientOf(
      pseudonyms({ allocation: 'random', patientNames: 'neutral' }),
      identity({ patientSex: 'F' }),
    );
    expect(patientName).toMatch(/(an|aven|el|en|ey|in|is|ley|on|yn)\^\^\^PSEUDONYM$/);
  });

  it('[PS-08] undoes a pseudonym with the key', async () => {
    const { patientID } = await patientOf(pseudonyms(), identity());
    expect((await new Vault(kept.open(), KEY).find(patientID))?.person).toContain('1108739');
    expect(await new Vault(kept.open(), OTHER_KEY).find(patientID)).toBeNull();
  });

  it('[PS-09] tells nothing without the key', async () => {
    const { patientID } = await patientOf(pseudonyms(), identity());
    const entries = await kept.entries();
    expect(entries.size).toBe(2);
    const all = [...entries].map(([name, content]) => name + Buffer.from(content).toString('latin1'));
    expect(all.join()).not.toMatch(new RegExp(`1108739|${patientID}`));
  });

  it('[PS-09] notices an entry that was changed', async () => {
    await patientOf(pseudonyms(), identity());
    for (const [name, content] of await kept.entries()) {
      const changed = Buffer.from(content);
      changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
      await kept.put(name, changed);
    }
    await expect(patientOf(pseudonyms(), identity())).rejects.toThrow(unreadable);
  });

  it('[PS-09] notices an entry that was exchanged for another', async () => {
    await patientOf(pseudonyms(), identity());
    const entries = [...(await kept.entries())];
    const [[first, ofFirst], [second, ofSecond]] = entries as [[string, Uint8Array], [string, Uint8Array]];
    await kept.put(first, ofSecond);
    await kept.put(second, ofFirst);
    await expect(patientOf(pseudonyms(), identity())).rejects.toThrow(unreadable);
  });

  it('[PS-10] stops where one pseudonym would mean two people', async () => {
    const vault = new Vault(kept.open(), KEY);
    const pseudonym: PatientPseudonym = { patientID: 'PSN-1', patientName: 'A^B', dateShiftDays: -7 };
    await vault.pseudonymOf(['patient', 'A', '1'], pseudonym);
    const other = { ...pseudonym, patientID: 'PSN-2' };
    expect(await vault.pseudonymOf(['patient', 'A', '1'], other)).toEqual(pseudonym);
    await expect(vault.pseudonymOf(['patient', 'A', '2'], pseudonym)).rejects.toThrow(
      expect.objectContaining({ code: 'PSEUDONYM_COLLISION' }) as Error,
    );
  });
});

describe('the vault of studies', () => {
  const entry = (series: string): Parameters<ReturnType<typeof open>['keep']>[0] => ({
    patientName: ['Gorse^Iris', 'Alder^Ann'],
    patientID: ['77', 'PSN-77'],
    issuerOfPatientID: '',
    studyInstanceUID: ['1.2', '2.25.2'],
    accessionNumber: ['AC', 'A-1'],
    series: [[series, `2.25.${series}`]],
  });
  const open = (project = 'studies') => openVaults(database, () => KEY)(project).studies;

  it('[PS-11] keeps what several jobs have copied of a study at once', async () => {
    const series = ['3', '4', '5', '6'];
    await Promise.all(series.map((one) => open().keep(entry(one), [[`${one}.1`, `2.25.${one}.1`]])));
    expect((await open().ofStudy('2.25.2'))?.series).toHaveLength(series.length);
    expect(await open().instancesOf('2.25.2')).toHaveLength(series.length);
    expect(await open().search('ALDER^ANN')).toHaveLength(1);
    expect(await open().search('Nobody')).toEqual([]);
  });
});

describe('vaults of earlier versions', () => {
  const person = ['patient', 'A', '77', 'names'] as const;
  const pseudonym: PatientPseudonym = { patientID: 'PSN-7', patientName: 'A^B', dateShiftDays: -14 };
  const study = {
    patientName: ['Gorse^Iris', 'A^B'],
    patientID: ['77', 'PSN-7'],
    issuerOfPatientID: 'A',
    studyInstanceUID: ['1.2', '2.25.9'],
    accessionNumber: ['', ''],
    series: [['1.3', '2.25.10']],
  };
  const prepared = async (project: string): Promise<string> => {
    const data = join(root, `data of ${project}`);
    const folder = join(data, 'vaults', project);
    await new Vault(EntryFolder.make(folder), KEY).pseudonymOf(person, pseudonym);
    const sealing = new Sealing(KEY);
    const name = sealing.nameOf('2.25.9');
    for (const [kind, content] of [
      ['studies', study],
      ['instances', [['1.4', '2.25.11']]],
    ] as const)
      await EntryFolder.make(join(folder, kind)).add(name, sealing.seal(name, JSON.stringify(content)));
    return data;
  };
  const vaultOf = (project: string) => openVaults(database, () => KEY)(project);

  it('[PS-14] get into the database once, and stay as they are beside it', async () => {
    const data = await prepared('old');
    await importVaults(data, ['old', 'new'], vaultOf);
    const { people, studies } = vaultOf('old');
    expect(await people.pseudonymOf(person, { ...pseudonym, patientID: 'PSN-8' })).toEqual(pseudonym);
    expect((await people.find('PSN-7'))?.person).toEqual(person);
    expect(await studies.ofStudy('2.25.9')).toEqual(study);
    expect(await studies.instancesOf('2.25.9')).toEqual([['1.4', '2.25.11']]);
    const [imported = '', ...others] = readdirSync(join(data, 'vaults'));
    expect(others).toEqual([]);
    expect(imported).toMatch(/^old\.imported-\d+$/);
    expect(readdirSync(join(data, 'vaults', imported), { recursive: true })).toHaveLength(6);
    await importVaults(data, ['old', 'new'], vaultOf);
    expect(readdirSync(join(data, 'vaults'))).toEqual([imported]);
  });

  it('[PS-14] are not left behind where a file of theirs is damaged', async () => {
    const data = await prepared('damaged');
    const folder = join(data, 'vaults', 'damaged', 'studies');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'damaged');
    await expect(importVaults(data, ['damaged'], vaultOf)).rejects.toThrow(unreadable);
    expect(existsSync(folder)).toBe(true);
  });

  it('[PS-14] of two machines both stay to be undone, and the first counts', async () => {
    const data = await prepared('two');
    const vault = vaultOf('two').people;
    const earlier = { ...pseudonym, patientID: 'PSN-9' };
    await vault.pseudonymOf(person, earlier);
    await importVaults(data, ['two'], vaultOf);
    expect(await vault.pseudonymOf(person, pseudonym)).toEqual(earlier);
    for (const patientID of ['PSN-7', 'PSN-9']) expect((await vault.find(patientID))?.person).toEqual(person);
  });
});

describe('random pseudonyms', () => {
  it('[PS-08] need a vault', () => {
    expect(() =>
      projectPseudonyms(KEY, { mappingFile: null, nameMemoryFolder: null, allocation: 'random' }, null),
    ).toThrow(expect.objectContaining({ code: 'VAULT_MISSING' }) as Error);
  });
});

import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { EntryFolder } from './entryFolder.ts';
import type { ProjectVault, VaultOf } from './vaults.ts';

const VAULTS_FOLDER = 'vaults';

/** A file that is gone meanwhile went with its folder: another process has taken over all of it. */
const contentsOf = async (
  folder: EntryFolder,
  take: (name: string, content: Uint8Array) => Promise<void>,
): Promise<void> => {
  for (const name of folder.names()) {
    const content = await folder.read(name);
    if (content !== null) await take(name, content);
  }
};

const rename = (folder: string): void => {
  try {
    renameSync(folder, `${folder}.imported-${Date.now()}`);
  } catch (error) {
    // Another process has renamed it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

const importVault = async (folder: string, { people, studies }: ProjectVault): Promise<void> => {
  await contentsOf(new EntryFolder(folder), (name, content) => people.adopt(name, content));
  const instances = new EntryFolder(join(folder, 'instances'));
  await contentsOf(new EntryFolder(join(folder, 'studies')), async (name, content) =>
    studies.adopt(name, content, await instances.read(name)),
  );
};

/**
 * Takes the vaults of earlier versions, folders of the data folder, over into the database, once; the folders are then renamed. Processes
 * that share a folder may do it at once, and what is in the database already stays: of two machines whose folders have given a patient
 * two random pseudonyms the first counts from then on, and both can be undone.
 *
 * @throws CodedError VAULT_UNREADABLE where a file is damaged: its folder stays, and nothing may be made without it
 */
export const importVaults = async (
  dataFolder: string,
  projects: readonly string[],
  vaultOf: VaultOf,
): Promise<void> => {
  for (const project of projects) {
    const folder = join(dataFolder, VAULTS_FOLDER, project);
    if (!existsSync(folder)) continue;
    await importVault(folder, vaultOf(project));
    rename(folder);
  }
};

import type { Database } from '../queue/database.ts';
import { EntryTable } from './entryTable.ts';
import { StudyVault } from './studyVault.ts';
import { Vault } from './vault.ts';

/** What is kept of a project's pseudonyms. */
export interface ProjectVault {
  readonly people: Vault;
  readonly studies: StudyVault;
}

/** @throws CodedError PROJECT_NOT_FOUND, KEY_… */
export type VaultOf = (project: string) => ProjectVault;

/** The vaults of all projects, in the database. @param keyOf the key of a project */
export const openVaults =
  (database: Database, keyOf: (project: string) => Uint8Array): VaultOf =>
  (project) => {
    const key = keyOf(project);
    return {
      people: new Vault(new EntryTable(database, project, 'people'), key),
      studies: new StudyVault(
        new EntryTable(database, project, 'studies'),
        new EntryTable(database, project, 'instances'),
        key,
      ),
    };
  };

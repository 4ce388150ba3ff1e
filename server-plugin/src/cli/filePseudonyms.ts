import type { Pseudonyms } from '@pseudonymize-redact/core/deidentification';
import { projectPseudonyms, type PseudonymSettings } from '../pseudonyms/projectPseudonyms.ts';
import { EntryFolder } from '../vault/entryFolder.ts';
import { Vault } from '../vault/vault.ts';

export interface FilePseudonymSettings extends PseudonymSettings {
  /** A folder with the vault, made where it is missing; null: who became whom is kept nowhere. */
  readonly vaultFolder: string | null;
}

/** The pseudonyms of a run without a server. @throws CodedError as `projectPseudonyms` */
export const filePseudonyms = (
  key: Uint8Array,
  { vaultFolder, ...settings }: FilePseudonymSettings,
): Pseudonyms =>
  projectPseudonyms(
    key,
    settings,
    vaultFolder === null ? null : new Vault(EntryFolder.make(vaultFolder), key),
  );

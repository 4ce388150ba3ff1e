import type { TextPolicy } from '@pseudonymize-redact/core/contract';
import type { HoldPolicy } from '../projects/projectFile.ts';
import type { PatientNames } from '../pseudonyms/person.ts';
import type { FilePseudonymSettings } from './filePseudonyms.ts';

/** The options of `pseudonymize deidentify`, as commander names them. */
export interface RunOptions {
  readonly profile: string;
  readonly key: string;
  readonly issuer: string;
  readonly patientNames: PatientNames;
  readonly pseudonyms: 'derived' | 'random';
  readonly replaceWithMapping?: string;
  readonly vault?: string;
  readonly nameMemory?: string;
  readonly maxShiftWeeks?: number;
  readonly uidMap?: string;
  readonly patientMap?: string;
  readonly report?: string;
  readonly jobs: number;
  readonly pixels: boolean;
  readonly regions?: string;
  readonly search: boolean;
  readonly textPolicy: TextPolicy;
  readonly holds: HoldPolicy;
}

/** Beside the key, as whoever has the one is to have the other; not needed where names do not depend on the sex, or are in the vault. */
const nameMemoryFolderOf = ({ patientNames, vault, nameMemory, key }: RunOptions): string | null =>
  patientNames === 'names' && vault === undefined ? (nameMemory ?? `${key}.names`) : null;

export const pseudonymSettings = (options: RunOptions): FilePseudonymSettings => ({
  defaultIssuer: options.issuer,
  patientNames: options.patientNames,
  allocation: options.pseudonyms,
  ...(options.maxShiftWeeks === undefined ? {} : { maxShiftWeeks: options.maxShiftWeeks }),
  mappingFile: options.replaceWithMapping ?? null,
  vaultFolder: options.vault ?? null,
  nameMemoryFolder: nameMemoryFolderOf(options),
});

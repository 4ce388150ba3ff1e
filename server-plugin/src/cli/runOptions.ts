import type { TextPolicy } from '@pseudonymize-redact/core/contract';
import type { HoldPolicy } from '../projects/projectFile.ts';
import type { PseudonymSettings } from '../pseudonyms/projectPseudonyms.ts';

/** The options of `pseudonymize deidentify`, as commander names them. */
export interface RunOptions {
  readonly profile: string;
  readonly key: string;
  readonly issuer: string;
  readonly patientNames: 'names' | 'codes';
  readonly pseudonyms: 'derived' | 'random';
  readonly replaceWithMapping?: string;
  readonly vault?: string;
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

export const pseudonymSettings = (options: RunOptions): PseudonymSettings => ({
  defaultIssuer: options.issuer,
  patientNames: options.patientNames,
  allocation: options.pseudonyms,
  mappingFile: options.replaceWithMapping ?? null,
  vaultFolder: options.vault ?? null,
});

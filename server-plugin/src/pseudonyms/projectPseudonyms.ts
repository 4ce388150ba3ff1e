import type { Pseudonyms } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { People } from '../vault/people.ts';
import { vaultPseudonyms } from '../vault/vaultPseudonyms.ts';
import { keyedPseudonyms, type PseudonymOptions } from './keyedPseudonyms.ts';
import { NameMemory } from './nameMemory.ts';
import { mappedPseudonyms, readPatientMapping } from './patientMapping.ts';

/** Where the pseudonyms of a project come from. */
export interface PseudonymSettings extends PseudonymOptions {
  /** `derived` from the key, or `random` and kept in the vault. @default 'derived' */
  readonly allocation?: 'derived' | 'random';
  /** A CSV file with the administrator's own pseudonyms; null: none. */
  readonly mappingFile: string | null;
  /** Where it is remembered which sex the patients' names fit; null: nowhere. A vault remembers the names themselves. */
  readonly nameMemoryFolder: string | null;
}

/**
 * The pseudonyms of a project, by its key and its settings.
 *
 * @param people null: who became whom is kept nowhere
 * @throws CodedError MAPPING_INVALID, PSEUDONYM_COLLISION; VAULT_MISSING where pseudonyms are random and there is no vault
 */
export const projectPseudonyms = (
  key: Uint8Array,
  settings: PseudonymSettings,
  people: People | null,
): Pseudonyms => {
  const { allocation = 'derived', mappingFile, nameMemoryFolder, defaultIssuer = '' } = settings;
  const memory = nameMemoryFolder === null ? null : new NameMemory(nameMemoryFolder, key);
  const keyed = keyedPseudonyms(key, settings, (person, told) => memory?.sexOf(person, told) ?? told);
  if (people === null && allocation === 'random') throw new CodedError('VAULT_MISSING');
  const recorded = people === null ? keyed : vaultPseudonyms(keyed, people, allocation, settings);
  return mappingFile === null
    ? recorded
    : mappedPseudonyms(recorded, readPatientMapping(mappingFile), defaultIssuer);
};

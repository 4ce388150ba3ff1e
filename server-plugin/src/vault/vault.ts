import type { PatientPseudonym } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { Person } from '../pseudonyms/person.ts';
import { EncryptedFolder } from './encryptedFolder.ts';

const Entry = z.object({
  person: z.array(z.string()),
  pseudonym: z.object({ patientName: z.string(), patientID: z.string(), dateShiftDays: z.int() }),
});

/** Who became whom. */
export interface VaultEntry {
  readonly person: Person;
  readonly pseudonym: PatientPseudonym;
}

/**
 * Keeps who became whom, apart from jobs and copies: one encrypted file a person and one a pseudonym. An entry is made once and never
 * changed.
 */
export class Vault {
  readonly #files: EncryptedFolder;

  /** @param key of the project */
  constructor(folder: string, key: Uint8Array) {
    this.#files = new EncryptedFolder(folder, key);
  }

  /**
   * The entry of a person; made where there is none.
   *
   * @throws CodedError PSEUDONYM_COLLISION where the pseudonym is another person's; VAULT_UNREADABLE
   */
  entryOf(person: Person, make: () => PatientPseudonym): VaultEntry {
    const path = this.#files.pathOf('person', ...person);
    const known = this.#read(path);
    if (known !== null) return known;
    const pseudonym = make();
    const owner = this.#publish(this.#files.pathOf('pseudonym', pseudonym.patientID), { person, pseudonym });
    if (JSON.stringify(owner.person) !== JSON.stringify(person))
      throw new CodedError('PSEUDONYM_COLLISION', 'PatientID');
    return this.#publish(path, { person, pseudonym });
  }

  /** The entry of a new Patient ID, or null: this is what undoes a pseudonym. @throws CodedError VAULT_UNREADABLE */
  find(patientID: string): VaultEntry | null {
    return this.#read(this.#files.pathOf('pseudonym', patientID));
  }

  /** Writes an entry unless there is one; the one that is there counts. */
  #publish(path: string, entry: VaultEntry): VaultEntry {
    this.#files.add(path, JSON.stringify(entry));
    return this.#read(path) ?? entry;
  }

  #read(path: string): VaultEntry | null {
    return this.#files.read(path, (json) => Entry.parse(json));
  }
}

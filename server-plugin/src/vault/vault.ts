import type { PatientPseudonym } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { Person } from '../pseudonyms/person.ts';
import type { EntryStorage } from './entryStorage.ts';
import type { People } from './people.ts';
import { Sealing } from './sealing.ts';

const Entry = z.object({
  person: z.array(z.string()),
  pseudonym: z.object({ patientName: z.string(), patientID: z.string(), dateShiftDays: z.int() }),
});

/** Who became whom. */
export interface VaultEntry {
  readonly person: Person;
  readonly pseudonym: PatientPseudonym;
}

/** Keeps who became whom: one sealed entry a person and one a pseudonym. An entry is made once and never changed. */
export class Vault implements People {
  readonly #entries: EntryStorage;
  readonly #sealing: Sealing;

  /** @param key of the project */
  constructor(entries: EntryStorage, key: Uint8Array) {
    this.#entries = entries;
    this.#sealing = new Sealing(key);
  }

  async pseudonymOf(person: Person, proposed: PatientPseudonym): Promise<PatientPseudonym> {
    const name = this.#sealing.nameOf('person', ...person);
    const known = await this.#read(name);
    if (known !== null) return known.pseudonym;
    const entry = { person, pseudonym: proposed };
    const owner = await this.#publish(this.#sealing.nameOf('pseudonym', proposed.patientID), entry);
    if (JSON.stringify(owner.person) !== JSON.stringify(person))
      throw new CodedError('PSEUDONYM_COLLISION', 'PatientID');
    return (await this.#publish(name, entry)).pseudonym;
  }

  /** The entry of a new Patient ID, or null: this is what undoes a pseudonym. @throws CodedError VAULT_UNREADABLE */
  find(patientID: string): Promise<VaultEntry | null> {
    return this.#read(this.#sealing.nameOf('pseudonym', patientID));
  }

  /**
   * Takes an entry over from another storage under the same key.
   *
   * @throws CodedError VAULT_UNREADABLE where it is damaged or another name's
   */
  async adopt(name: string, content: Uint8Array): Promise<void> {
    this.#opened(name, content);
    await this.#entries.add(name, content);
  }

  /** Keeps an entry unless there is one; the one that is there counts. */
  async #publish(name: string, entry: VaultEntry): Promise<VaultEntry> {
    await this.#entries.add(name, this.#sealing.seal(name, JSON.stringify(entry)));
    return (await this.#read(name)) ?? entry;
  }

  async #read(name: string): Promise<VaultEntry | null> {
    const content = await this.#entries.read(name);
    return content === null ? null : this.#opened(name, content);
  }

  #opened(name: string, content: Uint8Array): VaultEntry {
    return this.#sealing.open(name, content, (json) => Entry.parse(json));
  }
}

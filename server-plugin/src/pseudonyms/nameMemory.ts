import type { PatientSex } from '@pseudonymize-redact/core/deidentification';
import { z } from 'zod';
import { EntryFolder } from '../vault/entryFolder.ts';
import { Sealing } from '../vault/sealing.ts';
import type { Person } from './person.ts';

const Fitting = z.object({ sex: z.enum(['F', 'M', 'O', '']) });

/**
 * Remembers which sex the name of each patient was made to fit, and nothing else: so that a patient keeps the name when the sex is told
 * otherwise, or not at all, in a later study. An encrypted file a patient; threads and processes may share a folder.
 */
export class NameMemory {
  readonly #folder: EntryFolder;
  readonly #sealing: Sealing;
  readonly #read = new Map<string, PatientSex>();

  /** @param folder made where it is missing @param key of the project @throws CodedError FILE_FAILED */
  constructor(folder: string, key: Uint8Array) {
    this.#folder = EntryFolder.make(folder);
    this.#sealing = new Sealing(key);
  }

  /** The sex that was told first of this person. @throws CodedError VAULT_UNREADABLE */
  sexOf(person: Person, told: PatientSex): PatientSex {
    const name = this.#sealing.nameOf('name', ...person);
    const known = this.#read.get(name) ?? this.#kept(name) ?? this.#keep(name, told);
    this.#read.set(name, known);
    return known;
  }

  /** Of two that keep at once one wins, and counts. */
  #keep(name: string, sex: PatientSex): PatientSex {
    this.#folder.addNow(name, this.#sealing.seal(name, JSON.stringify({ sex })));
    return this.#kept(name) ?? sex;
  }

  #kept(name: string): PatientSex | null {
    const content = this.#folder.readNow(name);
    return content === null ? null : this.#sealing.open(name, content, (json) => Fitting.parse(json).sex);
  }
}

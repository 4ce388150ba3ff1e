import type { PatientSex } from '@pseudonymize-redact/core/deidentification';
import { z } from 'zod';
import { EncryptedFolder } from '../vault/encryptedFolder.ts';
import type { Person } from './person.ts';

const Fitting = z.object({ sex: z.enum(['F', 'M', 'O', '']) });

/**
 * Remembers which sex the name of each patient was made to fit, and nothing else: so that a patient keeps the name when the sex is told
 * otherwise, or not at all, in a later study. An encrypted file a patient; threads and processes may share a folder.
 */
export class NameMemory {
  readonly #files: EncryptedFolder;
  readonly #read = new Map<string, PatientSex>();

  /** @param folder made where it is missing @param key of the project */
  constructor(folder: string, key: Uint8Array) {
    this.#files = new EncryptedFolder(folder, key);
  }

  /** The sex that was told first of this person. @throws CodedError VAULT_UNREADABLE */
  sexOf(person: Person, told: PatientSex): PatientSex {
    const path = this.#files.pathOf('name', ...person);
    const known = this.#read.get(path) ?? this.#kept(path) ?? this.#keep(path, told);
    this.#read.set(path, known);
    return known;
  }

  /** Of two that keep at once one wins, and counts. */
  #keep(path: string, sex: PatientSex): PatientSex {
    this.#files.add(path, JSON.stringify({ sex }));
    return this.#kept(path) ?? sex;
  }

  #kept(path: string): PatientSex | null {
    return this.#files.read(path, (json) => Fitting.parse(json).sex);
  }
}

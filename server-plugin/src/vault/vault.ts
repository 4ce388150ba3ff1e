import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PatientPseudonym } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import { keyedHash, type KeyedHash } from '../pseudonyms/keyedHash.ts';
import type { Person } from '../pseudonyms/person.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

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
 * Keeps who became whom, apart from jobs and copies: a folder with one encrypted file a person and one a pseudonym, named by keyed
 * hashes, so that without the key of the project neither names nor contents tell anything. An entry is made once and never
 * changed; files appear whole or not at all, so threads and processes may share a vault.
 */
export class Vault {
  readonly #folder: string;
  readonly #hash: KeyedHash;
  readonly #key: Uint8Array;

  /** @param key of the project */
  constructor(folder: string, key: Uint8Array) {
    this.#folder = folder;
    this.#hash = keyedHash(key, 'vault-names');
    this.#key = new Uint8Array(hkdfSync('sha256', key, '', 'pseudonymize-redact/1/vault', KEY_BYTES));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /**
   * The entry of a person; made where there is none.
   *
   * @throws CodedError PSEUDONYM_COLLISION where the pseudonym is another person's; VAULT_UNREADABLE
   */
  entryOf(person: Person, make: () => PatientPseudonym): VaultEntry {
    const path = this.#pathOf('person', ...person);
    const known = this.#read(path);
    if (known !== null) return known;
    const pseudonym = make();
    const owner = this.#publish(this.#pathOf('pseudonym', pseudonym.patientID), { person, pseudonym });
    if (JSON.stringify(owner.person) !== JSON.stringify(person))
      throw new CodedError('PSEUDONYM_COLLISION', 'PatientID');
    return this.#publish(path, { person, pseudonym });
  }

  /** The entry of a new Patient ID, or null: this is what undoes a pseudonym. @throws CodedError VAULT_UNREADABLE */
  find(patientID: string): VaultEntry | null {
    return this.#read(this.#pathOf('pseudonym', patientID));
  }

  #pathOf(...parts: readonly string[]): string {
    return join(this.#folder, this.#hash(...parts).toString('hex'));
  }

  /** Writes an entry unless there is one; the one that is there counts. */
  #publish(path: string, entry: VaultEntry): VaultEntry {
    const partial = `${path}.${randomUUID()}`;
    writeFileSync(partial, this.#encrypted(path, JSON.stringify(entry)), { mode: 0o600 });
    try {
      linkSync(partial, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(partial);
    }
    return this.#read(path) ?? entry;
  }

  #read(path: string): VaultEntry | null {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return Entry.parse(JSON.parse(this.#decrypted(path, bytes)));
    } catch {
      // The cause is left out: it may hold what was read.
      throw new CodedError('VAULT_UNREADABLE');
    }
  }

  /** Nonce, tag, ciphertext; the file's name is authenticated with it, so that entries cannot be exchanged. */
  #encrypted(path: string, text: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(basename(path)));
    const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), content]);
  }

  #decrypted(path: string, bytes: Uint8Array): string {
    const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(basename(path)))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  }
}

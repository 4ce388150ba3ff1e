import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { keyedHash, type KeyedHash } from '../pseudonyms/keyedHash.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const HASH_NAME = /^[0-9a-f]{64}$/;

/**
 * Encrypted files (AES-256-GCM) named by keyed hashes, so that without the key of the project neither names nor contents tell anything.
 * Files appear whole or not at all, so threads and processes may share a folder.
 */
export class EncryptedFolder {
  readonly #folder: string;
  readonly #hash: KeyedHash;
  readonly #key: Uint8Array;

  /** @param folder made where it is missing, for the owner only @param key of the project @throws CodedError FILE_FAILED */
  constructor(folder: string, key: Uint8Array) {
    this.#folder = folder;
    this.#hash = keyedHash(key, 'vault-names');
    this.#key = new Uint8Array(hkdfSync('sha256', key, '', 'pseudonymize-redact/1/vault', KEY_BYTES));
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new CodedError('FILE_FAILED', folder, { cause });
    }
  }

  /** Where what these parts name lies. */
  pathOf(...parts: readonly string[]): string {
    return join(this.#folder, this.#hash(...parts).toString('hex'));
  }

  /** Every file that is there. */
  paths(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => HASH_NAME.test(name))
      .map((name) => join(this.#folder, name));
  }

  /** Writes unless there is something already, which then stays. */
  add(path: string, text: string): void {
    const partial = this.#written(path, text);
    try {
      linkSync(partial, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(partial);
    }
  }

  /** Writes in the place of what is there. */
  replace(path: string, text: string): void {
    renameSync(this.#written(path, text), path);
  }

  /** What was written, as `parse` reads it; null where there is nothing. @throws CodedError VAULT_UNREADABLE */
  read<T>(path: string, parse: (json: unknown) => T): T | null {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return parse(JSON.parse(this.#decrypted(path, bytes)));
    } catch {
      // The cause is left out: it may hold what was read.
      throw new CodedError('VAULT_UNREADABLE');
    }
  }

  #written(path: string, text: string): string {
    const partial = `${path}.${randomUUID()}`;
    writeFileSync(partial, this.#encrypted(path, text), { mode: 0o600 });
    return partial;
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

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { keyedHash, type KeyedHash } from '../pseudonyms/keyedHash.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Names entries of the vault by keyed hashes and encrypts them (AES-256-GCM), so that without the key of the project neither names nor
 * contents tell anything, wherever they are kept.
 */
export class Sealing {
  readonly #hash: KeyedHash;
  readonly #key: Uint8Array;

  /** @param key of the project */
  constructor(key: Uint8Array) {
    this.#hash = keyedHash(key, 'vault-names');
    this.#key = new Uint8Array(hkdfSync('sha256', key, '', 'pseudonymize-redact/1/vault', KEY_BYTES));
  }

  /** Of what these parts name: 64 hexadecimal digits. */
  nameOf(...parts: readonly string[]): string {
    return this.#hash(...parts).toString('hex');
  }

  /** Nonce, tag, ciphertext; the entry's name is authenticated with it, so that entries cannot be exchanged. */
  seal(name: string, text: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(name));
    const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), content]);
  }

  /** What was sealed, as `parse` reads it. @throws CodedError VAULT_UNREADABLE */
  open<T>(name: string, bytes: Uint8Array, parse: (json: unknown) => T): T {
    try {
      return parse(JSON.parse(this.#opened(name, bytes)));
    } catch {
      // The cause is left out: it may hold what was read.
      throw new CodedError('VAULT_UNREADABLE');
    }
  }

  #opened(name: string, bytes: Uint8Array): string {
    const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(name))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  }
}

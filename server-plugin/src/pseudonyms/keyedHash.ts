import { createHmac, hkdfSync } from 'node:crypto';

/** Changing it changes every pseudonym: a new version is a new key. */
const VERSION = 'pseudonymize-redact/1';
const SUB_KEY_BYTES = 32;

/** Each part behind its length, so that no two lists of parts give the same bytes. */
const encoded = (parts: readonly string[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

/** HMAC-SHA-256 (RFC 2104) under a sub-key of the project's key for one purpose (HKDF, RFC 5869): 32 bytes. */
export type KeyedHash = (...parts: readonly string[]) => Buffer;

export const keyedHash = (key: Uint8Array, purpose: string): KeyedHash => {
  const subKey = Buffer.from(hkdfSync('sha256', key, '', `${VERSION}/${purpose}`, SUB_KEY_BYTES));
  return (...parts) => createHmac('sha256', subKey).update(encoded(parts)).digest();
};

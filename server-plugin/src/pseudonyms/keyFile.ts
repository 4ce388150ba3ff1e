import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { addFile } from '../files/addFile.ts';

const KEY_BYTES = 32;
const READABLE_BY_OTHERS = 0o077;

/** The key of a project, in hexadecimal, one line. @throws CodedError KEY_MISSING, KEY_READABLE_BY_OTHERS, KEY_MALFORMED */
export const readKey = (path: string): Uint8Array => {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) throw new CodedError('KEY_MISSING');
  if (process.platform !== 'win32' && (mode & READABLE_BY_OTHERS) !== 0)
    throw new CodedError('KEY_READABLE_BY_OTHERS');
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new CodedError('KEY_MALFORMED');
  return Buffer.from(text, 'hex');
};

/** Makes a key where there is none; of two processes that try at once, one wins and the other keeps its hands off. */
export const ensureKey = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  addFile(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
};

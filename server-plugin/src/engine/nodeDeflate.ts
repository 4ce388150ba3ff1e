import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate } from '@pseudonymize-redact/core/part10';

/** Deflate packs a thousand to one: without a bound, a small file could take all memory. */
const MOST_INFLATED_BYTES = 2 ** 31 - 1;

/** Raw deflate by zlib, for the deflated Transfer Syntax (PS3.5 section A.5). */
export const nodeDeflate: Deflate = {
  inflate: (bytes) => inflateRawSync(bytes, { maxOutputLength: MOST_INFLATED_BYTES }),
  deflate: (bytes) => deflateRawSync(bytes),
};

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate } from '@pseudonymize-redact/core/part10';

/** Raw deflate by zlib, for the deflated Transfer Syntax (PS3.5 section A.5). */
export const nodeDeflate: Deflate = {
  inflate: (bytes) => inflateRawSync(bytes),
  deflate: (bytes) => deflateRawSync(bytes),
};

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  concatenate,
  MemorySource,
  NO_EDITS,
  readPart10,
  splice,
  type Deflate,
  type Edits,
  type NewElement,
  type Part10File,
} from '@pseudonymize-redact/core/part10';

const zlib: Deflate = {
  inflate: (bytes) => inflateRawSync(bytes),
  deflate: (bytes) => deflateRawSync(bytes),
};

/** Reads a whole file in memory. */
export const openPart10 = (bytes: Uint8Array): Part10File => readPart10(new MemorySource(bytes), zlib);

/** The bytes of the file after the edits; edits that are left out change nothing. */
export const writePart10 = (
  file: Part10File,
  dataset: Partial<Edits> = {},
  meta: readonly NewElement[] | null = null,
): Uint8Array => concatenate(splice(file, { dataset: { ...NO_EDITS, ...dataset }, meta }, zlib));

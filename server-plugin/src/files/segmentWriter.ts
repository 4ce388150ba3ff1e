import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Segment } from '@pseudonymize-redact/core/part10';

/** Large enough that the calls cost nothing beside the disk, small enough that many files can be written at once. */
const CHUNK_BYTES = 1024 * 1024;

/** The bytes of the segments, piece by piece: never more than a mebibyte of them in memory. */
function* chunksOf(segments: readonly Segment[]): Generator<Uint8Array, void> {
  for (const { source, start, end } of segments) {
    for (let at = start; at < end; at += CHUNK_BYTES) yield source.read(at, Math.min(end, at + CHUNK_BYTES));
  }
}

/** The segments as a stream, read as fast as it is drained. */
export const readableOf = (segments: readonly Segment[]): Readable =>
  Readable.from(chunksOf(segments), { objectMode: false });

const writeAll = (descriptor: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
};

/** Writes the segments to a file that appears under its name when it is whole, or not at all. */
export const writeSegments = (segments: readonly Segment[], path: string): void => {
  const partial = `${path}.partial`;
  try {
    const descriptor = openSync(partial, 'w');
    try {
      for (const chunk of chunksOf(segments)) writeAll(descriptor, chunk);
    } finally {
      closeSync(descriptor);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
};

import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { segmentOf, type ByteSource, type Segment } from '@pseudonymize-redact/core/part10';

/** What stays in memory: the encoded frames of nearly all objects. */
const BYTES_IN_MEMORY = 32 * 2 ** 20;

/** Keeps pieces of bytes until they are written elsewhere: the first in memory, the many of a large object in a file. */
export class SpillFile {
  readonly #path: string;
  #bytesInMemory = 0;
  #size = 0;
  #descriptor: number | null = null;

  /** @param path of a file that does not exist; it is made when it is needed */
  constructor(path: string) {
    this.#path = path;
  }

  keep(bytes: Uint8Array): Segment {
    if (this.#bytesInMemory + bytes.length <= BYTES_IN_MEMORY) {
      this.#bytesInMemory += bytes.length;
      return segmentOf(bytes);
    }
    this.#descriptor ??= openSync(this.#path, 'wx+', 0o600);
    const start = this.#size;
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, start + written);
    this.#size += bytes.length;
    return { source: this.#source(this.#descriptor), start, end: this.#size };
  }

  /** Nothing that `keep` gave can be read any more. */
  delete(): void {
    if (this.#descriptor === null) return;
    closeSync(this.#descriptor);
    this.#descriptor = null;
    rmSync(this.#path, { force: true });
  }

  #source(descriptor: number): ByteSource {
    return {
      size: this.#size,
      read: (start, end) => {
        const bytes = new Uint8Array(end - start);
        const count = readSync(descriptor, bytes, 0, bytes.length, start);
        if (count !== bytes.length) throw new RangeError('read outside the source');
        return bytes;
      },
    };
  }
}

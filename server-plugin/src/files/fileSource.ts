import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { ByteSource } from '@pseudonymize-redact/core/part10';

/** An open file as a ByteSource: a read takes its range from the disk, and nothing of it is kept. */
export class FileSource implements ByteSource {
  readonly size: number;
  readonly #descriptor: number;

  /** Opens the file for reading; `close` it when nothing that refers to it is still to be written. */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  /** @throws CodedError PART10_TRUNCATED where the file has become shorter since it was opened */
  read(start: number, end: number): Uint8Array {
    if (start < 0 || end > this.size || start > end) throw new RangeError('read outside the source');
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(this.#descriptor, bytes, filled, bytes.length - filled, start + filled);
      if (count === 0) throw new CodedError('PART10_TRUNCATED', `at byte ${start + filled}`);
      filled += count;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

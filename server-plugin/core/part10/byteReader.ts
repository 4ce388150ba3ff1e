import { CodedError } from '../errors/index.ts';
import type { ByteSource } from './byteSource.ts';

/** Small enough that the headers of a gigabyte of frames cost little, large enough that those of a CT cost one read. */
const WINDOW_BYTES = 64 * 1024;

/** Reads numbers at any offset of a source through a window that moves along. */
export class ByteReader {
  readonly source: ByteSource;
  #windowStart = 0;
  #windowEnd = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(source: ByteSource) {
    this.source = source;
  }

  uint16(at: number, littleEndian: boolean): number {
    return this.#seek(at, 2).getUint16(at - this.#windowStart, littleEndian);
  }

  uint32(at: number, littleEndian: boolean): number {
    return this.#seek(at, 4).getUint32(at - this.#windowStart, littleEndian);
  }

  /** Group and element, each in the byte order of the dataset (PS3.5 section 7.3). */
  tag(at: number, littleEndian: boolean): number {
    const view = this.#seek(at, 4);
    const offset = at - this.#windowStart;
    return (view.getUint16(offset, littleEndian) * 0x10000 + view.getUint16(offset + 2, littleEndian)) >>> 0;
  }

  /** Whether the bytes [start, end) are all zero. */
  isZero(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      if (this.#seek(at, 1).getUint8(at - this.#windowStart) !== 0) return false;
    }
    return true;
  }

  #seek(start: number, count: number): DataView {
    const end = start + count;
    if (start < this.#windowStart || end > this.#windowEnd) {
      const { size } = this.source;
      if (end > size) throw new CodedError('PART10_TRUNCATED', `at byte ${start}`);
      this.#windowStart = start;
      this.#windowEnd = Math.min(size, start + Math.max(count, WINDOW_BYTES));
      const bytes = this.source.read(this.#windowStart, this.#windowEnd);
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.#view;
  }
}

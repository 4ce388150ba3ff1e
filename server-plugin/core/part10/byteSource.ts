/**
 * Random access to bytes: a buffer in memory, or a file that is too large for it. Offsets are 0-based, `end` exclusive.
 */
export interface ByteSource {
  readonly size: number;
  /** The bytes [start, end); never fewer. The caller does not write to them. */
  read(start: number, end: number): Uint8Array;
}

/** All of a buffer; `read` gives views, not copies. */
export class MemorySource implements ByteSource {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#bytes.length;
  }

  read(start: number, end: number): Uint8Array {
    if (start < 0 || end > this.#bytes.length || start > end) throw new RangeError('read outside the source');
    return this.#bytes.subarray(start, end);
  }
}

/** A range of a source, [start, end). What a spliced file is made of. */
export interface Segment {
  readonly source: ByteSource;
  readonly start: number;
  readonly end: number;
}

export const segmentOf = (bytes: Uint8Array): Segment => ({
  source: new MemorySource(bytes),
  start: 0,
  end: bytes.length,
});

export const segmentsLength = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * Copies the segments into one buffer.
 *
 * @param space is written to where it is large enough, which spares the time that the system takes for new memory
 * @returns the part of the space that was written, or a new buffer
 */
export const concatenate = (segments: readonly Segment[], space?: Uint8Array): Uint8Array => {
  const length = segmentsLength(segments);
  const out =
    space !== undefined && space.length >= length ? space.subarray(0, length) : new Uint8Array(length);
  let at = 0;
  for (const { source, start, end } of segments) {
    out.set(source.read(start, end), at);
    at += end - start;
  }
  return out;
};

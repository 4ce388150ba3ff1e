/** Sizes are multiples of it, so that spaces fit again for other copies. */
const UNIT_BYTES = 16 * 2 ** 10;
/** A header may grow by so much; a copy that grows more goes to a file. */
const GROWTH_BYTES = 8 * 2 ** 10;

const sizeFor = (bytes: number): number => Math.ceil((bytes + GROWTH_BYTES) / UNIT_BYTES) * UNIT_BYTES;

/**
 * Memory for finished copies of all jobs of a process. Threads write into it and the bridge sends from it: nothing is copied between
 * them. It is used again and again, because shared memory is not the garbage collector's concern until there is far too much of it,
 * and memory that is not shared is its concern all the time.
 */
export class StagingMemory {
  readonly #capacity: number;
  readonly #free = new Map<number, SharedArrayBuffer[]>();
  /** Of spaces that are in use. */
  #used = 0;
  /** Of spaces that wait for their next use. */
  #kept = 0;

  constructor(capacityBytes: number) {
    this.#capacity = capacityBytes;
  }

  /** Space for a copy of a file of this size; null where there is none. It must be given back. */
  reserve(fileBytes: number): SharedArrayBuffer | null {
    const size = sizeFor(fileBytes);
    if (this.#used + size > this.#capacity) return null;
    this.#used += size;
    const again = this.#free.get(size)?.pop();
    if (again !== undefined) {
      this.#kept -= size;
      return again;
    }
    if (this.#used + this.#kept > this.#capacity) this.#forgetKept();
    return new SharedArrayBuffer(size);
  }

  giveBack(space: SharedArrayBuffer): void {
    const size = space.byteLength;
    this.#used -= size;
    this.#kept += size;
    const same = this.#free.get(size);
    if (same === undefined) this.#free.set(size, [space]);
    else same.push(space);
  }

  #forgetKept(): void {
    this.#free.clear();
    this.#kept = 0;
  }
}

/** More is not kept. */
const MOST_KEPT = 64 * 2 ** 20;

/**
 * Memory that one piece of work after the other is done in. To get memory from the system can take longer than to compute what is
 * written there.
 */
export class SpareMemory {
  #spare = new ArrayBuffer(0);

  /** At least so many bytes, with anything in them, until they are given back. */
  take(bytes: number): ArrayBuffer {
    const spare = this.#spare;
    this.#spare = new ArrayBuffer(0);
    return spare.byteLength >= bytes ? spare : new ArrayBuffer(bytes);
  }

  giveBack(memory: ArrayBuffer): void {
    if (memory.byteLength > this.#spare.byteLength && memory.byteLength <= MOST_KEPT) this.#spare = memory;
  }
}

/** Bounds what all jobs of a process hold of finished copies. */
export class StagingMemory {
  readonly #capacity: number;
  #used = 0;

  constructor(capacityBytes: number) {
    this.#capacity = capacityBytes;
  }

  hasRoomFor(bytes: number): boolean {
    return this.#used + bytes <= this.#capacity;
  }

  take(bytes: number): void {
    this.#used += bytes;
  }

  giveBack(bytes: number): void {
    this.#used -= bytes;
  }
}

/** Bounds how many bytes are worked on at once. Who comes first is let in first. */
export class ByteBudget {
  readonly #capacity: number;
  readonly #waiting: { readonly bytes: number; readonly enter: () => void }[] = [];
  #used = 0;

  constructor(capacityBytes: number) {
    this.#capacity = capacityBytes;
  }

  /** Runs `work` when there is room for its bytes. What is larger than the whole budget runs alone. */
  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const share = Math.min(bytes, this.#capacity);
    await new Promise<void>((enter) => {
      this.#waiting.push({ bytes: share, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#used -= share;
      this.#admit();
    }
  }

  #admit(): void {
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || this.#used + next.bytes > this.#capacity) return;
      this.#waiting.shift();
      this.#used += next.bytes;
      next.enter();
    }
  }
}

/** An answer that takes longer says that the server has too much to do. */
const SLOW_MS = 10_000;

/** How a request has ended: `overloaded` where the server, or a proxy before it, has said that it cannot keep up. */
export type RequestEnd = 'answered' | 'overloaded';

/**
 * How many requests a server gets at once: fewer when it is overloaded or slow, slowly more when it keeps up (additive increase,
 * multiplicative decrease). Who comes first is let in first.
 */
export class AdaptiveLimit {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #limit: number;
  #running = 0;
  /** Answers in a row, since the limit was changed. */
  #answered = 0;
  /** Those that began before the limit was lowered say nothing new. */
  #lowered = 0;
  #begun = 0;

  constructor(most: number) {
    this.#most = most;
    this.#limit = most;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Resolves when a request may begin. @returns what is to be called when it has ended */
  async enter(): Promise<(end: RequestEnd, durationMs: number) => void> {
    if (this.#running >= this.#limit) await new Promise<void>((enter) => this.#waiting.push(enter));
    else this.#running++;
    const place = ++this.#begun;
    return (end, durationMs) => {
      this.#learn(place, end === 'overloaded' ? 'overloaded' : durationMs > SLOW_MS ? 'slow' : 'fast');
      this.#running--;
      while (this.#running < this.#limit) {
        const next = this.#waiting.shift();
        if (next === undefined) return;
        this.#running++;
        next();
      }
    };
  }

  #learn(place: number, end: 'overloaded' | 'slow' | 'fast'): void {
    if (end === 'fast') {
      if (++this.#answered < this.#limit || this.#limit === this.#most) return;
      this.#limit++;
      this.#answered = 0;
      return;
    }
    this.#answered = 0;
    if (place <= this.#lowered) return;
    this.#limit = Math.max(1, end === 'slow' ? this.#limit - 1 : Math.floor(this.#limit / 2));
    this.#lowered = this.#begun;
  }
}

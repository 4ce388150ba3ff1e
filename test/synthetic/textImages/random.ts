/** Repeatable randomness of one seed: the same pictures on every machine with the same fonts. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  readonly unit: () => number;
  readonly between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** mulberry32. */
export const randomOf = (seed: number): Random => {
  let state = seed | 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + unit() * (high - low);
  const integer = (low: number, high: number): number => Math.floor(between(low, high + 1));
  return {
    unit,
    between,
    integer,
    chance: (probability) => unit() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
};

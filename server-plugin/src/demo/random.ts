/** Pseudo-random numbers that are the same on every machine and every run. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  between(low: number, high: number): number;
  /** Mean 0, standard deviation 1. */
  gaussian(): number;
}

/** The mulberry32 generator. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    gaussian: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
};

/** Normally distributed values, alike in neighbouring pixels: the grain of a reconstruction, of bone, of a detector. */
export const grainTexture = (columns: number, rows: number, seed: number): Float32Array => {
  const random = seededRandom(seed);
  const white = Float32Array.from({ length: columns * rows }, () => random.gaussian());
  const at = (index: number): number => white[(index + white.length) % white.length] ?? 0;
  return white.map(
    (value, index) =>
      (value + 0.6 * (at(index - 1) + at(index + 1) + at(index - columns) + at(index + columns))) / 1.56,
  );
};

import type { Point } from './detectedText.ts';

/** One number a pixel, row by row. */
export interface PixelMap {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Pixels that hang together by sides or corners. */
export interface Component {
  readonly pixels: number;
  /** The outer corners of the first and last pixel of every row: enough for a convex hull. */
  readonly outline: readonly Point[];
}

/** The 8-connected components of the pixels above `threshold`. */
export const componentsAbove = (map: PixelMap, threshold: number): readonly Component[] => {
  const { width, height, data } = map;
  const isOpen = new Uint8Array(width * height);
  for (let i = 0; i < isOpen.length; i += 1) if ((data[i] ?? 0) > threshold) isOpen[i] = 1;
  const components: Component[] = [];
  const stack: number[] = [];

  const take = (index: number): void => {
    isOpen[index] = 0;
    stack.push(index);
  };

  const flood = (seed: number): Component => {
    const rows = new Map<number, { first: number; last: number }>();
    let pixels = 0;
    take(seed);
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      pixels += 1;
      const y = Math.floor(index / width);
      const x = index - y * width;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, { first: x, last: x });
      else if (x < row.first) row.first = x;
      else if (x > row.last) row.last = x;
      for (let ny = Math.max(y - 1, 0); ny <= Math.min(y + 1, height - 1); ny += 1) {
        for (let nx = Math.max(x - 1, 0); nx <= Math.min(x + 1, width - 1); nx += 1) {
          if (isOpen[ny * width + nx] === 1) take(ny * width + nx);
        }
      }
    }
    const outline = [...rows].flatMap(([y, { first, last }]): Point[] => [
      [first, y],
      [first, y + 1],
      [last + 1, y],
      [last + 1, y + 1],
    ]);
    return { pixels, outline };
  };

  for (let seed = isOpen.indexOf(1); seed >= 0; seed = isOpen.indexOf(1, seed + 1))
    components.push(flood(seed));
  return components;
};

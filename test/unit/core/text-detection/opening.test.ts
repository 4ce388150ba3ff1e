import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opened } from '../../../../server-plugin/core/text-detection/opening.ts';

/** By its definition: the greatest minimum of the windows that hold a pixel and lie inside the picture. */
const openedSlowly = (level: Uint8Array, width: number, height: number, side: number): Uint8Array => {
  const out = new Uint8Array(level.length);
  for (let top = 0; top + side <= height; top += 1) {
    for (let left = 0; left + side <= width; left += 1) {
      const inside: number[] = [];
      for (let y = top; y < top + side; y += 1) {
        for (let x = left; x < left + side; x += 1) inside.push(y * width + x);
      }
      const least = Math.min(...inside.map((at) => level[at] ?? 0));
      for (const at of inside) out[at] = Math.max(out[at] ?? 0, least);
    }
  }
  return out;
};

describe('the morphological opening', () => {
  it.each([
    { distances: [1], side: 2 },
    { distances: [1, 2, 1], side: 5 },
    { distances: [1, 2, 4, 7], side: 15 },
  ])('is what its definition says, with windows of $side pixels', ({ distances, side }) => {
    const pictures = fc
      .record({ width: fc.integer({ min: 1, max: 37 }), height: fc.integer({ min: 1, max: 33 }) })
      .chain((size) =>
        fc.record({
          size: fc.constant(size),
          level: fc.uint8Array({
            minLength: size.width * size.height,
            maxLength: size.width * size.height,
          }),
        }),
      );
    fc.assert(
      fc.property(pictures, ({ size: { width, height }, level }) => {
        expect(opened(level, width, height, distances)).toEqual(openedSlowly(level, width, height, side));
      }),
      { numRuns: 60 },
    );
  });
});

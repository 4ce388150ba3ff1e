import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  componentBoxes,
  componentsAbove,
  type ComponentBox,
} from '../../../../server-plugin/core/text-detection/components.ts';
import type { PixelMap } from '../../../../server-plugin/core/text-detection/connectedRuns.ts';

/** By flooding from every first pixel: the pixels of each component, in image order. */
const flooded = ({ width, height, data }: PixelMap, threshold: number): readonly (readonly number[])[] => {
  const open = new Set([...data.keys()].filter((at) => (data[at] ?? 0) > threshold));
  const components: number[][] = [];
  for (const seed of [...open]) {
    if (!open.delete(seed)) continue;
    const component = [seed];
    for (const at of component) {
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let ny = y - 1; ny <= y + 1; ny += 1) {
        for (let nx = x - 1; nx <= x + 1; nx += 1) {
          const isInside = nx >= 0 && nx < width && ny >= 0 && ny < height;
          if (isInside && open.delete(ny * width + nx)) component.push(ny * width + nx);
        }
      }
    }
    components.push(component.toSorted((a, b) => a - b));
  }
  return components;
};

const boxAround = (pixels: readonly number[], width: number): ComponentBox => {
  const columns = pixels.map((at) => at % width);
  const rows = pixels.map((at) => Math.floor(at / width));
  return {
    box: [Math.min(...columns), Math.min(...rows), Math.max(...columns) + 1, Math.max(...rows) + 1],
    pixels: pixels.length,
  };
};

/** Of maps that are full, and of those that are quiet for the most part. */
const SOME_VALUES = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 30) },
  { weight: 1, arbitrary: fc.constantFrom(60, 90, 127, 128, 200, 255) },
);

const maps = fc
  .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
  .chain(({ width, height }) =>
    fc
      .array(SOME_VALUES, { minLength: width * height, maxLength: width * height })
      .map((values): PixelMap => ({ width, height, data: Uint8Array.from(values) })),
  );

describe('the components of a map', () => {
  it('have the boxes and sizes of what hangs together, at each threshold', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const thresholds = [0, 30, 60.5, 127, 160];
        expect(componentBoxes(map, thresholds, 2)).toEqual(
          thresholds.map((threshold) =>
            flooded(map, threshold)
              .filter(({ length }) => length >= 2)
              .map((pixels) => boxAround(pixels, map.width)),
          ),
        );
      }),
    );
  });

  it('have in their outline the ends of each of their rows', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const expected = flooded(map, 30).map((pixels) => ({
          pixels: pixels.length,
          outline: [...new Set(pixels.map((at) => Math.floor(at / map.width)))].flatMap((y) => {
            const columns = pixels
              .filter((at) => Math.floor(at / map.width) === y)
              .map((at) => at % map.width);
            const [first, end] = [Math.min(...columns), Math.max(...columns) + 1];
            return [
              [first, y],
              [first, y + 1],
              [end, y],
              [end, y + 1],
            ];
          }),
        }));
        expect(componentsAbove(map, 30)).toEqual(expected);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { tilesOf } from '../../../../server-plugin/core/text-detection/tiles.ts';

describe('tiles of a large picture', () => {
  it('[TD-4] cover every pixel, overlap, stay inside and stay small', () => {
    const side = fc.integer({ min: 1, max: 6000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const tiles = tilesOf(width, height);
        for (const [start, size, length] of [
          ...tiles.map((tile) => [tile.x, tile.width, width] as const),
          ...tiles.map((tile) => [tile.y, tile.height, height] as const),
        ]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + size).toBeLessThanOrEqual(length);
          expect(size).toBeLessThanOrEqual(1344);
        }
        const columns = [...new Map(tiles.map(({ x, width }) => [x, x + width]))].sort((a, b) => a[0] - b[0]);
        columns.reduce((end, [x, next]) => {
          expect(x).toBeLessThanOrEqual(Math.max(end - 126, 0));
          return next;
        }, 0);
        expect(columns.at(-1)?.[1]).toBe(width);
      }),
    );
  });

  it('[TD-4] leave a usual picture whole', () => {
    expect(tilesOf(1024, 768)).toEqual([{ x: 0, y: 0, width: 1024, height: 768 }]);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { activeArea } from '../../../../server-plugin/core/text-detection/activeArea.ts';
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

describe('the active area of a tile', () => {
  const image = (width: number, height: number, marks: readonly (readonly [x: number, y: number])[]) => {
    const data = new Uint8Array(width * height).fill(50);
    for (const [x, y] of marks) data[y * width + x] = 70;
    return { width, height, channels: 1 as const, data };
  };

  it('[TD-4] is nothing where all is flat, and else what is not flat with ground around it', () => {
    const whole = { x: 0, y: 0, width: 400, height: 300 };
    expect(activeArea(image(400, 300, []), whole)).toBeNull();
    expect(activeArea(image(400, 300, [[100, 200]]), whole)).toEqual({
      x: 64,
      y: 160,
      width: 96,
      height: 96,
    });
    const corners = image(400, 300, [
      [0, 0],
      [399, 299],
    ]);
    expect(activeArea(corners, whole)).toEqual(whole);
  });

  it('[TD-4] stays inside the tile', () => {
    const tile = { x: 200, y: 0, width: 200, height: 300 };
    expect(activeArea(image(400, 300, [[10, 10]]), tile)).toBeNull();
    expect(activeArea(image(400, 300, [[201, 299]]), tile)).toEqual({
      x: 200,
      y: 256,
      width: 64,
      height: 44,
    });
  });
});

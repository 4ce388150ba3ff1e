import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { activeAreas } from '../../../../server-plugin/core/text-detection/activeAreas.ts';
import { strokesOf } from '../../../../server-plugin/core/text-detection/strokes.ts';
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

describe('the active areas of a picture', () => {
  type Bar = readonly [x: number, y: number];
  /** Ground of 50, with bars of 2 × 12 pixels that rise by `contrast`. */
  const areas = (contrast: number, ...bars: readonly Bar[]) => {
    const [width, height] = [400, 300];
    const data = new Uint8Array(width * height).fill(50);
    for (const [x, y] of bars) {
      for (let row = y; row < y + 12; row += 1)
        data.fill(50 + contrast, row * width + x, row * width + x + 2);
    }
    const picture = { width, height, channels: 1 as const, data };
    return activeAreas(picture, strokesOf(picture));
  };

  it('[TD-4] are none where nothing stands out, and else what does with ground around it', () => {
    expect(areas(0)).toEqual([]);
    expect(areas(15, [100, 200])).toEqual([]);
    expect(areas(40, [100, 202])).toEqual([{ x: 64, y: 160, width: 96, height: 96 }]);
    expect(areas(-40, [100, 202])).toEqual([{ x: 64, y: 160, width: 96, height: 96 }]);
  });

  it('[TD-4] are apart where nothing is between them, and one where they overlap', () => {
    expect(areas(40, [10, 10], [380, 280])).toEqual([
      { x: 0, y: 0, width: 64, height: 64 },
      { x: 320, y: 224, width: 80, height: 76 },
    ]);
    expect(areas(40, [100, 100], [150, 130])).toHaveLength(1);
  });
});

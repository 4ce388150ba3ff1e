import { describe, expect, it } from 'vitest';
import { detectTexts, type Infer, type PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { Finding } from '../../../../server-plugin/core/text-detection/passes.ts';
import { strayRows } from '../../../../server-plugin/core/text-detection/strayRows.ts';

/** Letters of 8 × 8 pixels, every 10 of them in a direction. */
const rowAt = (degrees: number, count = 5): readonly PixelBox[] =>
  Array.from({ length: count }, (_, i) => {
    const [x, y] = [100 + 10 * i * Math.cos((degrees * Math.PI) / 180), 100 + 10 * i * Math.sin((degrees * Math.PI) / 180)];
    return [x - 4, y - 4, x + 4, y + 4] as const;
  }); // prettier-ignore

const findingAround = (x: number, y: number, halfLength: number, halfHeight: number): Finding => ({
  rectangle: { x, y, halfLength, halfHeight, angle: 0 },
  confidence: 1,
  picture: { width: 1, height: 1, channels: 1, data: new Uint8Array(1) },
});

describe('rows of letters where nothing was found', () => {
  it.each([0, 30, 75, -40])('[TD-25] are found at %d°', (degrees) => {
    const [row, ...others] = strayRows([rowAt(degrees)], []);
    expect(others).toEqual([]);
    expect(((row?.angle ?? 9) * 180) / Math.PI).toBeCloseTo(degrees, 5);
    expect(row?.halfLength).toBeGreaterThanOrEqual(24);
    expect(row?.halfHeight).toBeLessThan(7);
  });

  it('[TD-25] are not those that a finding covers', () => {
    expect(strayRows([rowAt(0)], [findingAround(120, 100, 30, 8)])).toEqual([]);
    // Two letters are left.
    expect(strayRows([rowAt(0)], [findingAround(110, 100, 15, 8)])).toEqual([]);
  });

  it('[TD-25] go on through a finding as long as high, whose line may run in any direction', () => {
    const diagonal = rowAt(45);
    const twoLetters = findingAround(103.5, 103.5, 10, 10);
    const [whole] = strayRows([diagonal], []);
    expect(strayRows([diagonal], [twoLetters])).toContainEqual(whole);
  });

  it('[TD-25] are no two letters, no blob, nothing large, no rows of letters of two contrasts', () => {
    expect(strayRows([rowAt(30, 2)], [])).toEqual([]);
    const blob = [0, 1, 2].flatMap((row) =>
      rowAt(0, 3).map(([x0, y0, x1, y1]): PixelBox => [x0, y0 + 10 * row, x1, y1 + 10 * row]),
    );
    expect(strayRows([blob], [])).toEqual([]);
    const large = rowAt(30).map((box) => box.map((edge) => 6 * edge) as unknown as PixelBox);
    expect(strayRows([large], [])).toEqual([]);
    expect(strayRows([rowAt(30, 2), rowAt(30, 4).slice(2)], [])).toEqual([]);
  });

  it('[TD-25] that stand free at several contrasts are searched once', () => {
    expect(strayRows([rowAt(30), rowAt(30), rowAt(30, 4)], [])).toHaveLength(1);
  });

  it('[TD-25] are searched level, and what stands there is found at its place', async () => {
    const [columns, rows] = [500, 400];
    const pixels = new Uint8Array(columns * rows);
    const letters = rowAt(30, 6);
    for (const [x0, y0, x1, y1] of letters) {
      for (let y = Math.round(y0); y < y1; y += 1)
        pixels.fill(255, y * columns + Math.round(x0), y * columns + Math.round(x1));
    }
    const sizes: (readonly number[])[] = [];
    // Sees text only in a narrow strip: a row that lies level, with as much ground as it is high.
    const detector: Infer = ({ data, dims }) => {
      const [, , height = 0, width = 0] = dims;
      sizes.push([width, height]);
      const plane = data.subarray(0, width * height);
      const ground = plane.reduce((a, b) => Math.max(a, b));
      const isLevel = width > 1.7 * height;
      return Promise.resolve({
        data: plane.map((value) => (isLevel && value < ground - 1 ? 0.9 : 0)),
        dims: [1, 1, height, width],
      });
    };
    const texts = await detectTexts(
      { rows, columns, samplesPerPixel: 1, pixels, invert: false },
      { detector, loadReader: null },
    );
    expect(sizes.filter(([width = 0, height = 0]) => width > 1.7 * height)).toHaveLength(1);
    const isCovered = ([x0, y0, x1, y1]: PixelBox): boolean =>
      texts.some(({ box }) => box[0] <= x0 && box[1] <= y0 && box[2] >= x1 && box[3] >= y1);
    expect(letters.map(isCovered)).toEqual(letters.map(() => true));
  });
});

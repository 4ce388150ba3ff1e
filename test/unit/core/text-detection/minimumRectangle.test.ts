import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Point } from '@pseudonymize-redact/core/text-detection';
import { minimumRectangle } from '../../../../server-plugin/core/text-detection/minimumRectangle.ts';
import { cornersOf, rectangleAround } from '../../../../server-plugin/core/text-detection/rectangle.ts';

const arbitraryRectangle = fc.record({
  x: fc.double({ min: 100, max: 400, noNaN: true }),
  y: fc.double({ min: 100, max: 400, noNaN: true }),
  halfLength: fc.double({ min: 30, max: 90, noNaN: true }),
  halfHeight: fc.double({ min: 4, max: 12, noNaN: true }),
  angle: fc.double({ min: -1.4, max: 1.4, noNaN: true }).filter((angle) => Math.abs(angle) > 0.4),
});

describe('the smallest rectangle around a text', () => {
  it('[TD-5] finds an oblique rectangle again from its corners', () => {
    fc.assert(
      fc.property(arbitraryRectangle, (rectangle) => {
        const found = minimumRectangle(cornersOf(rectangle));
        expect(found.angle).toBeCloseTo(rectangle.angle, 6);
        expect(found.halfLength).toBeCloseTo(rectangle.halfLength, 6);
        expect(found.halfHeight).toBeCloseTo(rectangle.halfHeight, 6);
        expect([found.x, found.y]).toEqual([expect.closeTo(rectangle.x, 6), expect.closeTo(rectangle.y, 6)]);
      }),
    );
  });

  it('[TD-5] keeps an upright rectangle where a tilt would save little', () => {
    const tilted = cornersOf({ x: 100, y: 100, halfLength: 50, halfHeight: 10, angle: 0.02 });
    expect(minimumRectangle(tilted).angle).toBe(0);
  });

  it('[TD-5] contains every corner of every pixel', () => {
    const pixel = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(pixel, { minLength: 1, maxLength: 40 }), (pixels) => {
        const points = pixels.flatMap(([x, y]): Point[] => [
          [x, y],
          [x + 1, y],
          [x, y + 1],
          [x + 1, y + 1],
        ]);
        const found = minimumRectangle(points);
        const around = rectangleAround([...points, ...cornersOf(found)], found.angle);
        expect(around.halfLength).toBeCloseTo(found.halfLength, 6);
        expect(around.halfHeight).toBeCloseTo(found.halfHeight, 6);
      }),
    );
  });
});

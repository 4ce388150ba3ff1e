import { describe, expect, it } from 'vitest';
import type { Affine } from '../../../../extension/src/viewport/imageToCanvas.ts';
import { alongScreen, isMirrored, lowerRightHandle } from '../../../../extension/src/viewport/screenAxes.ts';

/** Twice as wide as high on the screen, and as rotated or flipped. */
const VIEWS: readonly (readonly [string, Affine, right: readonly number[], down: readonly number[]])[] = [
  ['as stored', [4, 0, 0, 2, 10, 20], [3, 0], [0, 3]],
  ['a quarter turn clockwise', [0, 4, -2, 0, 500, 20], [0, -3], [3, 0]],
  ['upside down', [-4, 0, 0, -2, 500, 500], [-3, 0], [0, -3]],
  ['flipped horizontally', [-4, 0, 0, 2, 500, 20], [-3, 0], [0, 3]],
  ['a little turned', [3.9, 0.6, -0.3, 1.95, 10, 20], [3, 0], [0, 3]],
];

describe.each(VIEWS)('a view %s', (name, affine, right, down) => {
  it('moves boxes where the arrows point, by image pixels', () => {
    expect(alongScreen(affine, [3, 0]).map((step) => step + 0)).toEqual(right);
    expect(alongScreen(affine, [0, 3]).map((step) => step + 0)).toEqual(down);
  });

  it('resizes boxes, turned ones as well, at the corner that is at the lower right', () => {
    const corner = [Math.sign((right[0] ?? 0) + (down[0] ?? 0)), Math.sign((right[1] ?? 0) + (down[1] ?? 0))];
    const { x, y } = lowerRightHandle(affine, { box: [10, 10, 40, 40], angleDegrees: 0 });
    expect([x, y]).toEqual(corner);
    const opposite = lowerRightHandle(affine, { box: [10, 10, 40, 40], angleDegrees: 180 });
    expect([opposite.x, opposite.y]).toEqual([-x, -y]);
  });

  it('turns boxes the way that the screen shows', () => {
    expect(isMirrored(affine)).toBe(name.startsWith('flipped'));
  });
});

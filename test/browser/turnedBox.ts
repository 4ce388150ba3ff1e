import type { ReviewedRegion } from '@pseudonymize-redact/core/contract';
import { expect } from 'vitest';
import { pixelAt, storedImage } from './storedImage.ts';

/** A wide box that was turned by a quarter covers what it does as it stands, not what it did as it was drawn. First frames only. */
export const expectTurnedStored = (
  original: Uint8Array,
  copy: Uint8Array,
  { box: [x0, y0, x1, y1] }: ReviewedRegion,
): void => {
  const [before, after] = [storedImage(original), storedImage(copy)];
  const [column, row] = [Math.floor((x0 + x1) / 2), Math.floor((y0 + y1) / 2)];
  const reach = Math.floor((x1 - x0) / 2) - 2;
  expect(reach).toBeGreaterThan(Math.ceil((y1 - y0) / 2) + 2);
  const isChanged = (down: number, right: number): boolean =>
    pixelAt(after, 1, row + down, column + right) !== pixelAt(before, 1, row + down, column + right);
  expect([isChanged(reach, 0), isChanged(-reach, 0)]).toEqual([true, true]);
  expect([isChanged(0, reach), isChanged(0, -reach)]).toEqual([false, false]);
};

import { describe, expect, it } from 'vitest';
import {
  BOX_HANDLES,
  handlePoint,
  movedBox,
  resizedRotatedBox,
  turnAbout,
} from '../../../../extension/src/viewport/boxEditing.ts';
import { boxKey } from '../../../../extension/src/viewport/boxKeys.ts';
import { draggedPlace } from '../../../../extension/src/viewport/regionDrag.ts';
import { found } from '../store/reviewFixtures.ts';

const SIZE = { rows: 100, columns: 200 };
type Place = readonly [number, number, number, number];

/** A point of a box's edge, where it is seen when the box is rotated about its centre. */
const seen = (box: Place, angleDegrees: number, handle: (typeof BOX_HANDLES)[number]): readonly number[] => {
  const [centreX, centreY] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const [x, y] = handlePoint(box, handle);
  const angle = (angleDegrees * Math.PI) / 180;
  return [
    centreX + (x - centreX) * Math.cos(angle) - (y - centreY) * Math.sin(angle),
    centreY + (x - centreX) * Math.sin(angle) + (y - centreY) * Math.cos(angle),
  ];
};

describe('a box', () => {
  it('is moved as far as the image goes', () => {
    expect(movedBox([10, 10, 30, 20], [500, -500], SIZE)).toEqual([180, 0, 200, 10]);
  });

  it.each([0, 30, -75, 180])(
    'rotated by %d degrees keeps its opposite point when a handle is dragged',
    (angle) => {
      const box: Place = [50, 40, 90, 60];
      for (const handle of BOX_HANDLES) {
        const resized = resizedRotatedBox(box, angle, handle, [3, 4], SIZE);
        const opposite = { x: -handle.x, y: -handle.y } as typeof handle;
        const [before, after] = [seen(box, angle, opposite), seen(resized, angle, opposite)];
        expect(after[0]).toBeCloseTo(before[0] ?? Number.NaN, 6);
        expect(after[1]).toBeCloseTo(before[1] ?? Number.NaN, 6);
        expect(resized[2] - resized[0]).toBeGreaterThanOrEqual(1);
      }
    },
  );

  it('turns by the angle that the pointer turns about its centre', () => {
    expect(turnAbout([0, 0, 20, 20], [10, 0], [20, 10])).toBeCloseTo(90);
    expect(turnAbout([0, 0, 20, 20], [10, 0], [0, 10])).toBeCloseTo(-90 + 360);
  });

  it('stays where it is while it is clicked, or another is dragged', () => {
    const region = found('a', 0, { box: [10, 10, 20, 20] });
    const drag = { from: [0, 0], to: [0.1, 0.1], changes: { ids: new Set(['a']), grip: 'box' } } as const;
    expect(draggedPlace(region, drag, SIZE)).toBe(region);
    expect(
      draggedPlace(region, { ...drag, to: [9, 9], changes: { ids: new Set(['b']), grip: 'box' } }, SIZE),
    ).toBe(region);
    expect(draggedPlace(region, { ...drag, to: [5, 6] }, SIZE).box).toEqual([15, 16, 25, 26]);
  });

  it.each([
    ['ArrowLeft', false, false, { type: 'move', by: [-1, 0] }],
    ['ArrowDown', true, false, { type: 'move', by: [0, 10] }],
    ['ArrowRight', false, true, { type: 'resize', by: [1, 0] }],
    ['.', false, false, { type: 'rotate', byDegrees: 1 }],
    ['<', true, false, { type: 'rotate', byDegrees: -15 }],
    ['Delete', false, false, { type: 'delete' }],
    ['j', false, false, null],
  ])('answers the key %s (Shift %s, Alt %s)', (key, shiftKey, altKey, expected) => {
    expect(boxKey({ key, shiftKey, altKey })).toEqual(expected);
  });
});

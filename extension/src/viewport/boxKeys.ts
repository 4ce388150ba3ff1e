import type { Point } from '@pseudonymize-redact/core/text-detection';

/** What a key does to the boxes that are selected. */
export type BoxKey =
  | { readonly type: 'move'; readonly by: Point }
  | { readonly type: 'resize'; readonly by: Point }
  | { readonly type: 'rotate'; readonly byDegrees: number }
  | { readonly type: 'delete' };

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const ROTATIONS: Readonly<Record<string, number>> = { '<': -1, ',': -1, ';': -15, '>': 15, '.': 1, ':': 15 };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Arrows move where they point on the screen, by 1 image pixel, with Shift by 10; with Alt they drag the corner at the lower right. Comma and full stop rotate by a
 * degree, with Shift by 15. Null: not for a box.
 */
export const boxKey = ({ key, shiftKey, altKey }: Key): BoxKey | null => {
  if (key === 'Delete' || key === 'Backspace') return { type: 'delete' };
  const degrees = ROTATIONS[key];
  if (degrees !== undefined)
    return { type: 'rotate', byDegrees: shiftKey ? 15 * Math.sign(degrees) : degrees };
  const direction = ARROWS[key];
  if (direction === undefined) return null;
  const step = shiftKey ? 10 : 1;
  return { type: altKey ? 'resize' : 'move', by: [direction[0] * step, direction[1] * step] };
};

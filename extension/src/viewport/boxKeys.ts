import type { Point } from '@pseudonymize-redact/core/text-detection';

/** What a key does to the box that has the focus. */
export type BoxKey =
  | { readonly type: 'move'; readonly by: Point }
  | { readonly type: 'resize'; readonly by: Point }
  | { readonly type: 'delete' };

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Arrows move by 1 image pixel, with Shift by 10, with Alt they drag the corner at the lower right; null: not for a box. */
export const boxKey = ({ key, shiftKey, altKey }: Key): BoxKey | null => {
  if (key === 'Delete') return { type: 'delete' };
  const direction = ARROWS[key];
  if (direction === undefined) return null;
  const step = shiftKey ? 10 : 1;
  return { type: altKey ? 'resize' : 'move', by: [direction[0] * step, direction[1] * step] };
};

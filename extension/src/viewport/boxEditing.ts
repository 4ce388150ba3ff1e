import type { PixelBox, Point } from '@pseudonymize-redact/core/text-detection';

export interface ImageSize {
  readonly rows: number;
  readonly columns: number;
}

/** The part of a box that is dragged: −1 is its left or top edge, 1 its right or bottom edge, 0 neither. */
export interface BoxHandle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

export const BOX_HANDLES: readonly BoxHandle[] = ([-1, 0, 1] as const).flatMap((y) =>
  ([-1, 0, 1] as const).filter((x) => x !== 0 || y !== 0).map((x) => ({ x, y })),
);

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The point of the box's edge where the handle sits, in image pixels. */
export const handlePoint = ([x0, y0, x1, y1]: PixelBox, { x, y }: BoxHandle): Point => [
  (x0 + x1) / 2 + (x * (x1 - x0)) / 2,
  (y0 + y1) / 2 + (y * (y1 - y0)) / 2,
];

/** Moved by (dx, dy) image pixels, as far as the image goes. */
export const movedBox = ([x0, y0, x1, y1]: PixelBox, [dx, dy]: Point, size: ImageSize): PixelBox => {
  const x = clamp(dx, -x0, size.columns - x1);
  const y = clamp(dy, -y0, size.rows - y1);
  return [x0 + x, y0 + y, x1 + x, y1 + y];
};

/** Resized by dragging a handle by (dx, dy) image pixels; an edge stops one pixel before the opposite one. */
export const resizedBox = (
  [x0, y0, x1, y1]: PixelBox,
  handle: BoxHandle,
  [dx, dy]: Point,
  size: ImageSize,
): PixelBox => [
  handle.x < 0 ? clamp(x0 + dx, 0, Math.max(0, x1 - 1)) : x0,
  handle.y < 0 ? clamp(y0 + dy, 0, Math.max(0, y1 - 1)) : y0,
  handle.x > 0 ? clamp(x1 + dx, Math.min(size.columns, x0 + 1), size.columns) : x1,
  handle.y > 0 ? clamp(y1 + dy, Math.min(size.rows, y0 + 1), size.rows) : y1,
];

/** The upright box between two corners, clipped to the image; null where nothing of the image is left. */
export const boxBetween = (from: Point, to: Point, size: ImageSize): PixelBox | null => {
  const [x0, x1] = [from[0], to[0]].map((x) => clamp(x, 0, size.columns)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  const [y0, y1] = [from[1], to[1]].map((y) => clamp(y, 0, size.rows)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  return x0 < x1 && y0 < y1 ? [x0, y0, x1, y1] : null;
};

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

/** Where a box begins that is put on the image without a pointer. */
export const middleBox = ({ rows, columns }: ImageSize): PixelBox => [
  (3 / 8) * columns,
  (7 / 16) * rows,
  (5 / 8) * columns,
  (9 / 16) * rows,
];

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

const RADIANS = Math.PI / 180;

/** A vector turned clockwise as seen on the image, where y points down. */
export const turned = ([x, y]: Point, degrees: number): Point => {
  const [cosine, sine] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)];
  return [x * cosine - y * sine, x * sine + y * cosine];
};

/** The box of a rotated region after a drag of a handle by (dx, dy) image pixels: the opposite edge or corner stays where it is. */
export const resizedRotatedBox = (
  box: PixelBox,
  angleDegrees: number,
  handle: BoxHandle,
  by: Point,
  size: ImageSize,
): PixelBox => {
  if (angleDegrees === 0) return resizedBox(box, handle, by, size);
  const [x0, y0, x1, y1] = box;
  const [dx, dy] = turned(by, -angleDegrees);
  const width = Math.max(1, x1 - x0 + handle.x * dx);
  const height = Math.max(1, y1 - y0 + handle.y * dy);
  const [shiftX, shiftY] = turned(
    [(handle.x * (width - (x1 - x0))) / 2, (handle.y * (height - (y1 - y0))) / 2],
    angleDegrees,
  );
  const [centreX, centreY] = [(x0 + x1) / 2 + shiftX, (y0 + y1) / 2 + shiftY];
  return [centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2];
};

/** By how much a point was turned about the centre of a box, from one place to another, clockwise. */
export const turnAbout = ([x0, y0, x1, y1]: PixelBox, from: Point, to: Point): number => {
  const angleOf = ([x, y]: Point): number => Math.atan2(y - (y0 + y1) / 2, x - (x0 + x1) / 2) / RADIANS;
  return angleOf(to) - angleOf(from);
};

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

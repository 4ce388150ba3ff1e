import type { DetectedText, PixelBox, Point } from './detectedText.ts';

/** A rectangle at any angle: `halfLength` runs along the text's baseline, which is turned by `angle` radians clockwise. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly halfLength: number;
  readonly halfHeight: number;
  readonly angle: number;
}

export const areaOf = ({ halfLength, halfHeight }: Rectangle): number => 4 * halfLength * halfHeight;

export const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);

/** A rectangle this many times as high as wide holds a line that is turned by 90°. */
const UPENDED_RATIO = 1.5;

/** Whether a line of text in it runs from top to bottom. */
export const isUpended = (width: number, height: number): boolean => height > UPENDED_RATIO * width;

/** Grown by `margin` on each of its sides. */
export const grown = (rectangle: Rectangle, margin: number): Rectangle => ({
  ...rectangle,
  halfLength: rectangle.halfLength + margin,
  halfHeight: rectangle.halfHeight + margin,
});

/** The same rectangle, told by its other side. */
export const onItsSide = ({ x, y, halfLength, halfHeight, angle }: Rectangle): Rectangle => ({
  x,
  y,
  halfLength: halfHeight,
  halfHeight: halfLength,
  angle: angle < 0 ? angle + Math.PI / 2 : angle - Math.PI / 2,
});

/** From a part of a picture to the picture: the part begins at (x, y). */
export const moved = (rectangle: Rectangle, x: number, y: number): Rectangle => ({
  ...rectangle,
  x: rectangle.x + x,
  y: rectangle.y + y,
});

/** Coordinates divided by `factor`, from a resampled picture back to the image. */
export const scaledDown = (rectangle: Rectangle, factor: number): Rectangle => ({
  x: rectangle.x / factor,
  y: rectangle.y / factor,
  halfLength: rectangle.halfLength / factor,
  halfHeight: rectangle.halfHeight / factor,
  angle: rectangle.angle,
});

/** Corners clockwise, from the text's top left. */
export const cornersOf = ({ x, y, halfLength, halfHeight, angle }: Rectangle): DetectedText['quad'] => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (along: number, across: number): Point => [
    x + along * cos - across * sin,
    y + along * sin + across * cos,
  ];
  return [
    corner(-halfLength, -halfHeight),
    corner(halfLength, -halfHeight),
    corner(halfLength, halfHeight),
    corner(-halfLength, halfHeight),
  ];
};

/** Quarter turns of a text against the clock. */
export type Turns = 0 | 1 | 3;

/** The corners from the top left of a text that lies on its side. */
export const turned = ([a, b, c, d]: DetectedText['quad'], turns: Turns): DetectedText['quad'] => {
  if (turns === 0) return [a, b, c, d];
  return turns === 1 ? [b, c, d, a] : [d, a, b, c];
};

/** The corners from the top left of a text that stands on its head. */
export const upsideDown = ([a, b, c, d]: DetectedText['quad']): DetectedText['quad'] => [c, d, a, b];

/** The corners from the top left of a text in mirror writing. */
export const mirrored = ([a, b, c, d]: DetectedText['quad']): DetectedText['quad'] => [b, a, d, c];

export const holdsPoint = (rectangle: Rectangle, x: number, y: number): boolean => {
  const dx = x - rectangle.x;
  const dy = y - rectangle.y;
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  return (
    Math.abs(dx * cos + dy * sin) <= rectangle.halfLength &&
    Math.abs(dy * cos - dx * sin) <= rectangle.halfHeight
  );
};

/** The smallest rectangle at `angle` around the points. */
export const rectangleAround = (points: readonly Point[], angle: number): Rectangle => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    const along = point[0] * cos + point[1] * sin;
    const across = point[1] * cos - point[0] * sin;
    if (along < left) left = along;
    if (along > right) right = along;
    if (across < top) top = across;
    if (across > bottom) bottom = across;
  }
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: u * cos - v * sin,
    y: u * sin + v * cos,
    halfLength: (right - left) / 2,
    halfHeight: (bottom - top) / 2,
    angle,
  };
};

/** The smallest rectangle at `angle` around another one: what it is in a frame that is turned by it. */
export const atAngle = (rectangle: Rectangle, angle: number): Rectangle => {
  if (rectangle.angle === angle) return rectangle;
  const { halfLength, halfHeight } = rectangle;
  const cos = Math.abs(Math.cos(rectangle.angle - angle));
  const sin = Math.abs(Math.sin(rectangle.angle - angle));
  return {
    x: rectangle.x,
    y: rectangle.y,
    halfLength: halfLength * cos + halfHeight * sin,
    halfHeight: halfLength * sin + halfHeight * cos,
    angle,
  };
};

/** An upright box as a rectangle. */
export const rectangleOf = ([x0, y0, x1, y1]: PixelBox): Rectangle => ({
  x: (x0 + x1) / 2,
  y: (y0 + y1) / 2,
  halfLength: (x1 - x0) / 2,
  halfHeight: (y1 - y0) / 2,
  angle: 0,
});

/** The rectangle that a text stands in. */
export const rectangleOfText = ({
  quad,
  angleDegrees,
}: Pick<DetectedText, 'quad' | 'angleDegrees'>): Rectangle =>
  rectangleAround(quad, (angleDegrees * Math.PI) / 180);

/** The upright box around the rectangle, clipped to the image; null where nothing of it is inside. */
export const boxInside = (rectangle: Rectangle, columns: number, rows: number): PixelBox | null => {
  const corners = cornersOf(rectangle);
  const clip = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  const xs = corners.map(([x]) => clip(x, columns));
  const ys = corners.map(([, y]) => clip(y, rows));
  const box: PixelBox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
};

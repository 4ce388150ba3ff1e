import type { Point } from './detectedText.ts';
import { areaOf, rectangleAround, type Rectangle } from './rectangle.ts';

/** An upright rectangle is taken unless a turned one is smaller than this share of it: noise tilts every outline a little. */
const WORTH_TURNING = 0.8;

const turnsLeft = (a: Point, b: Point, c: Point): boolean =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;

/** The corners on the right of the way along ordered points, but for the last. */
const chain = (ordered: readonly Point[]): Point[] => {
  const hull: Point[] = [];
  for (const point of ordered) {
    let [a, b] = [hull.at(-2), hull.at(-1)];
    while (a !== undefined && b !== undefined && !turnsLeft(a, b, point)) {
      hull.pop();
      b = a;
      a = hull.at(-2);
    }
    hull.push(point);
  }
  hull.pop();
  return hull;
};

/** By rows: outlines come so. */
const inOrder = (a: Point, b: Point): number => a[1] - b[1] || a[0] - b[0];

/** The corners of the convex hull: Andrew's monotone chain. */
export const convexHull = (points: readonly Point[]): readonly Point[] => {
  const sorted = points.toSorted(inOrder);
  return [...chain(sorted), ...chain(sorted.toReversed())];
};

/** An angle between directions of the long side, in (−90°, 90°]: a baseline read from left to right. */
const readable = (rectangle: Rectangle): Rectangle => {
  const isUpended = rectangle.halfHeight > rectangle.halfLength;
  const turned = rectangle.angle + (isUpended ? Math.PI / 2 : 0);
  return {
    ...rectangle,
    halfLength: isUpended ? rectangle.halfHeight : rectangle.halfLength,
    halfHeight: isUpended ? rectangle.halfLength : rectangle.halfHeight,
    angle: turned > Math.PI / 2 ? turned - Math.PI : turned <= -Math.PI / 2 ? turned + Math.PI : turned,
  };
};

/** The rectangle of least area around a convex hull, upright where that is hardly larger. One side of it lies along a side of the hull. */
export const rectangleAroundHull = (hull: readonly Point[]): Rectangle => {
  const upright = rectangleAround(hull, 0);
  let least = upright;
  hull.forEach((from, i) => {
    const to = hull[(i + 1) % hull.length] ?? from;
    const turned = rectangleAround(hull, Math.atan2(to[1] - from[1], to[0] - from[0]));
    if (areaOf(turned) < areaOf(least)) least = turned;
  });
  return areaOf(least) < WORTH_TURNING * areaOf(upright) ? readable(least) : upright;
};

/** The same around the convex hull of points. */
export const minimumRectangle = (points: readonly Point[]): Rectangle =>
  rectangleAroundHull(convexHull(points));

import type { Point } from '@pseudonymize-redact/core/text-detection';

/**
 * An affine map of the plane: (x, y) → (a x + c y + e, b x + d y + f), as in SVG's matrix(a b c d e f).
 */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

type Point3 = [number, number, number];

/** The steps from a voxel index over the world to the canvas, as vtk.js and Cornerstone give them. */
export interface ImagePlane {
  indexToWorld(index: Point3): Point3;
  worldToCanvas(world: Point3): readonly [number, number];
}

export const applyAffine = ([a, b, c, d, e, f]: Affine, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** @throws RangeError where the map is flat, as while a viewport has no size */
export const invertAffine = ([a, b, c, d, e, f]: Affine): Affine => {
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(determinant)) throw new RangeError('the map cannot be inverted');
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
};

/**
 * The map from image pixels (edge coordinates) to canvas pixels. A stack is shown by a parallel projection, so three
 * points tell it whole, whatever the pixel spacing, zoom, rotation or flip. An index counts pixel centres, so the
 * edge 0 lies at index −0.5. Cornerstone's imageToWorldCoords is no help: it swaps row and column spacing.
 */
export const imageToCanvas = (plane: ImagePlane): Affine => {
  const place = (x: number, y: number): readonly [number, number] =>
    plane.worldToCanvas(plane.indexToWorld([x - 0.5, y - 0.5, 0]));
  const [origin, alongRow, alongColumn] = [place(0, 0), place(1, 0), place(0, 1)];
  return [
    alongRow[0] - origin[0],
    alongRow[1] - origin[1],
    alongColumn[0] - origin[0],
    alongColumn[1] - origin[1],
    origin[0],
    origin[1],
  ];
};

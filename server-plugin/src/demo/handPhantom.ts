// The bones and the soft tissue of a left hand, seen from the back: millimetres from the top left corner of the image, thicknesses in
// millimetres along the ray. The fifth metacarpal is broken at its neck.
import { grainTexture } from './random.ts';

type Point = readonly [number, number];

/** A long bone or a finger: radii at its ends and in the middle, and what share of the middle's radius is marrow. */
interface Rod {
  readonly from: Point;
  readonly to: Point;
  readonly ends: number;
  readonly middle: number;
  readonly marrow: number;
}

const rod = (from: Point, to: Point, ends: number, middle: number, marrow = 0.52): Rod => ({
  from,
  to,
  ends,
  middle,
  marrow,
});

/** A carpal bone: nearly round, without a shaft. */
const carpal = (from: Point, to: Point, radius: number): Rod => rod(from, to, radius, radius, SPONGY);

/** The share of marrow at the ends of bones, whose cortex is thin. */
const SPONGY = 0.88;

const METACARPALS = [
  rod([129, 171], [149, 145], 5.5, 3.6),
  rod([112, 178], [122, 124], 5.5, 3.1),
  rod([101, 177], [102, 118], 5.5, 3.2),
  rod([90, 178], [82, 125], 4.8, 2.6),
  rod([80, 179], [70, 146], 4.4, 2.7),
  // The head, bent at the break.
  rod([69.6, 142.5], [61.5, 134], 4.4, 3.1),
];

const PHALANGES = [
  rod([154, 138], [167, 115], 4.9, 3.1),
  rod([170.5, 108], [178, 93], 4.2, 2.1),
  rod([124.5, 112], [132, 77], 4.9, 3.0),
  rod([134, 69], [139, 50], 4.0, 2.4),
  rod([140.5, 43.5], [143.5, 31], 3.2, 1.6),
  rod([102.5, 105], [103, 66], 5.0, 3.1),
  rod([103.2, 58], [103.8, 34], 4.1, 2.5),
  rod([104, 27.5], [104, 14], 3.3, 1.6),
  rod([80, 113], [73, 76], 4.7, 2.9),
  rod([71.5, 68], [67, 45], 3.9, 2.3),
  rod([65.6, 38.5], [62.7, 26], 3.1, 1.6),
  rod([58, 126], [49.5, 98], 4.0, 2.4),
  rod([47.5, 91.5], [42.8, 76], 3.3, 2.0),
  rod([41, 70], [37.5, 58.5], 2.7, 1.4),
];

const FOREARM = [rod([109, 211], [112, 262], 13, 8), rod([85, 213], [84, 262], 7.5, 6)];

const CARPALS = [
  carpal([114, 201], [121, 192], 6),
  carpal([103, 204], [105, 202], 6.6),
  carpal([91, 201], [92, 199], 6),
  carpal([86.5, 200], [87, 199], 4),
  carpal([124, 184], [127, 182], 6),
  carpal([113.5, 187], [114.5, 185.5], 4.8),
  carpal([102, 193], [102, 186], 5.8),
  carpal([91, 191], [91.5, 187], 5.8),
];

const BONES = [...METACARPALS, ...PHALANGES, ...FOREARM, ...CARPALS];

const FLESH = [
  rod([138, 156], [179, 90], 8.5, 11),
  rod([121, 128], [143.5, 30], 7, 9),
  rod([102, 122], [104, 13], 7, 9.3),
  rod([82, 128], [62.5, 25], 6.8, 8.6),
  rod([64, 137], [37.3, 57], 6, 7.6),
  rod([123, 112], [107, 205], 10, 17),
  rod([103, 106], [101, 205], 10, 16),
  rod([81, 112], [93, 205], 9.6, 15),
  rod([62, 128], [88, 205], 8.6, 14),
  rod([138, 156], [110, 200], 12, 15),
  rod([107, 200], [110, 270], 19, 18),
  rod([89, 200], [88, 270], 17, 16),
];

/** Images of thickness, row by row. */
export interface HandThickness {
  readonly bone: Float32Array;
  readonly flesh: Float32Array;
}

/** Calls back with the distance from the axis and the radius there, in millimetres, for each pixel of the rod. */
const raster = (
  { from, to, ends, middle }: Rod,
  [columns, rows, pixelMillimetres]: readonly [number, number, number],
  visit: (at: number, distance: number, radius: number, along: number) => void,
): void => {
  const reach = Math.max(ends, middle);
  const range = (low: number, high: number, limit: number): readonly [number, number] => [
    Math.max(0, Math.floor((low - reach) / pixelMillimetres)),
    Math.min(limit - 1, Math.ceil((high + reach) / pixelMillimetres)),
  ];
  const [left, right] = range(Math.min(from[0], to[0]), Math.max(from[0], to[0]), columns);
  const [top, bottom] = range(Math.min(from[1], to[1]), Math.max(from[1], to[1]), rows);
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const square = dx * dx + dy * dy;
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const px = (column + 0.5) * pixelMillimetres - from[0];
      const py = (row + 0.5) * pixelMillimetres - from[1];
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / square));
      // Beyond its ends a rod is blunt, not a half ball.
      const overhang = (px * dx + py * dy - t * square) / Math.sqrt(square);
      const distance = Math.sqrt((px - t * dx) ** 2 + (py - t * dy) ** 2 + 1.6 * overhang ** 2);
      const along = Math.abs(2 * t - 1);
      const radius = middle + (ends - middle) * along * along * along;
      if (distance < radius) visit(row * columns + column, distance, radius, along);
    }
};

const chord = (radius: number, distance: number): number =>
  distance < radius ? 2 * Math.sqrt(radius * radius - distance * distance) : 0;

/** How much bone and flesh each ray meets. */
export const handThickness = (columns: number, rows: number, pixelMillimetres: number): HandThickness => {
  const grid = [columns, rows, pixelMillimetres] as const;
  const bone = new Float32Array(columns * rows);
  const flesh = new Float32Array(columns * rows);
  const grain = grainTexture(columns, rows, 11);
  // Fingers and palm flow into each other: the fourth root of the sum of fourth powers has no creases.
  for (const part of FLESH)
    raster(
      part,
      grid,
      (at, distance, radius) => (flesh[at] = (flesh[at] ?? 0) + chord(radius, distance) ** 4),
    );
  for (let at = 0; at < flesh.length; at++) flesh[at] = (flesh[at] ?? 0) ** 0.25;
  for (const part of BONES) {
    raster(part, grid, (at, distance, radius, along) => {
      const marrow = chord(radius * (part.marrow + (SPONGY - part.marrow) * along), distance);
      const sponge = 0.26 + 0.07 * along * (grain[at] ?? 0);
      bone[at] = (bone[at] ?? 0) + chord(radius, distance) - marrow * (1 - sponge);
    });
  }
  return { bone, flesh };
};

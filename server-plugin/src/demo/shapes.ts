/** An ellipse of one density, in millimetres around the centre of the image; with `power` above 2 nearer to a rectangle. */
export interface Shape {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Density in Hounsfield units. */
  readonly hu: number;
  /** Radians, clockwise as seen. @default 0 */
  readonly angle?: number;
  /** @default 2 */
  readonly power?: number;
  /** Density gained per millimetre downward from the middle: blood sinks to the back of the lungs. @default 0 */
  readonly slope?: number;
  /** Paints only where the density so far lies between these. */
  readonly onlyOver?: readonly [number, number];
  /** Paints only below this height of the image. */
  readonly clip?: { readonly below: number };
}

/** A square slice of densities. */
export interface DensitySlice {
  readonly size: number;
  readonly pixelMillimetres: number;
  readonly densities: Float32Array;
}

/** Radius of the ellipse below which a point is inside whatever the power. */
const INSIDE = 0.9;
/** How far the edge of a shape of high power (up to 2.6) lies outside its ellipse, at most. */
const CORNER = 1.1;

const EVERYWHERE = [-Infinity, Infinity] as const;

/** Paints one shape over what is there, its edge smoothed over one pixel. */
export const paint = ({ size, pixelMillimetres, densities }: DensitySlice, shape: Shape): void => {
  const {
    x,
    y,
    rx,
    ry,
    hu,
    angle = 0,
    power = 2,
    slope = 0,
    onlyOver: [low, high] = EVERYWHERE,
    clip,
  } = shape;
  const indexOf = (millimetres: number): number =>
    Math.min(size - 1, Math.max(0, Math.round(millimetres / pixelMillimetres + size / 2)));
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const across = Math.hypot(rx * cos, ry * sin) * CORNER + pixelMillimetres;
  const down = Math.hypot(rx * sin, ry * cos) * CORNER + pixelMillimetres;
  const edge = Math.min(rx, ry) / pixelMillimetres;
  const outside = CORNER + 1 / edge;
  const [left, right] = [indexOf(x - across), indexOf(x + across)];
  const [top, bottom] = [indexOf(Math.max(y - down, clip?.below ?? -Infinity)), indexOf(y + down)];
  for (let row = top; row <= bottom; row++) {
    const dy = (row + 0.5 - size / 2) * pixelMillimetres - y;
    for (let column = left; column <= right; column++) {
      const dx = (column + 0.5 - size / 2) * pixelMillimetres - x;
      const u = Math.abs(dx * cos + dy * sin) / rx;
      const v = Math.abs(dy * cos - dx * sin) / ry;
      const ellipse = Math.sqrt(u * u + v * v);
      if (ellipse > outside) continue;
      const radius = power === 2 || ellipse < INSIDE ? ellipse : (u ** power + v ** power) ** (1 / power);
      const coverage = Math.min(1, Math.max(0, 0.5 + (1 - radius) * edge));
      const at = row * size + column;
      const before = densities[at] ?? 0;
      if (coverage === 0 || before < low || before > high) continue;
      densities[at] = before * (1 - coverage) + (hu + slope * dy) * coverage;
    }
  }
};

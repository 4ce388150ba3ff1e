import type { Random } from './random.ts';

/** Grey values without text, 0 to 255, row by row. */
export type Background = (width: number, height: number, random: Random) => Uint8ClampedArray;

const painted = (width: number, height: number, value: (x: number, y: number) => number): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));

/** Smooth shapes: sums of Gaussian blobs. */
const blobs = (
  width: number,
  height: number,
  count: number,
  random: Random,
): ((x: number, y: number) => number) => {
  const centres = Array.from({ length: count }, () => ({
    x: random.between(0, width),
    y: random.between(0, height),
    across: random.between(0.05, 0.3) * width,
    down: random.between(0.05, 0.3) * height,
    height: random.between(-60, 110),
  }));
  return (x, y) =>
    centres.reduce(
      (sum, blob) =>
        sum + blob.height * Math.exp(-(((x - blob.x) / blob.across) ** 2) - ((y - blob.y) / blob.down) ** 2),
      0,
    );
};

const black: Background = (width, height) => new Uint8ClampedArray(width * height);

/** A sector of multiplicative speckle below the probe, black outside. */
const ultrasound: Background = (width, height, random) => {
  const tissue = blobs(width, height, 12, random);
  const depth = random.between(0.75, 0.95) * height;
  return painted(width, height, (x, y) => {
    const [dx, dy] = [x - width / 2, y - 0.06 * height];
    const distance = Math.hypot(dx, dy);
    const isInside = dy > 0 && distance > 0.08 * height && distance < depth && Math.abs(dx) < 0.9 * dy;
    const speckle = Math.sqrt(-Math.log(1 - random.unit()));
    return isInside ? Math.max(0, 60 + tissue(x, y)) * speckle * 0.7 : 0;
  });
};

/** A bright body on black with ribs and noise, as in projection radiography. */
const radiograph: Background = (width, height, random) => {
  const tissue = blobs(width, height, 16, random);
  const [spacing, tilt] = [random.between(30, 70), random.between(-0.4, 0.4)];
  return painted(width, height, (x, y) => {
    const body = 120 * Math.exp(-(((x - width / 2) / (0.42 * width)) ** 6));
    const ribs = 14 * Math.sin((2 * Math.PI * (y + tilt * Math.abs(x - width / 2))) / spacing);
    return (body / 120) * (body + tissue(x, y) + ribs) + 8 * random.unit();
  });
};

/** An ellipse with a bright rim, organs and noise, as a slice of a body. */
const slice: Background = (width, height, random) => {
  const organs = blobs(width, height, 14, random);
  const [a, b] = [random.between(0.3, 0.44) * width, random.between(0.26, 0.4) * height];
  return painted(width, height, (x, y) => {
    const radius = Math.hypot((x - width / 2) / a, (y - height / 2) / b);
    if (radius > 1) return 3 * random.unit();
    return (radius > 0.96 ? 150 : 80 + organs(x, y)) + 18 * (random.unit() - 0.5);
  });
};

export const BACKGROUNDS: readonly Background[] = [black, ultrasound, radiograph, slice];

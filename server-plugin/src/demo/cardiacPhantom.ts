// A heart in the apical four-chamber view: lengths in millimetres, the probe at the origin, y into the body, x to the image's right.

/** 0 at end diastole, 1 at end systole. */
export type Contraction = number;

/** Contraction at a point of the heart cycle (0 to 1): systole is shorter than diastole. */
export const contractionAt = (cycle: number): Contraction =>
  cycle < 0.4
    ? Math.sin((cycle / 0.4) * (Math.PI / 2)) ** 2
    : Math.cos(((cycle - 0.4) / 0.6) * (Math.PI / 2)) ** 3;

interface Chamber {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** To the image's right for positive values, seen from the apex. */
  readonly tiltRadians: number;
}

/** Signed distance to the wall of an egg-like shape, roughly; negative inside. */
const wallDistance = ({
  x,
  y,
  halfWidth,
  halfHeight,
  tiltRadians,
}: Chamber): ((px: number, py: number) => number) => {
  const cos = Math.cos(tiltRadians);
  const sin = Math.sin(tiltRadians);
  const smaller = Math.min(halfWidth, halfHeight);
  return (px, py) => {
    const across = ((px - x) * cos + (py - y) * sin) / halfWidth;
    const along = ((py - y) * cos - (px - x) * sin) / halfHeight;
    return (Math.sqrt(across * across + along * along) - 1) * smaller;
  };
};

const segmentDistance = (
  x: number,
  y: number,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): number => {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  const across = x - x0 - t * dx;
  const along = y - y0 - t * dy;
  return Math.sqrt(across * across + along * along);
};

const BLOOD_DECIBELS = -64;
const MUSCLE_DECIBELS = -31;
const LUNG_DECIBELS = -43;
const PERICARDIUM_DECIBELS = -11;
const LEAFLET_DECIBELS = -20;
const CHEST_WALL_MILLIMETRES = 13;

/** No tissue is even. */
const unevenness = (x: number, y: number): number =>
  2.5 * Math.sin(0.11 * x + 0.19 * y) +
  2 * Math.sin(0.23 * x - 0.08 * y + 1) +
  1.5 * Math.sin(0.41 * y + 0.3 * x + 2);

/** How brightly a point scatters, in decibels below the brightest echo. */
export type Echogenicity = (x: number, y: number) => number;

/** The heart at one state of contraction. */
export const heartAt = (contraction: Contraction): Echogenicity => {
  const squeeze = 1 - 0.22 * contraction;
  const fill = 1 + 0.1 * contraction;
  /** The plane of the valves moves toward the apex in systole. */
  const annulus = 100 - 9 * contraction;
  const chambers = [
    // Left and right ventricle, left and right atrium: each pair is open to the other where the valve stands.
    { x: 19, y: 62 - 3 * contraction, halfWidth: 21 * squeeze, halfHeight: annulus - 56, tiltRadians: -0.13 },
    {
      x: -23,
      y: 68 - 3 * contraction,
      halfWidth: 14.5 * squeeze,
      halfHeight: annulus - 62,
      tiltRadians: 0.17,
    },
    { x: 20, y: annulus + 21, halfWidth: 19 * fill, halfHeight: 22, tiltRadians: 0 },
    { x: -23, y: annulus + 17, halfWidth: 17 * fill, halfHeight: 21, tiltRadians: 0 },
  ].map(wallDistance);
  const pericardium = wallDistance({
    x: -1,
    y: 80,
    halfWidth: 53 - 3 * contraction,
    halfHeight: 65,
    tiltRadians: 0,
  });

  /** Closed in systole, hanging into the ventricles in diastole. */
  const open = Math.max(0, 1 - 2.2 * contraction);
  const leaflets = [
    { hinge: [3, annulus + 1], tip: [20 - 9 * open, annulus - 5 - 15 * open] },
    { hinge: [36, annulus + 1], tip: [21 + 9 * open, annulus - 5 - 9 * open] },
    { hinge: [-9, annulus - 4], tip: [-22 + 7 * open, annulus - 7 - 12 * open] },
    { hinge: [-37, annulus - 4], tip: [-24 - 8 * open, annulus - 7 - 10 * open] },
  ] as const;

  return (x, y) => {
    if (y < CHEST_WALL_MILLIMETRES) return -24 + 4 * Math.sin(1.9 * y) + unevenness(x, y);
    const uneven = unevenness(x, y);
    const outside = pericardium(x, y);
    // Echoes between the layers of the pericardium repeat behind it, ever fainter.
    const bright =
      PERICARDIUM_DECIBELS -
      10 * Math.exp(-(((y - 80) / 26) ** 2)) -
      (outside < 0 ? 13 : 7) * Math.abs(outside);
    if (outside > 2.5) return Math.max(bright, LUNG_DECIBELS - 0.06 * y + 2 * uneven);
    let chamber = Infinity;
    for (const distance of chambers) chamber = Math.min(chamber, distance(x, y));
    let level =
      chamber < 0
        ? BLOOD_DECIBELS + 24 * Math.exp(chamber / 1.1)
        : MUSCLE_DECIBELS - 0.03 * y + uneven + 6 * Math.exp(-((chamber / 1.5) ** 2));
    level = Math.max(level, bright);
    for (const { hinge, tip } of leaflets)
      level = Math.max(level, LEAFLET_DECIBELS - 11 * Math.max(0, segmentDistance(x, y, hinge, tip) - 0.6));
    return level;
  };
};

/** Where the tissue that is now at (x, y) lay at end diastole: the speckle of tissue moves with it. */
export const restingPlace = (x: number, y: number, contraction: Contraction): readonly [number, number] => {
  const dx = x - 6;
  const dy = y - 75;
  const pull = 0.13 * contraction * Math.exp(-(dx * dx + dy * dy) / 3200);
  return [x + dx * pull, y + dy * pull];
};

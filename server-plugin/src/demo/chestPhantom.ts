// A chest on a CT table, as shapes of one density each: millimetres, x to the patient's left, y to the back, z to the head with 0 at
// the dome of the diaphragm; densities in Hounsfield units, vessels with contrast agent.
import { lungVessels } from './lungVessels.ts';
import type { Shape } from './shapes.ts';

/** Height of the apex of the lungs. */
const APEX = 176;

const FAT = -95;
const MUSCLE = 55;
const CORTEX = 620;
const MARROW = 190;
const AIR = -990;
const BLOOD = 230;

/** The nodule shrinks between the first study and the follow-up. */
export interface ChestOptions {
  readonly noduleRadius: number;
}

const both = (shape: Shape): readonly Shape[] => [
  shape,
  { ...shape, x: -shape.x, angle: -(shape.angle ?? 0) },
];

/** 1 between `from` and `to`, falling to 0 over `soft` millimetres outside. */
const within = (z: number, from: number, to: number, soft = 1): number =>
  Math.min(1, Math.max(0, 1 - (from - z) / soft), Math.max(0, 1 - (z - to) / soft));

const table = (): readonly Shape[] => [
  { x: 0, y: 20, rx: 250, ry: 122, hu: -350, clip: { below: 88 } },
  { x: 0, y: 17, rx: 247, ry: 122, hu: -1000, clip: { below: 88 } },
];

const bodyWall = (z: number): readonly Shape[] => {
  const shoulders = Math.max(0, (z - 90) / 90);
  const rx = 163 + 16 * shoulders;
  const ry = 112 - 9 * shoulders;
  const breasts = within(z, 15, 60, 40);
  return [
    ...both({ x: 80, y: -86, rx: 68 * breasts, ry: 40 * breasts, hu: 25, angle: 0.35 }),
    ...both({ x: 80, y: -86, rx: 66 * breasts, ry: 38 * breasts, hu: FAT, angle: 0.35 }),
    ...both({ x: 84, y: -106, rx: 30 * breasts, ry: 9 * breasts, hu: 5, angle: 0.5 }),
    ...both({ x: 70, y: -104, rx: 16 * breasts, ry: 7 * breasts, hu: -10, angle: -0.4 }),
    { x: 0, y: 0, rx, ry, hu: 20, power: 2.4 },
    { x: 0, y: 0, rx: rx - 2, ry: ry - 2, hu: FAT, power: 2.4 },
    { x: 0, y: 2, rx: rx - 17, ry: ry - 14, hu: MUSCLE, power: 2.3 },
    // Fat between the muscles of the wall, and the shoulder blades.
    { x: 0, y: 0, rx: rx - 26, ry: ry - 20, hu: FAT + 30, power: 2.2 },
    { x: 0, y: 0, rx: rx - 29, ry: ry - 22, hu: MUSCLE, power: 2.2 },
    ...both({ x: 104, y: 74, rx: 46, ry: 15, hu: MUSCLE, angle: -0.75 }),
    ...(z > 60
      ? both({ x: 108, y: 71, rx: Math.min(38, z - 50), ry: 4, hu: CORTEX - 180, angle: -0.78 })
      : []),
    ...(z > 60 ? both({ x: 108, y: 71, rx: Math.min(34, z - 54), ry: 1.6, hu: MARROW, angle: -0.78 }) : []),
  ];
};

/** Lungs narrow toward the apex; `half` widths of the chest cavity at this height. */
const cavityAt = (z: number): { readonly rx: number; readonly ry: number } => {
  const narrowing = Math.sqrt(Math.max(0.04, 1 - Math.max(0, (z - 40) / (APEX - 30)) ** 2.6));
  return { rx: 128 * narrowing, ry: 88 * narrowing };
};

/** Ribs run obliquely: a slice cuts each one where it crosses, so they wander along the wall with the height. */
const ribs = (z: number): readonly Shape[] => {
  const { rx, ry } = cavityAt(z);
  const shapes: Shape[] = [];
  for (let rib = 0; rib < 8; rib++) {
    const angle = -1.15 + ((rib + ((z / 23) % 1)) / 8) * 2.6;
    const x = (rx + 5) * Math.cos(angle);
    const y = (ry + 5) * Math.sin(angle);
    const along = Math.atan2(ry * Math.cos(angle), -rx * Math.sin(angle));
    const length = 15 - 3 * Math.cos(rib * 2.1);
    shapes.push(...both({ x, y, rx: length, ry: 4.6, hu: CORTEX, angle: along }));
    shapes.push(...both({ x, y, rx: length - 2, ry: 2.6, hu: MARROW, angle: along }));
  }
  return shapes;
};

const lungs = (z: number): readonly Shape[] => {
  const { rx, ry } = cavityAt(z);
  const lung = { y: 3, rx: rx * 0.47, ry: ry * 0.96, power: 2.3 } as const;
  return [
    { x: 0, y: 0, rx, ry, hu: MUSCLE - 10, power: 2.2 },
    { ...lung, x: -rx * 0.52, hu: -865, slope: 1.1 },
    { ...lung, x: rx * 0.52, hu: -865, slope: 1.1 },
  ];
};

const spine = (): readonly Shape[] => [
  ...both({ x: 27, y: 92, rx: 24, ry: 12, hu: MUSCLE + 5, angle: 0.2 }),
  { x: 0, y: 62, rx: 17.5, ry: 14, hu: CORTEX - 120 },
  { x: 0, y: 62, rx: 16, ry: 12.5, hu: MARROW },
  ...both({ x: 20, y: 80, rx: 16, ry: 4, hu: CORTEX - 200, angle: 0.35 }),
  ...both({ x: 9, y: 88, rx: 9, ry: 3.5, hu: CORTEX - 60, angle: -0.8 }),
  { x: 0, y: 96, rx: 3, ry: 9, hu: CORTEX - 60 },
  { x: 0, y: 81, rx: 9.5, ry: 7.5, hu: CORTEX - 100 },
  { x: 0, y: 81, rx: 8, ry: 6.5, hu: -20 },
  { x: 0, y: 81, rx: 5, ry: 4, hu: 40 },
];

const sternum = (z: number): readonly Shape[] => {
  const width = z > 130 ? 26 : 15;
  const y = -93 + Math.max(0, z - 100) * 0.2;
  return [
    { x: 0, y, rx: width, ry: 6, hu: CORTEX - 250 },
    { x: 0, y, rx: width - 2, ry: 4.2, hu: MARROW - 60 },
  ];
};

const heart = (z: number): readonly Shape[] => {
  const size = Math.sqrt(Math.max(0, 1 - ((z - 22) / 62) ** 2));
  if (size === 0) return [];
  const chamber = (x: number, y: number, rx: number, ry: number, hu: number, angle: number): Shape => ({
    x: 22 + x * size,
    y: -27 + y * size,
    rx: rx * size,
    ry: ry * size,
    hu,
    angle,
  });
  return [
    chamber(0, 0, 65, 50, FAT + 10, 0.55),
    chamber(0, 0, 62, 47, 80, 0.55),
    chamber(24, 8, 27, 18, BLOOD - 20, 0.6),
    chamber(-4, -22, 30, 14, BLOOD + 40, 0.3),
    chamber(-14, 26, 25, 14, BLOOD - 30, 0.1),
    chamber(-40, -6, 14, 22, BLOOD + 60, 0.2),
  ];
};

const greatVessels = (z: number): readonly Shape[] => {
  const shapes: Shape[] = [];
  const round = (x: number, y: number, r: number, hu = BLOOD): number =>
    shapes.push({ x, y, rx: r, ry: r, hu });
  if (z < 128) round(24, 47, 12.5);
  if (z > 66 && z < 122) round(-9, -30 + (z - 66) * 0.1, 16);
  if (z > 66 && z < 140) shapes.push({ x: -27, y: -22, rx: 9, ry: 11, hu: 420 });
  if (z > 70 && z < 92) {
    shapes.push({ x: 17, y: -36, rx: 14, ry: 17, hu: BLOOD + 30, angle: -0.3 });
    shapes.push({ x: -14, y: -8, rx: 38, ry: 9, hu: BLOOD + 20, angle: 0.12 });
    shapes.push({ x: 38, y: -4, rx: 22, ry: 10, hu: BLOOD + 20, angle: 0.9 });
  }
  if (z >= 118 && z < 136) shapes.push({ x: 9, y: 8, rx: 42, ry: 14, hu: BLOOD, angle: 1.02 });
  if (z >= 136) {
    round(-14, -18, 6.5);
    round(8, -8, 4.5);
    round(20, 6, 5);
    round(-27, -24, 7, 400);
    round(24, -24, 6, 120);
  }
  return shapes;
};

const airways = (z: number): readonly Shape[] => {
  const esophagus: Shape = { x: 8, y: 40, rx: 8, ry: 6, hu: 35 };
  if (z > 104)
    return [esophagus, { x: -2, y: 18, rx: 10.5, ry: 10, hu: 40 }, { x: -2, y: 18, rx: 9, ry: 8.5, hu: AIR }];
  if (z < 74) return [esophagus];
  const apart = (104 - z) * 1.05 + 8;
  return [
    esophagus,
    ...both({ x: apart, y: 14, rx: 8.5, ry: 7.5, hu: 40 }),
    ...both({ x: apart, y: 14, rx: 7, ry: 6, hu: AIR }),
  ];
};

const mediastinum = (z: number): readonly Shape[] => [
  { x: 0, y: -10, rx: 31, ry: 68, hu: FAT + 25, power: 2.6 },
  { x: 3, y: 22, rx: 36, ry: 34, hu: FAT + 45 },
  ...(z > 150 ? both({ x: 20, y: -2, rx: 12, ry: 13, hu: 110 }) : []),
];

const abdomen = (z: number): readonly Shape[] => {
  const dome = (height: number): number => Math.sqrt(Math.max(0, 1 - (Math.max(0, z) / height) ** 2));
  const liver = dome(34);
  const spleen = dome(16);
  return [
    { x: -62, y: 2, rx: 54 * liver, ry: 66 * liver, hu: 108, power: 2.2 },
    { x: 78, y: 44, rx: 30 * spleen, ry: 26 * spleen, hu: 125, angle: 0.7 },
    { x: 66, y: -6, rx: 30 * spleen, ry: 24 * spleen, hu: 30 },
    { x: 66, y: -20, rx: 22 * spleen, ry: 9 * spleen, hu: AIR },
  ];
};

/** The shapes of one slice, to be painted in this order. */
export const chestSlice = (z: number, { noduleRadius }: ChestOptions): readonly Shape[] => {
  const nodule = Math.sqrt(Math.max(0, noduleRadius ** 2 - (z - 120) ** 2));
  return [
    ...table(),
    ...bodyWall(z),
    ...lungs(z),
    ...ribs(z),
    ...lungVessels(z),
    { x: -66, y: -22, rx: nodule, ry: nodule * 0.9, hu: 45 },
    ...mediastinum(z),
    ...heart(z),
    ...greatVessels(z),
    ...airways(z),
    ...abdomen(z),
    ...sternum(z),
    ...spine(),
  ].filter(({ rx, ry }) => rx > 0 && ry > 0);
};

// The vessels of both lungs as a tree that grows by chance from the hilum; coordinates as in chestPhantom.ts.
import { seededRandom } from './random.ts';
import type { Shape } from './shapes.ts';

/** Lung, and the smoothed edges of the vessels in it. */
const LUNG = [-960, -150] as const;

/** A piece of a vessel of the lung. */
interface Branch {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  readonly radius: number;
}

const growBranches = (): readonly Branch[] => {
  const random = seededRandom(7);
  const branches: Branch[] = [];
  const grow = (from: Branch['from'], direction: Branch['from'], radius: number): void => {
    if (radius < 0.5) return;
    const length = 9 + radius * 5 * random.between(0.7, 1.2);
    const bend = (): number => random.between(-0.35, 0.35);
    const turned = [direction[0] + bend(), direction[1] + bend(), direction[2] + bend()] as const;
    const norm = Math.hypot(...turned);
    const heading = [turned[0] / norm, turned[1] / norm, turned[2] / norm] as const;
    const to = [
      from[0] + heading[0] * length,
      from[1] + heading[1] * length,
      from[2] + heading[2] * length,
    ] as const;
    branches.push({ from, to, radius });
    grow(to, heading, radius * random.between(0.76, 0.9));
    const aside = (): number => random.between(-1, 1);
    grow(
      to,
      [heading[0] + aside(), heading[1] + aside(), heading[2] + aside()],
      radius * random.between(0.55, 0.75),
    );
  };
  for (const side of [-1, 1])
    for (let index = 0; index < 17; index++) {
      const up = random.between(-1, 1);
      grow([side * 38, 0, 82 + up * 10], [side * random.between(0.4, 1), random.between(-1, 1), up], 4.2);
    }
  return branches;
};

const BRANCHES = growBranches();

/** Cuts of the vessels with one slice; only where there is lung. */
export const lungVessels = (z: number): readonly Shape[] =>
  BRANCHES.flatMap(({ from, to, radius }) => {
    const rise = to[2] - from[2];
    const nearest = Math.abs(rise) < 1e-6 ? 0.5 : Math.min(1, Math.max(0, (z - from[2]) / rise));
    const x = from[0] + (to[0] - from[0]) * nearest;
    const y = from[1] + (to[1] - from[1]) * nearest;
    const gap = Math.max(0, Math.abs(from[2] + rise * nearest - z) - 1.5);
    if (gap >= radius) return [];
    const r = Math.sqrt(radius * radius - gap * gap);
    const run = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const elongation = Math.min(3, Math.hypot(run, rise) / Math.max(Math.abs(rise), 1));
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    return [{ x, y, rx: r * elongation, ry: r, hu: radius > 1.5 ? 120 : -150, angle, onlyOver: LUNG }];
  });

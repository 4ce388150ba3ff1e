import { componentsAbove } from './components.ts';
import { minimumRectangle } from './minimumRectangle.ts';
import { CERTAIN, type ProbabilityMap } from './probabilityMap.ts';
import { areaOf, boxInside, grown, type Rectangle } from './rectangle.ts';

/** A rectangle around a text and the mean probability of its core. */
export interface ScoredRectangle {
  readonly rectangle: Rectangle;
  readonly confidence: number;
}

/** A pixel above it belongs to the core of a text; lower than PP-OCR's own .3, as are the next two: a miss is worse than a box too many. */
const CORE_PROBABILITY = 0.2;
const LEAST_CONFIDENCE = 0.3;
/** Cores are shrunk texts; this is what gives them back their size (area × ratio ÷ perimeter on each side). */
const UNCLIP_RATIO = 1.6;
/** Shorter cores are noise. In pixels of the searched picture. */
const LEAST_SIDE = 3;

/** The mean probability inside the rectangle. */
const meanInside = (map: ProbabilityMap, rectangle: Rectangle): number => {
  const box = boxInside(rectangle, map.width, map.height);
  if (box === null) return 0;
  const [cos, sin] = [Math.cos(rectangle.angle), Math.sin(rectangle.angle)];
  let sum = 0;
  let count = 0;
  const [left, right, bottom] = [Math.floor(box[0]), Math.ceil(box[2]), Math.ceil(box[3])];
  for (let y = Math.floor(box[1]); y < bottom; y += 1) {
    const dy = y + 0.5 - rectangle.y;
    for (let x = left; x < right; x += 1) {
      const dx = x + 0.5 - rectangle.x;
      const isInside =
        Math.abs(dx * cos + dy * sin) <= rectangle.halfLength &&
        Math.abs(dy * cos - dx * sin) <= rectangle.halfHeight;
      if (!isInside) continue;
      sum += map.data[y * map.width + x] ?? 0;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / (count * CERTAIN);
};

/** The detector is in doubt where it sees more than this … */
const DOUBT_PROBABILITY = 0.05;
/** … and no text, or one that it is less sure of than this. */
const LEAST_SURE = 0.5;

/** Where a map shows something that is no text, or hardly one: small type seen at its own size, and much anatomy. */
export const doubtfulRectangles = (map: ProbabilityMap): readonly Rectangle[] =>
  componentsAbove(map, DOUBT_PROBABILITY * CERTAIN).flatMap(({ outline }) => {
    const rectangle = minimumRectangle(outline);
    return meanInside(map, rectangle) < LEAST_SURE ? [rectangle] : [];
  });

/** The texts of a map of differentiable binarisation (Liao et al., AAAI 2020), in pixels of the map. */
export const textRectangles = (map: ProbabilityMap): readonly ScoredRectangle[] =>
  componentsAbove(map, CORE_PROBABILITY * CERTAIN).flatMap(({ outline }) => {
    const core = minimumRectangle(outline);
    if (2 * Math.min(core.halfLength, core.halfHeight) < LEAST_SIDE) return [];
    const confidence = meanInside(map, core);
    if (confidence < LEAST_CONFIDENCE) return [];
    const margin = (areaOf(core) * UNCLIP_RATIO) / (4 * (core.halfLength + core.halfHeight));
    return [{ rectangle: grown(core, margin), confidence }];
  });

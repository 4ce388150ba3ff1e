import { areaOf, atAngle, cornersOf, isUpended, rectangleAround, type Rectangle } from './rectangle.ts';
import type { ScoredRectangle } from './textRectangles.ts';

/** Two findings are one text if this share of the smaller lies in the larger … */
const SHARED_AREA = 0.6;
/** … and neither is much higher than the other: a text inside a large blob must outlive the blob. */
const HEIGHT_RATIO = 1.8;

/** The length that two spans have in common: `a` and `b` are half their lengths, `distance` that of their middles. */
const overlap = (distance: number, a: number, b: number): number =>
  Math.max(0, Math.min(distance + a, b) - Math.max(distance - a, -b));

/** The part of `inner`, seen in the frame of `outer`, that lies inside `outer`. */
export const shareInside = (inner: Rectangle, outer: Rectangle): number => {
  const turned = atAngle(inner, outer.angle);
  const cos = Math.cos(outer.angle);
  const sin = Math.sin(outer.angle);
  const dx = turned.x - outer.x;
  const dy = turned.y - outer.y;
  const along = overlap(dx * cos + dy * sin, turned.halfLength, outer.halfLength);
  const across = overlap(dy * cos - dx * sin, turned.halfHeight, outer.halfHeight);
  return (along * across) / areaOf(turned);
};

const isSameText = (smaller: Rectangle, larger: Rectangle): boolean => {
  const turned = atAngle(smaller, larger.angle);
  // Across the line: along it, a part of a text may be as short as it will.
  const ratio = isUpended(larger.halfLength, larger.halfHeight)
    ? turned.halfLength / larger.halfLength
    : turned.halfHeight / larger.halfHeight;
  return ratio < HEIGHT_RATIO && ratio > 1 / HEIGHT_RATIO && shareInside(smaller, larger) >= SHARED_AREA;
};

/**
 * The findings of several passes as one list: what is the same text becomes one rectangle around all of it.
 * @param combine what else becomes of two that are the same @default the larger stays
 */
export const mergeTexts = <T extends ScoredRectangle>(
  findings: readonly T[],
  combine: (larger: T, smaller: T) => T = (larger) => larger,
): readonly T[] => {
  const merged: T[] = [];
  for (const finding of findings.toSorted((a, b) => areaOf(b.rectangle) - areaOf(a.rectangle))) {
    const place = merged.findIndex(({ rectangle }) => isSameText(finding.rectangle, rectangle));
    const found = merged[place];
    if (found === undefined) {
      merged.push(finding);
      continue;
    }
    const corners = [...cornersOf(found.rectangle), ...cornersOf(finding.rectangle)];
    merged[place] = {
      ...combine(found, finding),
      rectangle: rectangleAround(corners, found.rectangle.angle),
      confidence: Math.max(found.confidence, finding.confidence),
    };
  }
  return merged;
};

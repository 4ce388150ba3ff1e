import type { GlyphGroup } from './glyphGroups.ts';
import { shareInside } from './mergeTexts.ts';
import type { Finding } from './passes.ts';
import { rectangleOf, type Rectangle } from './rectangle.ts';
import { mayBeInk } from './secondLook.ts';

/** The detector sees something in a line of any script; of an edge of bones it is less sure than this. */
const LEAST_CONFIDENCE = 0.6;
/** Bones and vessels hardly stand in a row of so many. */
const LEAST_STROKES = 3;
/** A group lies in a finding with this share of its box … */
const INSIDE_SHARE = 0.8;
/** … and takes up this share of the finding: a few strokes somewhere in a larger shape are no line of it. */
const LEAST_SHARE = 0.1;

const fills = ({ box }: GlyphGroup, rectangle: Rectangle): boolean =>
  shareInside(rectangleOf(box), rectangle) >= INSIDE_SHARE &&
  shareInside(rectangle, rectangleOf(box)) >= LEAST_SHARE;

/**
 * Whether what reads like nothing holds several strokes in a row, alone on a quiet ground, which look drawn: a line in a script that
 * the reader does not know.
 * @param groups of the picture that the rectangle lies in
 */
export const isDrawnLine = ({ rectangle, confidence }: Finding, groups: readonly GlyphGroup[]): boolean =>
  confidence >= LEAST_CONFIDENCE &&
  groups.some((group) => group.parts >= LEAST_STROKES && mayBeInk(group) && fills(group, rectangle));

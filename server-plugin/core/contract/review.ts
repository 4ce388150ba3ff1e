import { z } from 'zod';
import { Box, FrameRange, RegionScope } from './geometry.ts';

/** A place of text as a review keeps it. What it reads is a value of the patient's, and is not kept. */
export const ReviewedRegion = z.object({
  /** Absent: every frame. */
  frames: FrameRange.optional(),
  box: Box,
  angleDegrees: z.number().min(-180).max(180),
  source: z.enum(['detected', 'drawn']),
  textClass: z.enum(['identifying', 'unknown', 'harmless']),
  /** `proposed`: nobody has judged it. `rejected`: its pixels shall stay. */
  decision: z.enum(['proposed', 'accepted', 'rejected']),
});
export type ReviewedRegion = z.infer<typeof ReviewedRegion>;

/** The review of one SOP Instance, or what was decided for every image of a series. */
export const ReviewEntry = z.object({
  scope: RegionScope,
  /** Those that were searched for text; 1-based. */
  searchedFrames: z.array(z.int().min(1)).max(100_000),
  /** Those of them that were searched turned by 90° as well. */
  turnedFrames: z.array(z.int().min(1)).max(100_000).default([]),
  regions: z.array(ReviewedRegion).max(10_000),
});
export type ReviewEntry = z.infer<typeof ReviewEntry>;

/** The review of a study, or, on its way to the bridge, those entries of it that have changed. */
export const StudyReview = z.object({ entries: z.array(ReviewEntry).max(100_000) });
export type StudyReview = z.infer<typeof StudyReview>;

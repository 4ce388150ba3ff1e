import { z } from 'zod';
import { Box, FrameRange, Region, TextClass, Uid } from './geometry.ts';
import { ApiError } from './job.ts';

/**
 * held: waits for a decision. released: stored as it is. rejected: never stored. corrected: redacted again, with more regions.
 * superseded: a later job of the study decided anew.
 */
export const HoldState = z.enum(['held', 'released', 'rejected', 'corrected', 'superseded']);
export type HoldState = z.infer<typeof HoldState>;

/** Where text was found on a redacted image; what it says is nowhere kept. */
export const HeldText = z.object({
  /** Each of these frames may show it. */
  frames: FrameRange,
  box: Box,
  class: TextClass,
});
export type HeldText = z.infer<typeof HeldText>;

/** A SOP Instance that was de-identified and not stored. */
export const Hold = z.object({
  id: z.uuid(),
  job: z.uuid(),
  project: z.string(),
  state: HoldState,
  /** Why, from the table of errors. */
  reason: ApiError,
  texts: z.array(HeldText),
  /** Of the original; null where Orthanc does not have it any more. */
  original: z.object({ studyInstanceUID: Uid, seriesInstanceUID: Uid, sopInstanceUID: Uid }).nullable(),
  /** The job that carries the decision out, or that superseded the hold. */
  followUp: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});
export type Hold = z.infer<typeof Hold>;

/** Which holds to list; without a state, those that wait. */
export const HoldFilter = z.object({
  state: HoldState.default('held'),
  project: z.string().min(1).max(64).optional(),
  job: z.uuid().optional(),
  studyInstanceUID: Uid.optional(),
});
export type HoldFilter = z.infer<typeof HoldFilter>;

const holds = z.array(z.uuid()).min(1).max(10_000);

/** What becomes of holds. A correction's regions are added to those of the job. */
export const HoldDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('release'), holds }),
  z.object({ decision: z.literal('reject'), holds }),
  z.object({ decision: z.literal('correct'), holds, regions: z.array(Region).min(1).max(100_000) }),
]);
export type HoldDecision = z.infer<typeof HoldDecision>;

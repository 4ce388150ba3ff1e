import { z } from 'zod';
import { RegionScope } from './geometry.ts';

/** What a job says of all pixels, beside its regions. */
export const PixelSetting = z.enum(['search', 'textPolicy', 'fill', 'outsideUltrasoundRegions']);
export type PixelSetting = z.infer<typeof PixelSetting>;

/** How the regions of one SOP Instance, or of a whole series, differ. */
export const RegionChanges = z.object({
  scope: RegionScope,
  added: z.int(),
  removed: z.int(),
  /** Moved, resized, turned, or on other frames. */
  changed: z.int(),
});
export type RegionChanges = z.infer<typeof RegionChanges>;

/** What a job does otherwise than the one before it of the same study and project. The UIDs are the originals'. */
export const JobChanges = z.object({
  earlier: z.object({
    job: z.uuid(),
    endedAt: z.iso.datetime(),
    /** Null where it was done before that was recorded. */
    profile: z.string().nullable(),
    product: z.string().nullable(),
  }),
  profile: z.string(),
  product: z.string(),
  /** Options of PS3.15 section E.3 that one of them uses and the other does not. */
  options: z.array(z.object({ option: z.string(), used: z.boolean() })),
  /** Attributes, by keyword or tag, to which something else happens: action codes, the Basic Profile's as printed in Table E.1-1. */
  attributes: z.array(z.object({ attribute: z.string(), before: z.string(), now: z.string() })),
  settings: z.array(PixelSetting),
  regions: z.array(RegionChanges),
});
export type JobChanges = z.infer<typeof JobChanges>;

/** Null: no job of the study was completed in the project before. */
export const JobComparison = z.object({ changes: JobChanges.nullable() });
export type JobComparison = z.infer<typeof JobComparison>;

import { z } from 'zod';
import { Fill, Region, RegionScope, Uid } from './geometry.ts';

/**
 * What a job blanks of the text that it finds itself: everything, or all but what is known to tell nothing about a person. To blank
 * identifying text only takes a reviewer.
 */
export const TextPolicy = z.enum(['all-text', 'keep-harmless']);
export type TextPolicy = z.infer<typeof TextPolicy>;

/** As a project names it: a preset, or a file. */
export const ProfileName = z.string().min(1).max(255);

/** What asks for a de-identified copy of a study. */
export const JobRequest = z.object({
  studyInstanceUID: Uid,
  project: z.string().min(1).max(64).default('default'),
  /** One of those that the project allows. @default the project's own */
  profile: ProfileName.optional(),
  regions: z.array(Region).max(100_000),
  /** "auto": the bridge searches every frame for text and blanks it, beside the regions. */
  search: z.enum(['none', 'auto']).default('none'),
  /** What is blanked of the text that the bridge finds. @default what the project says */
  textPolicy: TextPolicy.optional(),
  fill: Fill.default('darkest'),
  /** Images of which everything outside their ultrasound regions (0018,6011) is blanked; one that has none is refused. */
  outsideUltrasoundRegions: z.array(RegionScope).max(10_000).default([]),
  /** SOP Instances of which every frame has been searched for text or looked at: what the job does not change is not searched again. */
  searched: z.array(Uid).max(100_000).default([]),
});
export type JobRequest = z.infer<typeof JobRequest>;
/** As a client may write it: fields with defaults left out. */
export type JobRequestInput = z.input<typeof JobRequest>;

/** pg-boss' own words. */
export const JobState = z.enum(['created', 'retry', 'active', 'completed', 'cancelled', 'failed']);
export type JobState = z.infer<typeof JobState>;

/** An error of the table, as the API tells it; `where` never holds a value of a dataset. */
export const ApiError = z.object({ code: z.string(), message: z.string(), where: z.string().nullable() });
export type ApiError = z.infer<typeof ApiError>;

/** Regions by the class of the text that was found there; drawn: added by hand; outside: around ultrasound regions. */
export const RegionCounts = z.object({
  identifying: z.int(),
  unknown: z.int(),
  harmless: z.int(),
  drawn: z.int(),
  outside: z.int(),
});
export type RegionCounts = z.infer<typeof RegionCounts>;

export const NO_REGIONS: RegionCounts = { identifying: 0, unknown: 0, harmless: 0, drawn: 0, outside: 0 };

/** What a job has done so far: counts only. */
export const JobReport = z.object({
  /** SOP Instances that were de-identified, those on hold included. */
  instances: z.int(),
  /** Frames that were redacted. */
  frames: z.int(),
  /** Regions, counted once for each instance. */
  regions: z.int(),
  /** Those of jobs from before they were counted stand in none. */
  regionsByClass: RegionCounts.default(NO_REGIONS),
  /** Frames that were encoded anew. */
  reencodings: z.int(),
  /** Instances that are not stored because text was found on them after redaction. */
  holds: z.int(),
});
export type JobReport = z.infer<typeof JobReport>;

export const Job = z.object({
  id: z.uuid(),
  project: z.string(),
  state: JobState,
  instances: z.object({ total: z.int(), done: z.int() }),
  /** Set when the state is "failed" or "retry". */
  error: ApiError.nullable(),
  report: JobReport,
  /** Set when the state is "completed" and something was stored where the viewer shows it: the Study Instance UID of the copy, a pseudonym. */
  copy: z.object({ studyInstanceUID: Uid }).nullable(),
  createdAt: z.iso.datetime(),
});
export type Job = z.infer<typeof Job>;

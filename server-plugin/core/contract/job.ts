import { z } from 'zod';
import { Region, Uid } from './geometry.ts';

/** What asks for a de-identified copy of a study. */
export const JobRequest = z.object({
  studyInstanceUID: Uid,
  project: z.string().min(1).max(64).default('default'),
  regions: z.array(Region).max(100_000),
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

export const Job = z.object({
  id: z.uuid(),
  project: z.string(),
  state: JobState,
  instances: z.object({ total: z.int(), done: z.int() }),
  /** Set when the state is "failed" or "retry". */
  error: ApiError.nullable(),
  /** Set when the state is "completed": the Study Instance UID of the copy, a pseudonym. */
  copy: z.object({ studyInstanceUID: Uid }).nullable(),
  createdAt: z.iso.datetime(),
});
export type Job = z.infer<typeof Job>;

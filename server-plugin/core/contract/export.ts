import { z } from 'zod';
import { Job } from './job.ts';

/** A job with what an administrator asks about it. */
export const AdminJob = Job.extend({
  /** The export that it belongs to; null: somebody asked for it in the viewer. */
  export: z.string().nullable(),
  /** How often it was begun. */
  attempts: z.int(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type AdminJob = z.infer<typeof AdminJob>;

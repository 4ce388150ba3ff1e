import { z } from 'zod';
import { ApiError } from './job.ts';
import { Uid } from './geometry.ts';

/** Who a patient is and who the copy will name; shown to the authorised user only, never stored or logged. */
export const Person = z.object({ patientName: z.string(), patientID: z.string() });
export type Person = z.infer<typeof Person>;

export const StudyPreview = z.object({
  studyInstanceUID: Uid,
  project: z.string(),
  original: Person,
  pseudonym: Person,
  /** The Study Instance UID that the copy will have. */
  copyStudyInstanceUID: Uid,
  /** Whether a copy with that UID is stored already. */
  copyExists: z.boolean(),
  instances: z.int(),
  /** Why instances of the study would be refused, and how many. */
  refusals: z.array(z.object({ error: ApiError, instances: z.int() })),
});
export type StudyPreview = z.infer<typeof StudyPreview>;

export const Project = z.object({ id: z.string(), name: z.string(), profile: z.string() });
export type Project = z.infer<typeof Project>;

/** Whether the bridge's own parts answer. */
export const Health = z.object({ orthanc: z.enum(['reachable', 'unreachable']) });
export type Health = z.infer<typeof Health>;

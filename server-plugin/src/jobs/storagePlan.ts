import { Uid } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';

/**
 * What storing the copies of a job will change at their destination, decided once and kept with the job before the first copy is stored, so
 * that any worker on any machine can go on with it or take all of it back. Identical copies of other jobs are not in it.
 */
export const StoragePlan = z.object({
  /** Orthanc's identifiers; what has arrived in the study since then belongs to another job. */
  originals: z.array(z.string()),
  copyStudyInstanceUID: Uid,
  /** SOP Instance UIDs of the copies. */
  created: z.array(Uid),
  /** SOP Instance UIDs of older copies that differ; they are set aside. */
  replaced: z.array(Uid),
  /** The job that had marked the copied study before; null: there was none. */
  previousJob: z.string().nullable(),
});
export type StoragePlan = z.infer<typeof StoragePlan>;

import type { QueuedJob } from '../queue/jobQueue.ts';
import type { JobRecord } from './jobRecord.ts';

/** Above all jobs of exports: somebody waits before a screen. */
const INTERACTIVE_PRIORITY = 1_000_000;

/**
 * A job's place in the queue. The jobs of exports go by their rank, which counts the jobs of one project: so projects take turns,
 * however many jobs each of them has.
 */
export const queuedJobOf = (
  { id, rank }: Pick<JobRecord, 'id' | 'rank'>,
  startAfter: Date | null,
): QueuedJob => ({ id, priority: rank === 0 ? INTERACTIVE_PRIORITY : -rank, startAfter });

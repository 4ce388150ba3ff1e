import { Readable } from 'node:stream';
import type { Job } from '@pseudonymize-redact/core/contract';
import { isFinal, jobOf, type JobRecord } from '../jobs/jobRecord.ts';
import type { JobService } from '../jobs/jobService.ts';

/** Keeps proxies from closing a connection on which nothing happens. */
const HEARTBEAT_MS = 15_000;

const eventOf = (job: Job): string => `data: ${JSON.stringify(job)}\n\n`;

/**
 * The job as it is now and every change of it, as server-sent events; ends after the last.
 *
 * @throws CodedError JOB_NOT_FOUND
 */
export const jobEvents = async (jobs: JobService, id: string): Promise<Readable> => {
  const stream = new Readable({ read: () => undefined });
  const tell = (record: JobRecord): void => {
    if (stream.destroyed || stream.readableEnded) return;
    stream.push(eventOf(jobOf(record)));
    if (isFinal(record)) stream.push(null);
  };
  const end = jobs.follow(id, tell);
  const heartbeat = setInterval(() => stream.push(': \n\n'), HEARTBEAT_MS);
  stream.once('close', () => {
    end();
    clearInterval(heartbeat);
  });
  try {
    tell(await jobs.get(id));
  } catch (error) {
    stream.destroy();
    throw error;
  }
  return stream;
};

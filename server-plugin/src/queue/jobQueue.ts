import { PgBoss } from 'pg-boss';
import type { Database } from './database.ts';

const QUEUE = 'deidentify-study';
/** A night without Orthanc must not end a job: about a day of attempts, the longest pause a minute. */
const RETRY_LIMIT = 1440;
const RETRY_DELAY_SECONDS = 1;
const RETRY_DELAY_MAX_SECONDS = 60;
/** A worker that was killed is noticed after this time, and its job goes back to the queue; pg-boss' least. */
const HEARTBEAT_SECONDS = 10;
/** With pg-boss' defaults the jobs of a killed process had not returned after 45 seconds. */
const SUPERVISE_INTERVAL_SECONDS = 2;
const POLLING_INTERVAL_SECONDS = 0.5;
/** The longest that pg-boss takes: the heartbeat tells whether a job is still worked on. */
const EXPIRE_SECONDS = 24 * 3600 - 1;
/** So that a small study need not wait for a large one. */
const JOBS_AT_ONCE = 2;
const STOP_LIMIT_MS = 10_000;

/** One attempt at a job. */
export interface Attempt {
  readonly id: string;
  /** Whether the queue will not try again after this attempt. */
  readonly last: boolean;
}

/** The durable queue: what is in it survives the end of the process, even a hard one. */
export interface JobQueue {
  /** A job that is in the queue already is not added again. */
  add(id: string): Promise<void>;
  /** Calls `handler` for some jobs at once. A handler that throws asks for another attempt, later. */
  work(handler: (attempt: Attempt) => Promise<void>): Promise<void>;
  /** Waits for the handlers that run. */
  close(): Promise<void>;
}

/** @param onError told of trouble of the queue itself; it goes on by itself */
export const openJobQueue = async (
  database: Database,
  onError: (error: Error) => void,
): Promise<JobQueue> => {
  const boss = new PgBoss({
    ...database.bossOptions,
    superviseIntervalSeconds: SUPERVISE_INTERVAL_SECONDS,
    monitorIntervalSeconds: SUPERVISE_INTERVAL_SECONDS,
    schedule: false,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUE, {
    retryLimit: RETRY_LIMIT,
    retryDelay: RETRY_DELAY_SECONDS,
    retryBackoff: true,
    retryDelayMax: RETRY_DELAY_MAX_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
  });
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: POLLING_INTERVAL_SECONDS,
    localConcurrency: JOBS_AT_ONCE,
  } as const;
  return {
    add: async (id) => {
      await boss.send(QUEUE, {}, { id });
    },
    work: async (handler) => {
      await boss.work(QUEUE, options, async (jobs) => {
        for (const { id, retryCount, retryLimit } of jobs)
          await handler({ id, last: retryCount >= retryLimit });
      });
    },
    close: () => boss.stop({ graceful: true, close: false, timeout: STOP_LIMIT_MS }),
  };
};

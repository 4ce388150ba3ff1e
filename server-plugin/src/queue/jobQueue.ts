import { PgBoss } from 'pg-boss';
import type { Database } from './database.ts';

const QUEUE = 'deidentification';
/** A night without Orthanc must not end a job: about a day of attempts, the longest pause a minute. */
const RETRY_LIMIT = 1440;
const RETRY_DELAY_SECONDS = 1;
const RETRY_DELAY_MAX_SECONDS = 60;
/** A worker that was killed is noticed after this time, and its job goes back to the queue; pg-boss' least. */
const HEARTBEAT_SECONDS = 10;
/** With pg-boss' defaults the jobs of a killed process had not returned after 45 seconds. */
const SUPERVISE_INTERVAL_SECONDS = 2;
const POLLING_INTERVAL_SECONDS = 0.5;
/** While notices come: what is tried again or comes back from a killed worker has none. */
const NOTIFY_POLLING_INTERVAL_SECONDS = 2;
/** The longest that pg-boss takes: the heartbeat tells whether a job is still worked on. */
const EXPIRE_SECONDS = 24 * 3600 - 1;
/** A job may wait this long for its turn: pg-boss deletes what waits longer, and the next start would add it again. */
const RETENTION_SECONDS = 365 * 24 * 3600;
/** Of the rows of ended jobs; ours are kept apart. */
const DELETE_AFTER_SECONDS = 24 * 3600;
const STOP_LIMIT_MS = 10_000;
/** In one statement; a statement of them is about a megabyte. */
const MOST_ADDED = 5000;

/** SQL: the ids of the jobs that are in the queue, as text. */
export const QUEUED_IDS = `SELECT singleton_key FROM pgboss.job
  WHERE name = '${QUEUE}' AND state <= 'active' AND policy = 'exclusive'`;

/** A job as it is queued. */
export interface QueuedJob {
  readonly id: string;
  /** The larger the sooner. */
  readonly priority: number;
  /** Not before; null: at once. */
  readonly startAfter: Date | null;
}

/** One attempt at a job. */
export interface Attempt {
  readonly id: string;
  /** Whether the queue will not try again after this attempt. */
  readonly last: boolean;
}

/** The durable queue: what is in it survives the end of the process, even a hard one. */
export interface JobQueue {
  /** A job that is in the queue already is not added again. */
  add(jobs: readonly QueuedJob[]): Promise<void>;
  /** Calls `handler` for so many jobs at once. A handler that throws asks for another attempt, later. */
  work(atOnce: number, handler: (attempt: Attempt) => Promise<void>): Promise<void>;
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
    // A job is taken up when it comes; the polling is for notices that got lost.
    useListenNotify: true,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUE, {
    // At most one of each job is in it.
    policy: 'exclusive',
    notify: true,
    retryLimit: RETRY_LIMIT,
    retryDelay: RETRY_DELAY_SECONDS,
    retryBackoff: true,
    retryDelayMax: RETRY_DELAY_MAX_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    retentionSeconds: RETENTION_SECONDS,
    deleteAfterSeconds: DELETE_AFTER_SECONDS,
  });
  return {
    add: async (jobs) => {
      for (let at = 0; at < jobs.length; at += MOST_ADDED) {
        await boss.insert(
          QUEUE,
          jobs.slice(at, at + MOST_ADDED).map(({ id, priority, startAfter }) => ({
            singletonKey: id,
            priority,
            ...(startAfter === null ? {} : { startAfter }),
          })),
        );
      }
    },
    work: async (atOnce, handler) => {
      const options = {
        includeMetadata: true,
        pollingIntervalSeconds: POLLING_INTERVAL_SECONDS,
        notifyPollingIntervalSeconds: NOTIFY_POLLING_INTERVAL_SECONDS,
        localConcurrency: atOnce,
      } as const;
      const worker = await boss.work(QUEUE, options, async (jobs) => {
        for (const { singletonKey, retryCount, retryLimit } of jobs) {
          if (singletonKey !== null) await handler({ id: singletonKey, last: retryCount >= retryLimit });
        }
        // Otherwise the next job would wait for the rest of the polling interval.
        boss.notifyWorker(worker);
      });
    },
    close: () => boss.stop({ graceful: true, close: true, timeout: STOP_LIMIT_MS }),
  };
};

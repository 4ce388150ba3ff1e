import { CodedError } from '@pseudonymize-redact/core/errors';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { InstanceTexts } from './searchInstance.ts';
import type { SearchAnswer, SearchTask } from './searchThread.ts';

/** The thread's module has the ending of this one: `.ts` from source, `.js` when built. */
const THREAD_MODULE = new URL(
  `./searchThread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
).href;
/** A thread holds its models and up to about 1 GB of activations. */
const MOST_THREADS = 4;

/** Of a thread: images go with a small collection of the young ones, instead of piling up until one of everything is due. */
export const SEARCH_THREAD_LIMITS = { maxYoungGenerationSizeMb: 8 } as const;

/** Searches SOP Instances for text, in worker threads. */
export interface SearchPool {
  /**
   * All passes over all frames of one instance, read and classed.
   * @throws CodedError PART10_…, PIXELS_…, DETECTION_…
   */
  search(task: SearchTask): Promise<InstanceTexts>;
  close(): Promise<void>;
}

/** Threads start with the first search. @param threads how many instances are searched at once; more wait */
export const openSearchPool = (
  threads = Math.min(Math.max(1, availableParallelism() - 1), MOST_THREADS),
): SearchPool => {
  const pool = new Piscina<SearchTask, SearchAnswer>({
    filename: THREAD_MODULE,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Infinity,
    resourceLimits: SEARCH_THREAD_LIMITS,
  });
  return {
    search: async (task) => {
      const answer = await pool.run(task);
      if (!answer.ok) throw new CodedError(answer.code, answer.where);
      return answer.value;
    },
    close: () => pool.destroy(),
  };
};

import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DetectedText, SourceImage } from '@pseudonymize-redact/core/text-detection';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { DetectionAnswer } from './detectionThread.ts';

/** The thread's module has the ending of this one: `.ts` from source, `.js` when built. */
const THREAD_MODULE = new URL(
  `./detectionThread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
).href;
/** A thread holds its models and up to about 1 GB of activations. */
const MOST_THREADS = 4;

export interface DetectionPool {
  /**
   * All passes over one frame, read and with anatomy dropped.
   * @throws CodedError DETECTION_…
   */
  detect(image: SourceImage): Promise<readonly DetectedText[]>;
  close(): Promise<void>;
}

/** @param threads how many frames are searched at once; more wait */
export const openDetectionPool = (
  threads = Math.min(Math.max(1, availableParallelism() - 1), MOST_THREADS),
): DetectionPool => {
  const pool = new Piscina<SourceImage, DetectionAnswer>({
    filename: THREAD_MODULE,
    minThreads: 0,
    maxThreads: threads,
  });
  return {
    detect: async (image) => {
      const answer = await pool.run(image);
      if (!answer.ok) throw new CodedError(answer.code, answer.where);
      return answer.texts;
    },
    close: () => pool.destroy(),
  };
};

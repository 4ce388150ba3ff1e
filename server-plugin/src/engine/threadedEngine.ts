import { availableParallelism } from 'node:os';
import type { KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { Piscina } from 'piscina';
import type { PictureRequest } from './drawCopy.ts';
import type { Engine, InspectRequest, InstanceInput, InstanceRequest, ProjectChoice } from './engine.ts';
import type { ThreadAnswer, ThreadTask, ThreadValue } from './engineThread.ts';

/** The thread's module has the ending of this one: `.ts` from source, `.js` when built. */
const THREAD_MODULE = new URL(
  `./engineThread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
).href;

/** A buffer that holds nothing else moves to the thread; of another one the bytes are copied. */
const ownedBy = (input: InstanceInput): readonly ArrayBuffer[] => {
  if (typeof input === 'string') return [];
  const { buffer } = input;
  return buffer instanceof ArrayBuffer && buffer.byteLength === input.byteLength ? [buffer] : [];
};

/**
 * The engine in worker threads, so that the event loop of the bridge stays free. Each thread opens the projects of the data
 * folder itself: keys are never sent between threads.
 *
 * @param threads how many instances are worked on at once; more wait
 */
export const threadedEngine = (
  dataFolder: string,
  threads = Math.max(1, availableParallelism() - 1),
): Engine => {
  const pool = new Piscina<ThreadTask, ThreadAnswer>({
    filename: THREAD_MODULE,
    workerData: { dataFolder },
    minThreads: 1,
    maxThreads: threads,
  });

  const run = async <K extends ThreadTask['kind']>(
    task: ThreadTask & { kind: K },
  ): Promise<ThreadValue[K]> => {
    const answer = await pool.run(task, { transferList: ownedBy(task.input) });
    if (!answer.ok) throw new CodedError(answer.code, answer.where);
    return answer.value as ThreadValue[K];
  };

  return {
    deidentify: (input: InstanceInput, request: InstanceRequest) =>
      run({ kind: 'deidentify', input, request }),
    known: (input: InstanceInput, choice: ProjectChoice) => run({ kind: 'known', input, choice }),
    identity: (input: InstanceInput, choice: ProjectChoice, known: KnownValues) =>
      run({ kind: 'identity', input, choice, known }),
    preview: (input: InstanceInput, choice: ProjectChoice, known: KnownValues) =>
      run({ kind: 'preview', input, choice, known }),
    previewAttributes: (input: InstanceInput, choice: ProjectChoice, known: KnownValues) =>
      run({ kind: 'previewAttributes', input, choice, known }),
    inspect: (input: InstanceInput, request: InspectRequest) => run({ kind: 'inspect', input, request }),
    picture: (input: InstanceInput, request: PictureRequest) => run({ kind: 'picture', input, request }),
    close: () => pool.destroy(),
  };
};

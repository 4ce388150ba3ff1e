import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { Piscina } from 'piscina';
import type { PictureRequest } from './drawCopy.ts';
import type { People } from '../vault/people.ts';
import { answerThreads } from './peopleChannel.ts';
import type { OrthancAccess } from '../config/config.ts';
import type {
  Engine,
  InspectRequest,
  InstanceInput,
  InstanceRequest,
  ProjectChoice,
  RemoteInstance,
} from './engine.ts';
import type { ThreadAnswer, ThreadData, ThreadTask, ThreadValue } from './engineThread.ts';

/** The thread's module has the ending of this one: `.ts` from source, `.js` when built. */
const THREAD_MODULE = new URL(
  `./engineThread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
).href;

/** While it works on one, others come from Orthanc. */
const TASKS_OF_A_THREAD = 4;

/**
 * Files that have been worked on go with a small collection of the young ones. With Node's own size they would pile up until a collection
 * of everything is due, a dozen times in a series.
 */
const YOUNG_GENERATION_MEBIBYTES = 8;

/** A buffer that holds nothing else moves to the thread; of another one the bytes are copied. */
const ownedBy = (input: InstanceInput | RemoteInstance): readonly ArrayBuffer[] => {
  if (!(input instanceof Uint8Array)) return [];
  const { buffer } = input;
  return buffer instanceof ArrayBuffer && buffer.byteLength === input.byteLength ? [buffer] : [];
};

/**
 * The engine in worker threads, so that the event loop of the bridge stays free. Each thread opens the projects of the data
 * folder itself: keys are never sent between threads.
 *
 * @param peopleOf who became whom in a project
 * @param threads how many instances are worked on at once; others wait, some of them for Orthanc
 */
export const threadedEngine = (
  dataFolder: string,
  access: OrthancAccess,
  peopleOf: (project: string) => People,
  threads = Math.max(1, availableParallelism() - 1),
): Engine => {
  const peopleChannel = `pseudonymize people ${randomUUID()}`;
  const endAnswering = answerThreads(peopleChannel, peopleOf);
  const pool = new Piscina<ThreadTask, ThreadAnswer>({
    filename: THREAD_MODULE,
    workerData: { dataFolder, access, peopleChannel } satisfies ThreadData,
    minThreads: 1,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MEBIBYTES },
    concurrentTasksPerWorker: TASKS_OF_A_THREAD,
    // A thread that slept between tasks would not notice that Orthanc has closed its connections.
    atomics: 'disabled',
  });

  const run = async <K extends ThreadTask['kind']>(
    task: ThreadTask & { kind: K },
  ): Promise<ThreadValue[K]> => {
    const answer = await pool.run(task, { transferList: ownedBy(task.input) });
    if (!answer.ok) throw new CodedError(answer.code, answer.where);
    return answer.value as ThreadValue[K];
  };

  return {
    deidentify: (input: InstanceInput | RemoteInstance, request: InstanceRequest) =>
      run({ kind: 'deidentify', input, request }),
    known: (input: InstanceInput, choice: ProjectChoice) => run({ kind: 'known', input, choice }),
    identity: (input: InstanceInput, choice: ProjectChoice, known: KnownValues) =>
      run({ kind: 'identity', input, choice, known }),
    preview: (input: InstanceInput, choice: ProjectChoice, known: KnownValues) =>
      run({ kind: 'preview', input, choice, known }),
    previewAttributes: (
      input: InstanceInput,
      choice: ProjectChoice,
      known: KnownValues,
      definition?: unknown,
    ) => run({ kind: 'previewAttributes', input, choice, known, definition }),
    inspect: (input: InstanceInput, request: InspectRequest) => run({ kind: 'inspect', input, request }),
    picture: (input: InstanceInput, request: PictureRequest) => run({ kind: 'picture', input, request }),
    close: async () => {
      await pool.destroy();
      endAnswering();
    },
  };
};

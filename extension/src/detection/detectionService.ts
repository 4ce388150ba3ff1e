import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  detectTexts,
  fingerprintOf,
  moved,
  searchFrames,
  SeriesMemory,
  type DetectedText,
  type ClipSearch,
  type Infer,
  type TextModels,
  type TurnedSearch,
} from '@pseudonymize-redact/core/text-detection';
import type { DetectionReply, DetectionRequest } from './detectionMessages.ts';

/** What the service needs of a worker's global scope. */
export interface DetectionScope {
  postMessage(message: DetectionReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: DetectionRequest }) => void): void;
}

/** Series that are remembered at a time, the latest. */
const MOST_SERIES = 16;

/** What images of a series have shown stays in the memory of the worker, readings included, until it is told to forget it. */
const rememberSeries = () => {
  const memories = new Map<string, SeriesMemory>();
  const memoryOf = (series: string | null, turnedSearch: TurnedSearch): SeriesMemory => {
    // What was not searched turned must not be passed over when it is to be.
    const key = `${turnedSearch} ${series ?? ''}`;
    const memory = memories.get(key) ?? new SeriesMemory();
    if (series === null) return memory;
    memories.delete(key);
    memories.set(key, memory);
    const [oldest] = memories.keys();
    if (memories.size > MOST_SERIES && oldest !== undefined) memories.delete(oldest);
    return memory;
  };
  return { memoryOf, forget: () => memories.clear() };
};

/** The page tells classes, by the header of the image. */
const UNCLASSED = 'unknown';

/** The part of the progress that is loading the model, on the first search. */
const LOADING_SHARE = 0.1;

type Search = Extract<DetectionRequest, { readonly type: 'detect' }>;

class Cancelled extends Error {}

/** Lets messages in between two runs of the model, which each block the worker. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Answers searches in a worker, one at a time.
 * @param loadModels called at once, as images are still loaded, and again at a search after it failed.
 */
export const serveDetection = (scope: DetectionScope, loadModels: () => Promise<TextModels>): void => {
  let cancelledId = 0;
  let models: Promise<TextModels> | null = null;
  const { memoryOf, forget } = rememberSeries();

  const loadedModels = async (): Promise<TextModels> => {
    models ??= loadModels();
    try {
      return await models;
    } catch (error) {
      models = null;
      throw error;
    }
  };

  /** The model, but that it can be stopped between two runs. */
  const stoppable =
    (id: number, infer: Infer): Infer =>
    async (input) => {
      await nextTask();
      if (cancelledId === id) throw new Cancelled();
      return infer(input);
    };

  const search = async ({ id, image, series, turnedSearch }: Search): Promise<DetectionReply> => {
    const progress = (fraction: number): void => scope.postMessage({ type: 'progress', id, fraction });
    progress(0);
    const { detector, loadReader } = await loadedModels();
    progress(LOADING_SHARE);
    const stoppableModels = {
      detector: stoppable(id, detector),
      loadReader:
        loadReader &&
        (async () => {
          const reader = await loadReader();
          return { ...reader, infer: stoppable(id, reader.infer) };
        }),
    };
    const memory = memoryOf(series, turnedSearch);
    const known = memory.confirmed(fingerprintOf(image));
    const told = (first: readonly DetectedText[]): void =>
      scope.postMessage({ type: 'firstTexts', id, texts: [...known, ...first] });
    const detect: ClipSearch['detect'] = async (part, place) => {
      const texts = await detectTexts(part, stoppableModels, {
        turnedSearch,
        onProgress: (fraction) => progress(LOADING_SHARE + (1 - LOADING_SHARE) * fraction),
        onFirstTexts: (first) => told(first.map((text) => moved(text, place))),
      });
      return texts.map((text) => ({ ...text, textClass: UNCLASSED }));
    };
    const { texts } = await searchFrames(1, () => image, { detect }, memory);
    return { type: 'done', id, texts };
  };

  // Why it failed is told to who searches.
  loadedModels().catch(() => null);

  const failure = (id: number, error: unknown): DetectionReply => {
    if (error instanceof Cancelled) return { type: 'cancelled', id };
    if (error instanceof CodedError) return { type: 'failed', id, code: error.code, where: error.where };
    return { type: 'failed', id, code: 'DETECTION_FAILED', where: null };
  };

  scope.addEventListener('message', ({ data: request }) => {
    if (request.type === 'cancel') cancelledId = request.id;
    else if (request.type === 'forget') forget();
    else
      void search(request)
        .catch((error: unknown) => failure(request.id, error))
        .then((reply) => scope.postMessage(reply));
  });
};

import { CodedError } from '@pseudonymize-redact/core/errors';
import { detectTexts, type Infer, type SourceImage } from '@pseudonymize-redact/core/text-detection';
import type { DetectionReply, DetectionRequest } from './detectionMessages.ts';

/** What the service needs of a worker's global scope. */
export interface DetectionScope {
  postMessage(message: DetectionReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: DetectionRequest }) => void): void;
}

/** The part of the progress that is loading the model, on the first search. */
const LOADING_SHARE = 0.1;

class Cancelled extends Error {}

/** Lets messages in between two runs of the model, which each block the worker. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Answers searches in a worker, one at a time.
 * @param loadDetector called at the first search, and again after it failed.
 */
export const serveDetection = (scope: DetectionScope, loadDetector: () => Promise<Infer>): void => {
  let cancelledId = 0;
  let detector: Promise<Infer> | null = null;

  const loadedDetector = async (): Promise<Infer> => {
    detector ??= loadDetector();
    try {
      return await detector;
    } catch (error) {
      detector = null;
      throw error;
    }
  };

  const search = async (id: number, image: SourceImage): Promise<DetectionReply> => {
    const progress = (fraction: number): void => scope.postMessage({ type: 'progress', id, fraction });
    progress(0);
    const infer = await loadedDetector();
    progress(LOADING_SHARE);
    const texts = await detectTexts(
      image,
      async (input) => {
        await nextTask();
        if (cancelledId === id) throw new Cancelled();
        return infer(input);
      },
      {
        onProgress: (fraction) => progress(LOADING_SHARE + (1 - LOADING_SHARE) * fraction),
        onFirstTexts: (firstTexts) => scope.postMessage({ type: 'firstTexts', id, texts: firstTexts }),
      },
    );
    return { type: 'done', id, texts };
  };

  const failure = (id: number, error: unknown): DetectionReply => {
    if (error instanceof Cancelled) return { type: 'cancelled', id };
    if (error instanceof CodedError) return { type: 'failed', id, code: error.code, where: error.where };
    return { type: 'failed', id, code: 'DETECTION_FAILED', where: null };
  };

  scope.addEventListener('message', ({ data: request }) => {
    if (request.type === 'cancel') {
      cancelledId = request.id;
      return;
    }
    void search(request.id, request.image)
      .catch((error: unknown) => failure(request.id, error))
      .then((reply) => scope.postMessage(reply));
  });
};

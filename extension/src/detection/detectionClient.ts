import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DetectedText, SourceImage, TurnedSearch } from '@pseudonymize-redact/core/text-detection';
import type { DetectionReply, DetectionRequest } from './detectionMessages.ts';

/** The displayed image is searched before everything else; a background search gives way to it and starts again later. */
export type DetectionPriority = 'displayed' | 'background';

export interface DetectionOptions {
  /** @default 'displayed' */
  readonly priority?: DetectionPriority;
  /** Names the series that the image is compared within; without it the image is searched whole. */
  readonly series?: string;
  /** When the image is searched again, turned by 90°. @default 'evidence' */
  readonly turnedSearch?: TurnedSearch;
  /** Ends the search; its promise rejects with the signal's reason, and nothing more is told of it. */
  readonly signal?: AbortSignal;
  /** From 0 to 1; the loading of the model and every pass count. Starts again at 0 after giving way. */
  readonly onProgress?: (fraction: number) => void;
  /** The texts of the first pass, long before all passes are through. */
  readonly onFirstTexts?: (texts: readonly DetectedText[]) => void;
}

export interface DetectionClient {
  /**
   * Searches one frame in the worker. `image.pixels` is copied when its turn comes, never detached.
   * @throws CodedError DETECTION_… when the model cannot be had or the image is not as it says.
   */
  detect(image: SourceImage, options?: DetectionOptions): Promise<readonly DetectedText[]>;
  /** Has the worker forget what images have shown; its models stay loaded. */
  forget(): void;
  /** Whether it was disposed of or its worker has broken: it searches no more. */
  hasEnded(): boolean;
  /** Ends the worker; searches not yet finished reject with DETECTION_ENDED. */
  dispose(): void;
}

/** What the client needs of a `Worker`. */
export interface DetectionPort {
  postMessage(message: DetectionRequest, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: DetectionReply }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

interface Search {
  readonly id: number;
  readonly image: SourceImage;
  readonly options: DetectionOptions;
  readonly resolve: (texts: readonly DetectedText[]) => void;
  readonly reject: (reason: unknown) => void;
}

const isBackground = (search: Search): boolean => search.options.priority === 'background';

const isAborted = (search: Search): boolean => search.options.signal?.aborted === true;

/** @param workerUrl where `worker.js` is served; the runtime and the model lie beside it in `ort/` and `models/`. */
export const createDetectionClient = (workerUrl: URL | string): DetectionClient =>
  connectDetectionClient(new Worker(workerUrl, { type: 'module' }));

/** One search at a time goes to the worker; the others wait here, so that a displayed image can pass them. */
export const connectDetectionClient = (port: DetectionPort): DetectionClient => {
  const waiting: Search[] = [];
  let running: Search | null = null;
  let nextId = 1;
  let ended: CodedError | null = null;

  const startNext = (): void => {
    if (running !== null || ended !== null) return;
    const displayed = waiting.findIndex((search) => !isBackground(search));
    const [next] = waiting.splice(Math.max(displayed, 0), 1);
    if (next === undefined) return;
    running = next;
    const { rows, columns, samplesPerPixel, invert, window } = next.image;
    const pixels = next.image.pixels.slice();
    const image = { rows, columns, samplesPerPixel, pixels, invert, ...(window && { window }) };
    const { series = null, turnedSearch = 'evidence' } = next.options;
    port.postMessage({ type: 'detect', id: next.id, image, series, turnedSearch }, [pixels.buffer]);
  };

  const stopRunning = (): void => {
    if (running !== null) port.postMessage({ type: 'cancel', id: running.id }, []);
  };

  const end = (error: CodedError): void => {
    ended = error;
    port.terminate();
    for (const search of [running, ...waiting]) search?.reject(error);
    running = null;
  };

  const finish = (search: Search, reply: DetectionReply): void => {
    running = null;
    if (reply.type === 'done') search.resolve(reply.texts);
    else if (reply.type === 'failed') search.reject(new CodedError(reply.code, reply.where));
    else if (!isAborted(search)) waiting.unshift(search); // gave way to a displayed image
    startNext();
  };

  port.addEventListener('message', ({ data: reply }) => {
    if (running === null || reply.id !== running.id) return;
    if (reply.type !== 'progress' && reply.type !== 'firstTexts') finish(running, reply);
    // Whoever asked has been told that it ended, and may show another study by now.
    else if (isAborted(running)) return;
    else if (reply.type === 'progress') running.options.onProgress?.(reply.fraction);
    else running.options.onFirstTexts?.(reply.texts);
  });
  port.addEventListener('error', () => end(new CodedError('DETECTION_FAILED')));

  return {
    detect: (image, options = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = options;
        if (ended !== null) throw ended;
        signal?.throwIfAborted();
        const search: Search = { id: nextId++, image, options, resolve, reject };
        signal?.addEventListener('abort', () => {
          if (running === search) stopRunning();
          const place = waiting.indexOf(search);
          if (place >= 0) waiting.splice(place, 1);
          reject(signal.reason as Error);
        });
        waiting.push(search);
        if (running !== null && isBackground(running) && !isBackground(search)) stopRunning();
        startNext();
      }),
    forget: () => port.postMessage({ type: 'forget' }, []),
    hasEnded: () => ended !== null,
    dispose: () => end(new CodedError('DETECTION_ENDED')),
  };
};

import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DetectionClient } from '../detection/detectionClient.ts';
import { imageKey, isSameImage, type ImageRef } from '../store/imageRef.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { sourceImageOf } from './sourceImage.ts';
import type { StackView, ViewedImage } from './stackView.ts';

/** How long an image must stay before it is searched, so that scrolling through a stack searches where it ends. */
export const SETTLE_MS = 150;

/** Runs one search and keeps the store told of it. */
const search = async (
  store: ReviewStore,
  client: DetectionClient,
  { ref: image, decoded }: ViewedImage,
  signal: AbortSignal,
): Promise<void> => {
  const progress = (fraction: number): void =>
    store.dispatch({ type: 'searchChanged', image, search: { status: 'searching', fraction } });
  progress(0);
  try {
    const texts = await client.detect(sourceImageOf(decoded), {
      priority: 'displayed',
      signal,
      onProgress: progress,
      onFirstTexts: (firstTexts) => store.dispatch({ type: 'textsFound', image, texts: firstTexts }),
    });
    store.dispatch({ type: 'textsFound', image, texts });
    store.dispatch({ type: 'searchChanged', image, search: { status: 'searched' } });
  } catch (error) {
    if (signal.aborted) {
      store.dispatch({ type: 'searchChanged', image, search: { status: 'waiting' } });
      return;
    }
    const { code, message } = error instanceof CodedError ? error : new CodedError('DETECTION_FAILED');
    store.dispatch({ type: 'searchChanged', image, search: { status: 'failed', code, message } });
  }
};

/** Searches what a viewport shows, each image once. @returns what ends it, a running search included */
export const searchDisplayed = (
  store: ReviewStore,
  client: DetectionClient,
  view: StackView,
): (() => void) => {
  let current: ImageRef | null = null;
  let leave: (() => void) | null = null;

  const searchSoon = (viewed: ViewedImage): (() => void) => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const { status = 'waiting' } = store.getState().searches.get(imageKey(viewed.ref)) ?? {};
      if (status === 'waiting') void search(store, client, viewed, abort.signal);
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  };

  const look = (): void => {
    const viewed = view.image();
    if (viewed === null || isSameImage(viewed.ref, current)) return;
    leave?.();
    current = viewed.ref;
    leave = searchSoon(viewed);
  };

  const unsubscribe = view.onRendered(look);
  look();
  return () => {
    unsubscribe();
    leave?.();
  };
};

import { CodedError } from '@pseudonymize-redact/core/errors';
import type { DetectionClient, DetectionPriority } from '../detection/detectionClient.ts';
import type { Cornerstone } from '../ohif.ts';
import type { ImageRef } from '../store/imageRef.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { isTurned } from '../store/turnedSearch.ts';
import { sourceImageOf, type DecodedImage } from './sourceImage.ts';
import { classed } from './textClassing.ts';

export interface SearchParts {
  readonly store: ReviewStore;
  readonly client: DetectionClient;
  readonly metaData: Pick<Cornerstone['metaData'], 'get'>;
}

export interface SearchedImage {
  readonly ref: ImageRef;
  readonly imageId: string;
  readonly decoded: DecodedImage;
}

/** Of a search; whoever shows it is drawn anew. */
const LEAST_PROGRESS = 0.05;

/** Runs one search and keeps the store told of it. */
export const searchImage = async (
  { store, client, metaData }: SearchParts,
  { ref: image, imageId, decoded }: SearchedImage,
  priority: DetectionPriority,
  signal: AbortSignal,
): Promise<void> => {
  const turned = isTurned(store.getState().turnedSearch);
  let told = -1;
  const progress = (fraction: number): void => {
    // A search that gave way starts again at 0.
    if (fraction > told && fraction < told + LEAST_PROGRESS) return;
    told = fraction;
    store.dispatch({ type: 'searchChanged', image, search: { status: 'searching', fraction } });
  };
  progress(0);
  try {
    const texts = await client.detect(sourceImageOf(decoded), {
      priority,
      series: image.seriesInstanceUID,
      turnedSearch: turned ? 'always' : 'evidence',
      signal,
      onProgress: progress,
      // Read later; until then they are proposed as unknown.
      onFirstTexts: (firstTexts) =>
        store.dispatch({ type: 'textsFound', image, texts: classed(metaData, imageId, firstTexts) }),
    });
    store.dispatch({ type: 'textsFound', image, texts: classed(metaData, imageId, texts) });
    store.dispatch({ type: 'searchChanged', image, search: { status: 'searched', turned } });
  } catch (error) {
    if (signal.aborted) {
      store.dispatch({ type: 'searchChanged', image, search: { status: 'waiting' } });
      return;
    }
    const { code, message } = error instanceof CodedError ? error : new CodedError('DETECTION_FAILED');
    store.dispatch({ type: 'searchChanged', image, search: { status: 'failed', code, message } });
  }
};

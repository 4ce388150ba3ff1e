import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Cornerstone } from '../ohif.ts';
import type { ListedImage } from '../store/imageRef.ts';
import { nextToSearch } from '../store/searchOrder.ts';
import type { DecodedImage } from './sourceImage.ts';
import { searchImage, type SearchParts } from './imageSearch.ts';

/** The longest that a page with much to do keeps a search waiting. */
const IDLE_LIMIT_MS = 1000;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: IDLE_LIMIT_MS });
  });

interface BackgroundParts extends SearchParts {
  readonly imageLoader: Pick<Cornerstone['imageLoader'], 'loadImage'>;
  /** The display sets that viewports show. */
  readonly viewedDisplaySets: () => ReadonlySet<string>;
}

/**
 * Searches the images of all open studies that nobody displays, one after the other, when the page has nothing else to do; a displayed
 * image goes before them. Images are loaded beside the viewer's cache, so that nothing of it is pushed out.
 *
 * @returns what ends it, a running search included
 */
export const searchInBackground = (parts: BackgroundParts): (() => void) => {
  const { store, imageLoader, viewedDisplaySets } = parts;
  const abort = new AbortController();
  let working = false;

  const search = async (image: ListedImage): Promise<void> => {
    // Before it is loaded, so that nobody else searches it as well.
    store.dispatch({ type: 'searchChanged', image, search: { status: 'searching', fraction: 0 } });
    const loading = imageLoader.loadImage(image.imageId);
    const decoded = (await loading.catch(() => null)) as DecodedImage | null;
    if (abort.signal.aborted) return;
    if (decoded === null) {
      const { code, message } = new CodedError('DETECTION_IMAGE_UNAVAILABLE');
      store.dispatch({ type: 'searchChanged', image, search: { status: 'failed', code, message } });
      return;
    }
    await searchImage(parts, { ref: image, imageId: image.imageId, decoded }, 'background', abort.signal);
  };

  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      for (;;) {
        await idle();
        const state = store.getState();
        if (state.paused || abort.signal.aborted) return;
        const next = nextToSearch(state, state.activeImage, viewedDisplaySets());
        if (next === null) return;
        await search(next);
      }
    } finally {
      working = false;
    }
  };

  const unsubscribe = store.subscribe(() => void work());
  void work();
  return () => {
    unsubscribe();
    abort.abort();
  };
};

import { imageKey, isSameImage, type ImageRef } from '../store/imageRef.ts';
import { searchImage, type SearchParts } from './imageSearch.ts';
import type { StackView, ViewedImage } from './stackView.ts';

/** How long an image must stay before it is searched, so that scrolling through a stack searches where it ends. */
export const SETTLE_MS = 150;

/** Searches what a viewport shows, each image once. @returns what ends it, a running search included */
export const searchDisplayed = (parts: SearchParts, view: StackView): (() => void) => {
  const { store } = parts;
  let current: ImageRef | null = null;
  let leave: (() => void) | null = null;

  const searchSoon = (viewed: ViewedImage): (() => void) => {
    const abort = new AbortController();
    const { ref } = viewed;
    let unsubscribe: (() => void) | null = null;
    const searchNow = (): boolean => {
      const { searches, openedStudies } = store.getState();
      if (!openedStudies.has(ref.studyInstanceUID)) return false;
      const { status = 'waiting' } = searches.get(imageKey(ref)) ?? {};
      if (status === 'waiting') void searchImage(parts, viewed, 'displayed', abort.signal);
      return true;
    };
    const timer = setTimeout(() => {
      if (searchNow()) return;
      unsubscribe = store.subscribe(() => {
        if (!searchNow()) return;
        unsubscribe?.();
        unsubscribe = null;
      });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      unsubscribe?.();
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

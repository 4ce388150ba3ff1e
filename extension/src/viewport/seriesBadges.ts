import { t } from '../language/language.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { seriesProgress } from '../store/summary.ts';

const BADGE = 'pseudonymize-series-badge';

/** The viewer's study browser has no place for what an extension knows of a series; its thumbnails have these ids. */
const thumbnailOf = (displaySetInstanceUID: string): HTMLElement | null =>
  document.getElementById(`thumbnail-${displaySetInstanceUID}`);

/** The badge of a thumbnail, made where it is missing: the viewer may render the thumbnail anew. */
const badgeOf = (thumbnail: HTMLElement): HTMLElement => {
  const present = thumbnail.querySelector<HTMLElement>(`.${BADGE}`);
  if (present !== null) return present;
  const badge = document.createElement('div');
  badge.className = BADGE;
  badge.setAttribute('role', 'status');
  thumbnail.style.position = 'relative';
  thumbnail.append(badge);
  return badge;
};

/** Tells at each series of the study browser how far its search is and how many boxes it has. @returns what takes it away */
export const showSeriesBadges = (store: ReviewStore): (() => void) => {
  const update = (): void => {
    for (const { displaySetInstanceUID, images, searched, regions } of seriesProgress(store.getState())) {
      const thumbnail = thumbnailOf(displaySetInstanceUID);
      if (thumbnail === null) continue;
      const badge = badgeOf(thumbnail);
      const text = searched < images ? `${searched}/${images}` : `▢ ${regions}`;
      if (badge.textContent === text) continue;
      badge.textContent = text;
      badge.title = t('searchedBadge', { searched, count: images, regions });
      badge.setAttribute('aria-label', badge.title);
      badge.dataset['complete'] = String(searched === images);
    }
  };
  let scheduled = false;
  const soon = (): void => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      update();
    });
  };
  const unsubscribe = store.subscribe(soon);
  soon();
  return () => {
    unsubscribe();
    for (const badge of document.querySelectorAll(`.${BADGE}`)) badge.remove();
  };
};

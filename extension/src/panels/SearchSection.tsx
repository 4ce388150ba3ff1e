import type { ReactElement } from 'react';
import { errorText, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { imageKey } from '../store/imageRef.ts';
import type { ImageSearch, ReviewState } from '../store/reviewState.ts';
import { isTurned } from '../store/turnedSearch.ts';
import { IconButton } from './IconButton.tsx';
import { KeepingNote } from './KeepingNote.tsx';
import { seriesProgress, type ReviewSummary } from '../store/summary.ts';
import { blackBy, type BlackBy } from '../viewport/blackImage.ts';

const WAITING: ImageSearch = { status: 'waiting' };

const BLACK_IMAGES = {
  PixelSpacing: 'imageBlackBySpacing',
  WindowWidth: 'imageBlackByWindow',
} as const satisfies Record<BlackBy, string>;

interface ImageStatusProps {
  readonly search: ImageSearch;
  readonly onAgain: () => void;
}

const ImageStatus = ({ search, onAgain }: ImageStatusProps): ReactElement => {
  switch (search.status) {
    case 'waiting':
      return <p className="warning">{t('imageWaiting')}</p>;
    case 'searching':
      return (
        <label className="progress">
          {t('imageSearching')}
          <progress value={search.fraction} max={1} />
        </label>
      );
    case 'searched':
      return <p className="note">{t('imageSearched')}</p>;
    case 'failed':
      return (
        <div role="alert" className="error">
          <p>
            {t('imageFailed', { message: errorText(search.code, search.message) })} <code>{search.code}</code>
          </p>
          <button type="button" onClick={onAgain}>
            {t('searchAgain')}
          </button>
        </div>
      );
  }
};

interface SearchSectionProps {
  readonly service: ReviewService;
  readonly review: ReviewState;
  readonly summary: ReviewSummary;
  readonly study: string;
}

/** Which images were searched for burned-in text, and how far the search is in each series. */
export const SearchSection = ({ service, review, summary, study }: SearchSectionProps): ReactElement => {
  const { activeImage, searches, paused, turnedSearch } = review;
  const { store } = service;
  const { images, searched, failed } = summary;
  const black = activeImage === null ? null : blackBy(service.headerOf(activeImage));
  return (
    <section aria-label={t('search')}>
      <div className="title">
        <h2>{t('search')}</h2>
        <KeepingNote keeping={service.keeping} />
        {searched + failed < images && (
          <IconButton
            icon={paused ? 'resume' : 'pause'}
            label={t(paused ? 'resume' : 'pause')}
            hint={t(paused ? 'resumeHint' : 'pauseHint')}
            keyName="shift+p"
            onClick={() => store.dispatch({ type: 'paused', paused: !paused })}
          />
        )}
      </div>
      {activeImage && (
        <ImageStatus
          search={searches.get(imageKey(activeImage)) ?? WAITING}
          onAgain={() =>
            store.dispatch({ type: 'searchChanged', image: activeImage, search: { status: 'waiting' } })
          }
        />
      )}
      {black !== null && <p className="warning">{t(BLACK_IMAGES[black])}</p>}
      <label className="progress" data-testid="searched">
        {t('searched', { searched, count: images })}
        <progress value={searched} max={Math.max(1, images)} />
      </label>
      {searched < images && (
        <ul className="series-progress">
          {seriesProgress(review, study).map(({ displaySetInstanceUID, ...progress }) => (
            <li key={displaySetInstanceUID}>
              <span>{service.seriesName(displaySetInstanceUID)}</span>
              <span>
                {progress.searched} / {progress.images}
              </span>
            </li>
          ))}
        </ul>
      )}
      <label className="check" title={turnedSearch.byProfile ? t('turnedByProfile') : t('turnedHint')}>
        <input
          type="checkbox"
          checked={isTurned(turnedSearch)}
          disabled={turnedSearch.byProfile}
          onChange={({ target }) =>
            store.dispatch({ type: 'turnedSearchWanted', wanted: { byReviewer: target.checked } })
          }
        />
        {t('turned')}
      </label>
      {failed > 0 && <p className="warning">{t('imagesFailed', { count: failed })}</p>}
    </section>
  );
};

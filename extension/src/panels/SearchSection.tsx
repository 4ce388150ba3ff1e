import type { ReactElement } from 'react';
import { imageKey } from '../store/imageRef.ts';
import type { ImageSearch, ReviewState } from '../store/reviewState.ts';
import type { ReviewSummary } from '../store/summary.ts';

const WAITING: ImageSearch = { status: 'waiting' };

const ImageStatus = ({ search }: { search: ImageSearch }): ReactElement => {
  switch (search.status) {
    case 'waiting':
      return <p className="note">This image has not been searched yet.</p>;
    case 'searching':
      return (
        <label className="progress">
          Searching this image
          <progress value={search.fraction} max={1} />
        </label>
      );
    case 'searched':
      return <p className="note">This image has been searched.</p>;
    case 'failed':
      return (
        <p role="alert" className="error">
          This image could not be searched: {search.message} <code>{search.code}</code>
        </p>
      );
  }
};

interface SearchSectionProps {
  readonly review: ReviewState;
  readonly summary: ReviewSummary;
}

/** Which images were searched for burned-in text. */
export const SearchSection = ({ review, summary }: SearchSectionProps): ReactElement => {
  const { activeImage, searches } = review;
  return (
    <section aria-label="Search for text">
      <h2>Search for text</h2>
      {activeImage && <ImageStatus search={searches.get(imageKey(activeImage)) ?? WAITING} />}
      <p data-testid="searched">
        {summary.searched} of {summary.images} images searched
      </p>
      {summary.failed > 0 && (
        <p className="warning">{summary.failed} images could not be searched. Look at them yourself.</p>
      )}
    </section>
  );
};

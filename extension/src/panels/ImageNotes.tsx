import type { ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { regionsOfImage } from '../store/regionMap.ts';
import type { ReviewState } from '../store/reviewState.ts';

/** What the header of the displayed image claims, where it matters: (0028,0301) against what was found, and that it is a copy. */
export const ImageNotes = ({
  service,
  review,
}: {
  service: ReviewService;
  review: ReviewState;
}): ReactElement | null => {
  const { activeImage, regions } = review;
  if (activeImage === null) return null;
  const header = service.headerOf(activeImage);
  const hasText = regionsOfImage(regions, activeImage).some(
    ({ source, decision }) => source === 'detected' && decision !== 'rejected',
  );
  const contradicts = header['BurnedInAnnotation'] === 'NO' && hasText;
  const isCopy = header['PatientIdentityRemoved'] === 'YES';
  if (!contradicts && !isCopy) return null;
  return (
    <section aria-label={t('header')}>
      {isCopy && <p className="note">{t('isCopy')}</p>}
      {contradicts && (
        <p role="alert" className="warning">
          {t('annotationClaim')}
        </p>
      )}
    </section>
  );
};

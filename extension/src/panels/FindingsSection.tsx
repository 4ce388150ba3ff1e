import { memo, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { findingsOf, type ImageFindings, type SeriesFindings } from '../store/findings.ts';
import type { ReviewState } from '../store/reviewState.ts';
import { BulkDecision } from './BulkDecision.tsx';
import { FindingFilterBar } from './FindingFilterBar.tsx';
import { FindingRow } from './FindingRow.tsx';

interface FindingsProps {
  readonly service: ReviewService;
  readonly review: ReviewState;
  readonly study: string;
  /** For its texts. */
  readonly language: string;
}

const imageName = ({ image, position }: ImageFindings, series: SeriesFindings): string =>
  image.frame > 1 || series.images.some((other) => other.image.frame > 1)
    ? t('frame', { position, frame: image.frame })
    : t('image', { position });

const SHOWN = ['images', 'regions', 'filter', 'selectedIds', 'highlightedId'] as const;

/** The progress of the search changes nothing here; the list may be long. */
const isSame = (before: FindingsProps, now: FindingsProps): boolean =>
  before.service === now.service &&
  before.study === now.study &&
  before.language === now.language &&
  SHOWN.every((key) => before.review[key] === now.review[key]);

/** Everything that was found in a study or drawn on it, by series and image. */
export const FindingsSection = memo(function FindingsSection({
  service,
  review,
  study,
  language,
}: FindingsProps): ReactElement {
  const { images, regions, filter, selectedIds, highlightedId } = review;
  const found = useMemo(
    () => findingsOf({ images, regions, filter }, study),
    [images, regions, filter, study],
  );
  const list = useRef<HTMLDivElement>(null);
  const [selectedId] = selectedIds;

  useEffect(() => {
    if (selectedId === undefined) return;
    list.current
      ?.querySelector(`[data-region="${CSS.escape(selectedId)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  const count = found.reduce((sum, series) => sum + series.count, 0);
  return (
    <section aria-label={t('findings')} ref={list}>
      <h2>
        {t('findings')} <span data-testid="findings-count">{count}</span>
      </h2>
      <FindingFilterBar
        review={review}
        study={study}
        onFilter={(chosen) => service.store.dispatch({ type: 'filterChosen', filter: chosen })}
      />
      {count === 0 && <p className="note">{t(regions.size === 0 ? 'noFindings' : 'noFindingsFiltered')}</p>}
      {count > 0 && <BulkDecision service={service} study={study} />}
      {found.map((series) => (
        <details key={series.displaySetInstanceUID} open>
          <summary>
            {service.seriesName(series.displaySetInstanceUID)} <span>{series.count}</span>
          </summary>
          {series.images.map((ofImage) => (
            <div key={ofImage.image.imageId} className="image-findings">
              <h3>{imageName(ofImage, series)}</h3>
              <ul>
                {ofImage.regions.map((region, index) => (
                  <FindingRow
                    key={region.id}
                    service={service}
                    image={ofImage.image}
                    region={region}
                    language={language}
                    name={t(`finding_${region.source}`, { number: index + 1 })}
                    selected={selectedIds.has(region.id)}
                    highlighted={highlightedId === region.id}
                  />
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </section>
  );
}, isSame);

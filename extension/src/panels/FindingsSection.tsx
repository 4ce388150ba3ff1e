import { memo, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { findingsOf } from '../store/findings.ts';
import type { ReviewState } from '../store/reviewState.ts';
import { BulkDecision } from './BulkDecision.tsx';
import { FindingFilterBar } from './FindingFilterBar.tsx';
import { FindingGroupRows } from './FindingGroupRows.tsx';
import { imageName } from './findingPlace.ts';

interface FindingsProps {
  readonly service: ReviewService;
  readonly review: ReviewState;
  readonly study: string;
  /** For its texts. */
  readonly language: string;
}

const SHOWN = [
  'images',
  'regions',
  'filter',
  'selectedIds',
  'shownHold',
  'highlightedId',
  'unfoldedIds',
] as const;

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
  const { images, regions, filter, selectedIds, shownHold } = review;
  const found = useMemo(
    () => findingsOf({ images, regions, filter }, study),
    [images, regions, filter, study],
  );
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (shownHold !== null) return;
    // Where a row is unfolded, the finding itself.
    const row = ['li.single.selected', 'li.selected']
      .map((selector) => list.current?.querySelector(selector))
      .find(Boolean);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selectedIds, shownHold]);

  const count = found.reduce((sum, series) => sum + series.count, 0);
  return (
    <section aria-label={t('findings')} ref={list}>
      <FindingFilterBar
        review={review}
        study={study}
        onFilter={(chosen) => service.store.dispatch({ type: 'filterChosen', filter: chosen })}
      >
        <h2>
          {t('findings')} <span data-testid="findings-count">{count}</span>
        </h2>
      </FindingFilterBar>
      {count === 0 && <p className="note">{t(regions.size === 0 ? 'noFindings' : 'noFindingsFiltered')}</p>}
      {count > 0 && <BulkDecision service={service} study={study} />}
      {found.map((series) => (
        <details key={series.displaySetInstanceUID} open>
          <summary>
            {service.seriesName(series.displaySetInstanceUID)} <span>{series.count}</span>
          </summary>
          {series.images.map(({ image, position, groups }) => (
            <div key={image.imageId} className="image-findings">
              <h3>{imageName(position, series.isClip)}</h3>
              <ul>
                {groups.map((group, index) => (
                  <FindingGroupRows
                    key={group[0].region.id}
                    service={service}
                    review={review}
                    group={group}
                    number={index + 1}
                    isClip={series.isClip}
                    language={language}
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

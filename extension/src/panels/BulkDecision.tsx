import { useState, type ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { decideWithin, type Reach } from '../store/bulk.ts';

const REACHES = ['image', 'series', 'study'] as const satisfies readonly Reach[];

/** Judges all listed findings of an image, a series or the study at once. */
export const BulkDecision = ({ service, study }: { service: ReviewService; study: string }): ReactElement => {
  const { store } = service;
  const [reach, setReach] = useState<Reach>('image');
  const judge = (decision: 'accepted' | 'rejected'): void =>
    store.dispatch({ type: 'edited', changes: decideWithin(store.getState(), study, reach, decision) });
  return (
    <div className="bulk">
      <button type="button" onClick={() => judge('accepted')}>
        {t('acceptAll')}
      </button>
      <button type="button" onClick={() => judge('rejected')}>
        {t('rejectAll')}
      </button>
      <label>
        {t('within')}
        <select value={reach} onChange={({ target }) => setReach(target.value as Reach)}>
          {REACHES.map((each) => (
            <option key={each} value={each}>
              {t(`within_${each}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

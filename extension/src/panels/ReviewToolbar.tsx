import type { ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import type { ReviewState } from '../store/reviewState.ts';

interface ReviewToolbarProps {
  readonly service: ReviewService;
  readonly review: ReviewState;
}

/** The tools of the review; each has a key as well. */
export const ReviewToolbar = ({ service, review }: ReviewToolbarProps): ReactElement => {
  const { store } = service;
  const { tool, done, undone, afterShown } = review;
  const drawing = tool === 'draw';
  return (
    <div className="buttons" role="toolbar" aria-label={t('findings')}>
      <button
        type="button"
        aria-pressed={drawing}
        title={`${t('drawHint')} (D)`}
        onClick={() => store.dispatch({ type: 'toolChosen', tool: drawing ? 'select' : 'draw' })}
      >
        {t('draw')}
      </button>
      <button
        type="button"
        className="icon"
        aria-label={t('undo')}
        title={`${t('undo')} (U)`}
        disabled={done.length === 0}
        onClick={() => store.dispatch({ type: 'undone' })}
      >
        ↶
      </button>
      <button
        type="button"
        className="icon"
        aria-label={t('redo')}
        title={`${t('redo')} (Shift+U)`}
        disabled={undone.length === 0}
        onClick={() => store.dispatch({ type: 'redone' })}
      >
        ↷
      </button>
      <button
        type="button"
        aria-pressed={afterShown}
        title={`${t('afterHint')} (P)`}
        onClick={() => store.dispatch({ type: 'afterShown', shown: !afterShown })}
      >
        {t('after')}
      </button>
      <button type="button" title={`${t('autoWindowHint')} (W)`} onClick={() => service.autoWindow()}>
        {t('autoWindow')}
      </button>
      <button type="button" title="?" onClick={() => store.dispatch({ type: 'helpShown', shown: true })}>
        {t('help')}
      </button>
    </div>
  );
};

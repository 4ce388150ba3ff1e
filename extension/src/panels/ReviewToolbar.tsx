import type { ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import type { ReviewState } from '../store/reviewState.ts';
import { IconButton } from './IconButton.tsx';

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
    <div className="tools" role="toolbar" aria-label={t('tools')}>
      <IconButton
        icon="draw"
        label={t('draw')}
        hint={`${t('draw')}: ${t('drawHint')}`}
        keyName="d"
        pressed={drawing}
        onClick={() => store.dispatch({ type: 'toolChosen', tool: drawing ? 'select' : 'draw' })}
      />
      <IconButton
        icon="undo"
        label={t('undo')}
        keyName="u"
        disabled={done.length === 0}
        onClick={() => store.dispatch({ type: 'undone' })}
      />
      <IconButton
        icon="redo"
        label={t('redo')}
        keyName="shift+u"
        disabled={undone.length === 0}
        onClick={() => store.dispatch({ type: 'redone' })}
      />
      <IconButton
        icon="after"
        label={t('after')}
        hint={t('afterHint')}
        keyName="p"
        pressed={afterShown}
        onClick={() => store.dispatch({ type: 'afterShown', shown: !afterShown })}
      />
      <IconButton
        icon="autoWindow"
        label={t('autoWindow')}
        hint={`${t('autoWindow')}: ${t('autoWindowHint')}`}
        keyName="w"
        onClick={() => service.autoWindow()}
      />
      <IconButton
        icon="keys"
        label={t('help')}
        keyName="?"
        onClick={() => store.dispatch({ type: 'helpShown', shown: true })}
      />
    </div>
  );
};

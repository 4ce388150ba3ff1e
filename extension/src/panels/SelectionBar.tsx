import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import type { ReactElement } from 'react';
import { t } from '../language/language.ts';
import { applyTo, classify, decide, deleteRegions, type ScopeKind } from '../store/edits.ts';
import { TEXT_CLASSES } from '../store/findings.ts';
import { allRegions, type RegionChange } from '../store/regionMap.ts';
import { judgedIds, type ReviewState } from '../store/reviewState.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { IconButton } from './IconButton.tsx';

const SCOPES = ['frame', 'instance', 'series'] as const satisfies readonly ScopeKind[];

/** What is done to the boxes that are selected, all at once. */
export const SelectionBar = ({
  store,
  review,
}: {
  store: ReviewStore;
  review: ReviewState;
}): ReactElement | null => {
  const { regions, selectedIds, alikeIds, activeImage } = review;
  const selected = allRegions(regions).filter(({ id }) => selectedIds.has(id));
  const [first] = selected;
  if (first === undefined) return null;
  const judged = judgedIds(review);
  const told =
    alikeIds.size > selected.length
      ? t('selectedAlike', { count: judged.size })
      : t('selected', { count: selected.length });
  const edit = (changes: readonly RegionChange[]): void => store.dispatch({ type: 'edited', changes });
  return (
    <div className="selection" role="group" aria-label={told}>
      <div className="title">
        <span data-testid="selected-count">{told}</span>
        <span className="tools">
          <IconButton
            icon="accept"
            label={t('accept')}
            keyName="y"
            onClick={() => edit(decide(regions, judged, 'accepted'))}
          />
          <IconButton
            icon="reject"
            label={t('reject')}
            keyName="x"
            onClick={() => edit(decide(regions, judged, 'rejected'))}
          />
          <IconButton
            icon="delete"
            label={t('delete')}
            keyName="del"
            onClick={() => edit(deleteRegions(regions, judged))}
          />
        </span>
      </div>
      <div className="choices">
        <label>
          {t('textClass')}
          <select
            value={first.textClass}
            onChange={({ target }) => edit(classify(regions, judged, target.value as TextClass))}
          >
            {TEXT_CLASSES.map((textClass) => (
              <option key={textClass} value={textClass}>
                {t(`class_${textClass}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('applyTo')}
          <select
            value={first.scope.kind}
            disabled={activeImage === null}
            onChange={({ target }) => {
              if (activeImage !== null)
                edit(applyTo(regions, selectedIds, activeImage, target.value as ScopeKind));
            }}
          >
            {SCOPES.map((kind) => (
              <option key={kind} value={kind}>
                {t(`applyTo_${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
};

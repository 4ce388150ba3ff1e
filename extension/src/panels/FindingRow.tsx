import { memo, type ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { decide } from '../store/edits.ts';
import type { Finding } from '../store/findings.ts';
import { isToBeRedacted } from '../store/reviewRegion.ts';
import { ClassMark } from './ClassMark.tsx';
import { IconButton } from './IconButton.tsx';
import { Snippet } from './Snippet.tsx';

interface FindingRowProps {
  readonly service: ReviewService;
  readonly image: Finding['image'];
  readonly region: Finding['region'];
  readonly name: string;
  /** For its texts. */
  readonly language: string;
  readonly selected: boolean;
  readonly highlighted: boolean;
}

/** One finding: its picture, its class, what becomes of it, and the two ways to judge it. Drawn anew only where it has changed. */
export const FindingRow = memo(function FindingRow({
  service,
  image,
  region,
  name,
  selected,
  highlighted,
}: FindingRowProps): ReactElement {
  const { store } = service;
  const covered = isToBeRedacted(region);
  const judge = (decision: 'accepted' | 'rejected'): void =>
    store.dispatch({
      type: 'edited',
      changes: decide(store.getState().regions, new Set([region.id]), decision),
    });
  const jump = (more: boolean): void => {
    const { selectedIds } = store.getState();
    store.dispatch({ type: 'selected', ids: more ? [...selectedIds, region.id] : [region.id] });
    service.showImage(image);
  };
  return (
    <li
      className={[selected && 'selected', highlighted && 'highlighted'].filter(Boolean).join(' ')}
      data-region={region.id}
      data-decision={region.decision}
      onPointerEnter={() => store.dispatch({ type: 'highlighted', id: region.id })}
      onPointerLeave={() => store.dispatch({ type: 'highlighted', id: null })}
    >
      <button
        type="button"
        className="finding"
        aria-pressed={selected}
        onClick={(event) => jump(event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        <Snippet snippet={service.snippet} imageId={image.imageId} box={region.box} name={name} />
        <span className="told">
          <span className="name">
            <ClassMark textClass={region.textClass} filled={covered} /> {name}
            <span className={`class ${region.textClass}`}>{t(`class_${region.textClass}`)}</span>
          </span>
          <span className={covered ? 'fate' : 'fate stays'}>
            {t(covered ? 'covered' : 'stays')} · {t(`judged_${region.decision}`)}
            {region.scope.kind === 'series' && ` · ${t('everyImage')}`}
            {region.scope.kind === 'instance' && ` · ${t('everyFrame')}`}
          </span>
        </span>
      </button>
      <span className="judge" role="group" aria-label={name}>
        <IconButton
          icon="accept"
          label={`${t('accept')}: ${name}`}
          hint={t('accept')}
          keyName="Y"
          pressed={region.decision === 'accepted'}
          onClick={() => judge('accepted')}
        />
        <IconButton
          icon="reject"
          label={`${t('reject')}: ${name}`}
          hint={t('reject')}
          keyName="X"
          pressed={region.decision === 'rejected'}
          onClick={() => judge('rejected')}
        />
      </span>
    </li>
  );
});

import { memo, type ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { decide } from '../store/edits.ts';
import { idsOf, shownFinding, type FindingGroup } from '../store/findingGroups.ts';
import { isToBeRedacted, type RegionDecision } from '../store/reviewRegion.ts';
import { ClassMark } from './ClassMark.tsx';
import { IconButton } from './IconButton.tsx';
import { Snippet } from './Snippet.tsx';

interface FindingRowProps {
  readonly service: ReviewService;
  readonly group: FindingGroup;
  readonly name: string;
  /** On which images it stands. */
  readonly place: string | null;
  /** For its texts. */
  readonly language: string;
  readonly selected: boolean;
  readonly highlighted: boolean;
  /** Whether its findings are listed below it; null for one of a single finding. */
  readonly unfolded: boolean | null;
  /** Whether it is one of those that are listed below a row. */
  readonly single: boolean;
}

const isSame = ({ group: before, ...a }: FindingRowProps, { group: now, ...b }: FindingRowProps): boolean =>
  before.length === now.length &&
  before.every(({ region }, index) => region === now[index]?.region) &&
  (Object.keys(a) as (keyof typeof a)[]).every((key) => a[key] === b[key]);

const decisionOf = ([first, ...others]: FindingGroup): RegionDecision | 'mixed' =>
  others.every(({ region }) => region.decision === first.region.decision) ? first.region.decision : 'mixed';

const fateOf = (group: FindingGroup): 'covered' | 'partly' | 'stays' => {
  const covered = group.filter(({ region }) => isToBeRedacted(region)).length;
  if (covered === 0) return 'stays';
  return covered === group.length ? 'covered' : 'partly';
};

/**
 * One row of the list: its picture, its class, what becomes of it, and the two ways to judge it. It is drawn anew only where it has
 * changed.
 */
export const FindingRow = memo(function FindingRow(props: FindingRowProps): ReactElement {
  const { service, group, name, place, selected, highlighted, unfolded, single } = props;
  const { store } = service;
  const [{ image, region }] = group;
  const [fate, decision] = [fateOf(group), decisionOf(group)];
  const ids = idsOf(group);
  const shown = () => shownFinding(group, store.getState().activeImage);
  const judge = (judged: 'accepted' | 'rejected'): void =>
    store.dispatch({ type: 'edited', changes: decide(store.getState().regions, new Set(ids), judged) });
  const jump = (more: boolean): void => {
    const { selectedIds, alikeIds } = store.getState();
    const finding = shown();
    store.dispatch({
      type: 'selected',
      ids: [...(more ? selectedIds : []), finding.region.id],
      alikeIds: [...(more ? alikeIds : []), ...ids],
    });
    service.showImage(finding.image);
  };
  const fullName = place === null ? name : `${name}, ${place}`;
  const told = [
    t(`class_${region.textClass}`),
    ...(place === null ? [] : [place]),
    t(`fate_${fate}`),
    ...(decision === 'proposed' ? [] : [t(`judged_${decision}`)]),
  ];
  const classes = [selected && 'selected', highlighted && 'highlighted', single && 'single'];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      data-region={region.id}
      data-decision={decision}
      onPointerEnter={() => store.dispatch({ type: 'highlighted', id: shown().region.id })}
      onPointerLeave={() => store.dispatch({ type: 'highlighted', id: null })}
    >
      {unfolded !== null && (
        <IconButton
          icon={unfolded ? 'fold' : 'unfold'}
          label={`${t(unfolded ? 'fold' : 'unfold')}: ${fullName}`}
          hint={t(unfolded ? 'fold' : 'unfold')}
          keyName="g"
          expanded={unfolded}
          onClick={() => store.dispatch({ type: 'unfolded', ids, unfolded: !unfolded })}
        />
      )}
      <button
        type="button"
        className="finding"
        aria-pressed={selected}
        onClick={(event) => jump(event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        <Snippet snippet={service.snippet} imageId={image.imageId} box={region.box} name={name} />
        <span className="told" title={told.join(' · ')}>
          <ClassMark textClass={region.textClass} filled={fate !== 'stays'} />{' '}
          <span className={`class ${region.textClass}`}>{told[0]}</span>
          {told.slice(1).map((each) => (
            <span key={each}> · {each}</span>
          ))}
        </span>
      </button>
      <span className="judge" role="group" aria-label={fullName}>
        <IconButton
          icon="accept"
          label={`${t('accept')}: ${fullName}`}
          hint={t('accept')}
          keyName="y"
          pressed={decision === 'accepted'}
          onClick={() => judge('accepted')}
        />
        <IconButton
          icon="reject"
          label={`${t('reject')}: ${fullName}`}
          hint={t('reject')}
          keyName="x"
          pressed={decision === 'rejected'}
          onClick={() => judge('rejected')}
        />
      </span>
    </li>
  );
}, isSame);

import type { ReactElement } from 'react';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { hasAnyOf, idsOf, type FindingGroup } from '../store/findingGroups.ts';
import type { ReviewState } from '../store/reviewState.ts';
import { FindingRow } from './FindingRow.tsx';
import { imageName, placeOf } from './findingPlace.ts';

interface FindingGroupRowsProps {
  readonly service: ReviewService;
  readonly review: Pick<ReviewState, 'selectedIds' | 'highlightedId' | 'unfoldedIds'>;
  readonly group: FindingGroup;
  /** 1-based, under the image that it is listed under. */
  readonly number: number;
  readonly isClip: boolean;
  readonly language: string;
}

/** The row of a group, and below it, where it is unfolded, one for each of its findings. */
export const FindingGroupRows = ({
  service,
  review,
  group,
  number,
  isClip,
  language,
}: FindingGroupRowsProps): ReactElement => {
  const { selectedIds, highlightedId, unfoldedIds } = review;
  const unfolded = group.length > 1 ? hasAnyOf(group, unfoldedIds) : null;
  const [first] = group;
  const common = (of: FindingGroup) => ({
    service,
    language,
    group: of,
    selected: hasAnyOf(of, selectedIds),
    highlighted: highlightedId !== null && idsOf(of).includes(highlightedId),
    name: t(first.region.source === 'drawn' ? 'finding_drawn' : 'finding_detected', { number }),
  });
  return (
    <>
      <FindingRow {...common(group)} place={placeOf(group, isClip)} unfolded={unfolded} single={false} />
      {unfolded === true &&
        group.map((finding) => (
          <FindingRow
            key={finding.region.id}
            {...common([finding])}
            place={imageName(finding.position, isClip)}
            unfolded={null}
            single
          />
        ))}
    </>
  );
};

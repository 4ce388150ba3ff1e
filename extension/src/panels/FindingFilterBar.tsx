import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../language/language.ts';
import { TEXT_CLASSES, type FindingFilter } from '../store/findings.ts';
import { allRegions } from '../store/regionMap.ts';
import type { ReviewState } from '../store/reviewState.ts';
import { ClassMark } from './ClassMark.tsx';

const SHOWN = ['all', 'open', 'covered', 'kept'] as const satisfies readonly FindingFilter['show'][];

interface FindingFilterBarProps {
  readonly review: ReviewState;
  readonly study: string;
  readonly onFilter: (filter: FindingFilter) => void;
  /** What the list is called. */
  readonly children: ReactNode;
}

/** The head of the list: which findings are listed, by class and by what becomes of them. */
export const FindingFilterBar = ({
  review,
  study,
  onFilter,
  children,
}: FindingFilterBarProps): ReactElement => {
  const { filter, regions } = review;
  const ofStudy = allRegions(regions).filter(({ studyInstanceUID }) => studyInstanceUID === study);
  const toggle = (textClass: TextClass): void => {
    const classes = new Set(filter.classes);
    if (!classes.delete(textClass)) classes.add(textClass);
    onFilter({ ...filter, classes });
  };
  return (
    <>
      <div className="title">
        {children}
        <label>
          {t('show')}
          <select
            value={filter.show}
            onChange={({ target }) => onFilter({ ...filter, show: target.value as FindingFilter['show'] })}
          >
            {SHOWN.map((show) => (
              <option key={show} value={show}>
                {t(`show_${show}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div role="group" aria-label={t('filterClasses')} className="classes">
        {TEXT_CLASSES.map((textClass) => (
          <button
            key={textClass}
            type="button"
            className={`chip ${textClass}`}
            aria-pressed={filter.classes.has(textClass)}
            onClick={() => toggle(textClass)}
          >
            <ClassMark textClass={textClass} filled={filter.classes.has(textClass)} />
            {t(`class_${textClass}`)}
            <span>{ofStudy.filter((region) => region.textClass === textClass).length}</span>
          </button>
        ))}
      </div>
    </>
  );
};

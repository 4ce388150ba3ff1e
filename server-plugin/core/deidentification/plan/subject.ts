import type { Part10File } from '../../part10/index.ts';
import type { PatientIdentity, PatientPseudonym, Pseudonyms } from '../pseudonyms.ts';
import { shiftDate } from './dates.ts';
import { rootValue } from './rootValue.ts';

/** The patient of an object: who it is, who it becomes. */
export interface Subject {
  readonly identity: PatientIdentity;
  readonly pseudonym: PatientPseudonym;
  /** The day of the examination, YYYYMMDD, or null where no date of the object tells it. */
  readonly day: string | null;
}

const DAYS = ['StudyDate', 'SeriesDate', 'AcquisitionDate', 'ContentDate', 'InstanceCreationDate'];

/** @param others what other objects tell of patients */
export const subjectOf = (
  file: Pick<Part10File, 'source' | 'dataset'>,
  identity: PatientIdentity,
  pseudonyms: Pseudonyms,
  others: readonly PatientIdentity[],
): Subject => {
  const day = DAYS.map((keyword) => rootValue(file, keyword)).find((value) => shiftDate(value, 0) !== null);
  return {
    identity,
    pseudonym: pseudonyms.patient(identity, others),
    day: day?.replaceAll('.', '') ?? null,
  };
};

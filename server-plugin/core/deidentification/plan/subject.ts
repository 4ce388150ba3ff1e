import {
  find,
  tagOfKeyword,
  valuesOf,
  characterSetOf,
  type Dataset,
  type Part10File,
} from '../../part10/index.ts';
import type { PatientIdentity, PatientPseudonym, PatientSex, Pseudonyms } from '../pseudonyms.ts';
import { shiftDate } from './dates.ts';

/** The patient of an object: who it is, who it becomes. */
export interface Subject {
  readonly identity: PatientIdentity;
  readonly pseudonym: PatientPseudonym;
  /** The day of the examination, YYYYMMDD, or null where no date of the object tells it. */
  readonly day: string | null;
}

/** The first value of a root attribute, '' where it is missing or empty. */
export const rootValue = (file: Pick<Part10File, 'source' | 'dataset'>, keyword: string): string =>
  datasetValue(file, file.dataset, keyword);

const datasetValue = (
  file: Pick<Part10File, 'source' | 'dataset'>,
  dataset: Dataset,
  keyword: string,
): string => {
  const tag = tagOfKeyword(keyword);
  const element = tag === undefined ? undefined : find(dataset, tag);
  if (element === undefined) return '';
  return valuesOf(file.source, element, characterSetOf(file.source, file.dataset))[0] ?? '';
};

const DAYS = ['StudyDate', 'SeriesDate', 'AcquisitionDate', 'ContentDate', 'InstanceCreationDate'];

const sexOf = (value: string): PatientSex => (value === 'M' || value === 'F' || value === 'O' ? value : '');

/** Reads who the patient is from the root of the Dataset (PS3.3 section C.7.1.1). */
export const subjectOf = (
  file: Pick<Part10File, 'source' | 'dataset'>,
  sopInstanceUID: string,
  pseudonyms: Pseudonyms,
): Subject => {
  const identity: PatientIdentity = {
    issuerOfPatientID: rootValue(file, 'IssuerOfPatientID'),
    patientID: rootValue(file, 'PatientID'),
    // Without a Study Instance UID nothing but the instance itself is known to belong together.
    studyInstanceUID: rootValue(file, 'StudyInstanceUID') || sopInstanceUID,
    patientSex: sexOf(rootValue(file, 'PatientSex')),
  };
  const day = DAYS.map((keyword) => rootValue(file, keyword)).find((value) => shiftDate(value, 0) !== null);
  return {
    identity,
    pseudonym: pseudonyms.patient(identity),
    day: day?.replaceAll('.', '') ?? null,
  };
};

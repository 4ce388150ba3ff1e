import { nameOf, type Part10File, type Place, type Tag, type VR } from '../../part10/index.ts';
import type { PatientIdentity, PatientPseudonym, Pseudonyms } from '../pseudonyms.ts';
import { profileRow } from '../standard/profileTable.ts';
import { namedPatient, PATIENT_ID } from './patientIdentity.ts';
import type { Subject } from './subject.ts';

/** What stands in the place of free text that is not kept. */
export const REMOVED_TEXT = 'REMOVED';

const PATIENT_NAME: Tag = 0x00100010;
const ACCESSION_NUMBER: Tag = 0x00080050;
const REGISTERED_UIDS = '1.2.840.10008.';

/** Values of other VRs that say nothing and are valid. */
const DUMMIES: Partial<Readonly<Record<VR, string>>> = {
  AE: REMOVED_TEXT,
  AS: '000D',
  CS: REMOVED_TEXT,
  DA: '19000101',
  DS: '0',
  DT: '19000101000000',
  IS: '0',
  TM: '000000',
  UR: 'urn:removed',
};

/** What pseudonyms are made with. */
export interface PseudonymContext {
  readonly source: Part10File['source'];
  readonly pseudonyms: Pseudonyms;
  readonly subject: Subject;
  /** What other objects tell of patients. */
  readonly others: readonly PatientIdentity[];
  /** Original to new UID, of every UID met so far. */
  readonly uids: Map<string, string>;
}

/** The new UID of an instance UID; UIDs that the Standard registers stay. */
export const newUID = (original: string, { pseudonyms, uids }: PseudonymContext): string => {
  if (original.startsWith(REGISTERED_UIDS)) return original;
  const known = uids.get(original) ?? pseudonyms.uid(original);
  uids.set(original, known);
  return known;
};

const patientOf = (place: Place, context: PseudonymContext): PatientPseudonym => {
  const { source, subject, pseudonyms, others } = context;
  const identity = namedPatient(place, source, subject.identity);
  return identity === subject.identity ? subject.pseudonym : pseudonyms.patient(identity, others);
};

/**
 * The pseudonym of one value of an attribute, or '' where nothing consistent can stand for it: then Z leaves it empty, and D takes
 * `dummyOf`.
 */
export const pseudonymOf = (place: Place, vr: VR, value: string, context: PseudonymContext): string => {
  const { tag } = place.element;
  const { pseudonyms } = context;
  if (tag === PATIENT_NAME) return patientOf(place, context).patientName;
  if (tag === PATIENT_ID) return patientOf(place, context).patientID;
  if (tag === ACCESSION_NUMBER) return pseudonyms.accessionNumber(value);
  if (vr === 'PN') return pseudonyms.personName(value);
  if (vr === 'UI') return newUID(value, context);
  const options = profileRow(tag)?.options;
  if (options === undefined || options.has('cleanDescriptors')) return '';
  if (vr !== 'LO' && vr !== 'SH' && vr !== 'ST' && vr !== 'UC') return '';
  return options.has('retainInstitutionIdentity')
    ? pseudonyms.institutionName(value)
    : pseudonyms.identifier(nameOf(tag), value);
};

/** A value of the VR that says nothing. */
export const dummyOf = (vr: VR): string => DUMMIES[vr] ?? REMOVED_TEXT;

import {
  find,
  valuesOf,
  type ByteSource,
  type Part10File,
  type Place,
  type Tag,
} from '../../part10/index.ts';
import type { PatientIdentity, PatientSex } from '../pseudonyms.ts';
import { rootValue } from './rootValue.ts';

export const PATIENT_ID: Tag = 0x00100020;
const ISSUER_OF_PATIENT_ID: Tag = 0x00100021;
const PATIENT_SEX: Tag = 0x00100040;

const sexOf = (value: string): PatientSex => (value === 'M' || value === 'F' || value === 'O' ? value : '');

/** Who the patient is by the root of the Dataset (PS3.3 section C.7.1.1). */
export const patientIdentityOf = (
  file: Pick<Part10File, 'source' | 'dataset'>,
  sopInstanceUID: string,
): PatientIdentity => ({
  issuerOfPatientID: rootValue(file, 'IssuerOfPatientID'),
  patientID: rootValue(file, 'PatientID'),
  // Without a Study Instance UID nothing but the instance itself is known to belong together.
  studyInstanceUID: rootValue(file, 'StudyInstanceUID') || sopInstanceUID,
  patientSex: sexOf(rootValue(file, 'PatientSex')),
});

/** The patient that the Dataset of a place names: an Item may name another one than the root does. */
export const namedPatient = (
  { dataset, characterSet }: Pick<Place, 'dataset' | 'characterSet'>,
  source: ByteSource,
  root: PatientIdentity,
): PatientIdentity => {
  const valueOf = (tag: Tag): string | undefined => {
    const element = find(dataset, tag);
    return element === undefined ? undefined : valuesOf(source, element, characterSet)[0];
  };
  const patientID = valueOf(PATIENT_ID);
  if (patientID === undefined || patientID === root.patientID) return root;
  return {
    ...root,
    patientID,
    issuerOfPatientID: valueOf(ISSUER_OF_PATIENT_ID) ?? root.issuerOfPatientID,
    // The root's tells nothing of another person.
    patientSex: sexOf(valueOf(PATIENT_SEX) ?? ''),
  };
};

/** All patients that an object names, each once. */
export const patientsIn = (
  places: Iterable<Place>,
  source: ByteSource,
  root: PatientIdentity,
): ReadonlyMap<string, PatientIdentity> => {
  const patients = new Map([[JSON.stringify(root), root]]);
  for (const place of places) {
    if (place.element.tag !== PATIENT_ID) continue;
    const patient = namedPatient(place, source, root);
    if (patient !== root) patients.set(JSON.stringify(patient), patient);
  }
  return patients;
};

import type { PatientIdentity } from '@pseudonymize-redact/core/deidentification';

/** Keys of two projects. */
export const KEY = new Uint8Array(32).fill(7);
export const OTHER_KEY = new Uint8Array(32).fill(8);

/** A patient as an object tells of them. */
export const identity = (values: Partial<PatientIdentity> = {}): PatientIdentity => ({
  issuerOfPatientID: 'A',
  patientID: '1108739',
  studyInstanceUID: '1.2.3',
  patientSex: 'F',
  ...values,
});

import type { PatientIdentity } from '@pseudonymize-redact/core/deidentification';
import { isPlaceholder } from './placeholder.ts';

/** What tells one person from all others, as the parts of a key. */
export type Person = readonly string[];

/** The Patient ID under its issuer, or the study where the ID names nobody: then each study is a person of its own. */
export const personOf = (identity: PatientIdentity, defaultIssuer: string): Person =>
  isPlaceholder(identity.patientID)
    ? ['study', identity.studyInstanceUID]
    : ['patient', identity.issuerOfPatientID.trim() || defaultIssuer, identity.patientID.trim()];

import type { PatientIdentity, PatientSex } from '@pseudonymize-redact/core/deidentification';
import { isPlaceholder } from './placeholder.ts';

/** `names`: fictitious, fitting the sex; `neutral`: fitting any; `codes`: `PSN-` and the code of the Patient ID. */
export type PatientNames = 'names' | 'neutral' | 'codes';

/** What tells one person from all others, as the parts of a key. */
export type Person = readonly string[];

/** The Patient ID under its issuer, or the study where the ID names nobody: then each study is a person of its own. */
export const personOf = (identity: PatientIdentity, defaultIssuer: string): Person =>
  isPlaceholder(identity.patientID)
    ? ['study', identity.studyInstanceUID]
    : ['patient', identity.issuerOfPatientID.trim() || defaultIssuer, identity.patientID.trim()];

/** The sex that the name of a person is to fit: what all that is told of the person agrees on; '' where nothing is told, or several. */
export const sexOfPerson = (
  identity: PatientIdentity,
  others: readonly PatientIdentity[],
  { defaultIssuer = '', patientNames = 'names' }: { defaultIssuer?: string; patientNames?: PatientNames },
): PatientSex => {
  if (patientNames === 'neutral') return '';
  const person = JSON.stringify(personOf(identity, defaultIssuer));
  const sexes = new Set([
    identity.patientSex,
    ...others
      .filter((other) => JSON.stringify(personOf(other, defaultIssuer)) === person)
      .map(({ patientSex }) => patientSex),
  ]);
  sexes.delete('');
  const [sex = '', ...more] = sexes;
  return more.length === 0 ? sex : '';
};

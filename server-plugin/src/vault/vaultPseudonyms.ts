import { randomBytes } from 'node:crypto';
import {
  fictitiousName,
  type PatientPseudonym,
  type PatientSex,
  type Pseudonyms,
} from '@pseudonymize-redact/core/deidentification';
import { codeOf, PATIENT_CODE_LENGTH } from '../pseudonyms/code.ts';
import { dateShiftOf, type PseudonymOptions } from '../pseudonyms/keyedPseudonyms.ts';
import { personOf, sexOfPerson } from '../pseudonyms/person.ts';
import { remembering } from '../pseudonyms/remembered.ts';
import type { People } from './people.ts';
import { UnmetPatient } from './unmetPatient.ts';

const RANDOM_BYTES = 32;

/** A pseudonym that nothing about the patient leads to (45 CFR 164.514(c)). */
const randomPseudonym = (patientSex: PatientSex, options: PseudonymOptions): PatientPseudonym => {
  const patientID = `PSN-${codeOf(randomBytes(RANDOM_BYTES), PATIENT_CODE_LENGTH)}`;
  return {
    patientID,
    patientName:
      options.patientNames === 'codes' ? patientID : fictitiousName(randomBytes(RANDOM_BYTES), patientSex),
    dateShiftDays: dateShiftOf(randomBytes(RANDOM_BYTES), options),
  };
};

/**
 * Pseudonyms of which the vault keeps the patients': whoever was met once keeps name, number and shift for good, and one pseudonym
 * never means two people.
 *
 * @param people asked outside of the making of copies: `patient` throws UnmetPatient for whoever is met for the first time
 * @param allocation `random`: patients get random pseudonyms, which only the vault can undo; `derived`: those of `base`
 */
export const vaultPseudonyms = (
  base: Pseudonyms,
  people: People,
  allocation: 'derived' | 'random',
  options: PseudonymOptions,
): Pseudonyms => {
  const { defaultIssuer = '', patientNames = 'names' } = options;
  const met = remembering<PatientPseudonym>();
  return {
    ...base,
    patient: (identity, others = []) => {
      const person = [...personOf(identity, defaultIssuer), patientNames];
      const key = JSON.stringify(person);
      const known = met.get(key);
      if (known !== undefined) return known;
      throw new UnmetPatient(async () => {
        const proposed =
          allocation === 'random'
            ? randomPseudonym(sexOfPerson(identity, others, options), options)
            : base.patient(identity, others);
        met.set(key, await people.pseudonymOf(person, proposed));
      });
    },
  };
};

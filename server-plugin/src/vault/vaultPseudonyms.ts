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
import type { Vault } from './vault.ts';

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
 * @param allocation `random`: patients get random pseudonyms, which only the vault can undo; `derived`: those of `base`
 */
export const vaultPseudonyms = (
  base: Pseudonyms,
  vault: Vault,
  allocation: 'derived' | 'random',
  options: PseudonymOptions,
): Pseudonyms => {
  const { defaultIssuer = '', patientNames = 'names' } = options;
  const met = new Map<string, PatientPseudonym>();
  return {
    ...base,
    patient: (identity, others = []) => {
      const person = [...personOf(identity, defaultIssuer), patientNames];
      const key = JSON.stringify(person);
      const known = met.get(key);
      if (known !== undefined) return known;
      const make = (): PatientPseudonym =>
        allocation === 'random'
          ? randomPseudonym(sexOfPerson(identity, others, options), options)
          : base.patient(identity, others);
      const { pseudonym } = vault.entryOf(person, make);
      met.set(key, pseudonym);
      return pseudonym;
    },
  };
};

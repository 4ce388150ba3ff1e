import {
  fictitiousName,
  type PatientPseudonym,
  type PatientSex,
  type Pseudonyms,
} from '@pseudonymize-redact/core/deidentification';
import { codeOf, PATIENT_CODE_LENGTH } from './code.ts';
import { keyedHash } from './keyedHash.ts';
import { personOf, sexOfPerson, type PatientNames, type Person } from './person.ts';
import { remembered } from './remembered.ts';

export interface PseudonymOptions {
  /** For patients whose object names no issuer. @default '' */
  readonly defaultIssuer?: string;
  /** @default 'names' */
  readonly patientNames?: PatientNames;
  /** The largest shift, in weeks. @default 260 */
  readonly maxShiftWeeks?: number;
}

/** Fills SH's 16 characters with a prefix of two. */
const IDENTIFIER_CODE_LENGTH = 13;
const FEWEST_LETTERS_OF_PART = 3;
/** More than any real name needs. */
const MOST_NAMES = 16;
const DAYS_OF_WEEK = 7;
const DEFAULT_MAX_SHIFT_WEEKS = 260;

/** A UUID of version 8 (RFC 9562) as a UID (PS3.5 section B.2). */
const uuidUid = (hash: Buffer): string => {
  const uuid = Buffer.from(hash.subarray(0, 16));
  uuid[6] = ((uuid[6] ?? 0) & 0x0f) | 0x80;
  uuid[8] = ((uuid[8] ?? 0) & 0x3f) | 0x80;
  return `2.25.${BigInt(`0x${uuid.toString('hex')}`)}`;
};

/** The parts of a name without case, diacritics, punctuation and order: `Müller^Jörg` is `JORG MULLER`. */
const bareName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');

/** A negative multiple of 7 days. */
export const dateShiftOf = (
  hash: Buffer,
  { maxShiftWeeks = DEFAULT_MAX_SHIFT_WEEKS }: PseudonymOptions,
): number => -DAYS_OF_WEEK * (1 + (hash.readUInt32BE() % maxShiftWeeks));

/**
 * The pseudonyms of a project as functions of its key: nothing is stored, and the same on every machine that holds the key.
 *
 * @param fittingSex the sex that the name of a person is to fit, by what is told of it
 */
export const keyedPseudonyms = (
  key: Uint8Array,
  options: PseudonymOptions = {},
  fittingSex = (_person: Person, told: PatientSex): PatientSex => told,
): Pseudonyms => {
  const { defaultIssuer = '', patientNames = 'names' } = options;
  const hashUid = keyedHash(key, 'uid');
  const hashPatient = keyedHash(key, 'patient');
  const hashPatientName = keyedHash(key, 'patient-name');
  const hashDates = keyedHash(key, 'dates');
  const hashAccession = keyedHash(key, 'accession');
  const hashPerson = keyedHash(key, 'person');
  const hashInstitution = keyedHash(key, 'institution');
  const hashIdentifier = keyedHash(key, 'identifier');

  const patientOf = (person: Person, sex: PatientSex): PatientPseudonym => {
    const patientID = `PSN-${codeOf(hashPatient(...person), PATIENT_CODE_LENGTH)}`;
    return {
      patientID,
      patientName: patientNames === 'codes' ? patientID : fictitiousName(hashPatientName(...person), sex),
      dateShiftDays: dateShiftOf(hashDates(...person), options),
    };
  };

  /** The first of the person's names that has no part of the real one in it: `Eve` does not become `Nevey`. */
  const personName = (original: string): string => {
    const bare = bareName(original);
    const parts = bare.split(' ').filter(({ length }) => length >= FEWEST_LETTERS_OF_PART);
    for (let at = 0; at < MOST_NAMES; at++) {
      const name = fictitiousName(at === 0 ? hashPerson(bare) : hashPerson(bare, String(at)), '');
      const [family = '', given = ''] = name.toUpperCase().split('^');
      if (!parts.some((part) => family.includes(part) || given.includes(part))) return name;
    }
    return `PSN-${codeOf(hashPerson(bare), PATIENT_CODE_LENGTH)}`;
  };

  const itself = (original: string): string => original;
  const together = (...parts: readonly string[]): string => JSON.stringify(parts);
  const patient = remembered(patientOf, (person, sex) => together(...person, sex));
  return {
    uid: remembered((original) => uuidUid(hashUid(original)), itself),
    patient: (identity, others = []) => {
      const person = personOf(identity, defaultIssuer);
      return patient(person, fittingSex(person, sexOfPerson(identity, others, options)));
    },
    accessionNumber: remembered(
      (original) => `A-${codeOf(hashAccession(original), IDENTIFIER_CODE_LENGTH)}`,
      itself,
    ),
    personName: remembered(personName, itself),
    institutionName: remembered(
      (original) => `Institution ${codeOf(hashInstitution(bareName(original)), 6)}`,
      itself,
    ),
    identifier: remembered(
      (kind, original) => `P-${codeOf(hashIdentifier(kind, original), IDENTIFIER_CODE_LENGTH)}`,
      together,
    ),
  };
};

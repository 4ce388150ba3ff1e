import { readFileSync } from 'node:fs';
import type { PatientIdentity, Pseudonyms } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const MOST_CHARACTERS_OF_LO = 64;

const Row = z.strictObject({
  id_old: z.string().trim().min(1),
  id_new: z
    .string()
    .trim()
    .min(1)
    .max(MOST_CHARACTERS_OF_LO)
    .regex(/^[^\\\p{Cc}]*$/u),
  /** The issuer of the original Patient ID. */
  issuer: z.string().trim().default(''),
  /** The new Patient's Name, `Family^Given`. @default the new Patient ID */
  name_new: z.string().trim().max(MOST_CHARACTERS_OF_LO).default(''),
});
type Row = z.infer<typeof Row>;

/** The administrator's own pseudonyms, by issuer and original Patient ID. */
export type PatientMapping = ReadonlyMap<string, Row>;

const keyOf = (issuer: string, patientID: string): string =>
  JSON.stringify([issuer.trim(), patientID.trim()]);

/**
 * Reads a CSV file with the header `id_old,id_new` and, where wanted, `issuer` and `name_new`: trial subject numbers, for example.
 *
 * @throws CodedError MAPPING_INVALID; PSEUDONYM_COLLISION where two patients have one pseudonym, or one has two
 */
export const readPatientMapping = (path: string): PatientMapping => {
  let rows: readonly Row[];
  try {
    const records: unknown = parse(readFileSync(path, 'utf8'), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
    });
    rows = z.array(Row).parse(records);
  } catch (cause) {
    throw new CodedError('MAPPING_INVALID', null, { cause });
  }
  const mapping = new Map(rows.map((row) => [keyOf(row.issuer, row.id_old), row]));
  const isOneToOne =
    mapping.size === rows.length && new Set(rows.map(({ id_new }) => id_new)).size === rows.length;
  if (!isOneToOne) throw new CodedError('PSEUDONYM_COLLISION', 'the mapping of patients');
  return mapping;
};

/**
 * Pseudonyms in which patients have the names and numbers that the administrator gave them; everything else as `base` has it.
 * A patient who is not in the mapping gets no pseudonym.
 */
export const mappedPseudonyms = (
  base: Pseudonyms,
  mapping: PatientMapping,
  defaultIssuer: string,
): Pseudonyms => {
  const rowOf = ({ issuerOfPatientID, patientID }: PatientIdentity): Row | undefined =>
    mapping.get(keyOf(issuerOfPatientID || defaultIssuer, patientID)) ?? mapping.get(keyOf('', patientID));
  return {
    ...base,
    patient: (identity, others) => {
      const row = rowOf(identity);
      if (row === undefined) throw new CodedError('PATIENT_NOT_MAPPED', 'PatientID');
      const { id_new: patientID, name_new: patientName } = row;
      return { ...base.patient(identity, others), patientID, patientName: patientName || patientID };
    },
  };
};

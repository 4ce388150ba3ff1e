import { createHmac } from 'node:crypto';
import type { Pseudonyms } from '@pseudonymize-redact/core/deidentification';

/** Pseudonyms of a key, simple enough to be read at a glance: what the plan needs of the ones the edge makes. */
export const keyedPseudonyms = (key: string): Pseudonyms => {
  const digest = (...parts: readonly string[]): Buffer =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  const code = (...parts: readonly string[]): string =>
    digest(...parts)
      .toString('hex')
      .slice(0, 8)
      .toUpperCase();
  return {
    uid: (original) =>
      `2.25.${BigInt(`0x1${digest('uid', original).toString('hex').slice(0, 30)}`).toString()}`,
    patient: ({ issuerOfPatientID, patientID }) => ({
      patientName: `PSN-${code('name', issuerOfPatientID, patientID)}^Fictitious`,
      patientID: `PSN-${code('id', issuerOfPatientID, patientID)}`,
      dateShiftDays: -7 * (1 + ((digest('shift', issuerOfPatientID, patientID)[0] ?? 0) % 100)),
    }),
    accessionNumber: (original) => `ACC${code('accession', original)}`,
    personName: (original) => `PSN-${code('person', original)}^Fictitious`,
    institutionName: (original) => `INST-${code('institution', original)}`,
    identifier: (kind, original) => `PSN-${code(kind, original)}`,
  };
};

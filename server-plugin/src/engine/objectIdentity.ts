import { previewOf } from '@pseudonymize-redact/core/deidentification';
import { readPart10, type ByteSource } from '@pseudonymize-redact/core/part10';
import type { EngineProject } from './deidentifyInstance.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { PIXELS_LEFT_OUT, planFor } from './planFor.ts';

/** Original, then pseudonym. */
type Pair = readonly [string, string];

/** Whose object a file is and whose its copy will be, as the vault keeps it; for memory only. */
export interface ObjectIdentity {
  readonly patientName: Pair;
  readonly patientID: Pair;
  readonly issuerOfPatientID: string;
  readonly studyInstanceUID: Pair;
  readonly accessionNumber: Pair;
}

/** @throws CodedError as `deidentifyInstance` */
export const objectIdentityOf = (source: ByteSource, project: EngineProject): ObjectIdentity => {
  const file = readPart10(source, nodeDeflate);
  const plan = planFor(file, project, PIXELS_LEFT_OUT);
  const { subject, newStudyInstanceUID } = plan.identity;
  const rows = new Map(previewOf(file, plan).map((row) => [row.path, row]));
  const pairOf = (keyword: string): Pair => {
    const row = rows.get(keyword);
    return [row?.oldValue ?? '', row?.newValue ?? ''];
  };
  return {
    patientName: pairOf('PatientName'),
    patientID: pairOf('PatientID'),
    issuerOfPatientID: subject.identity.issuerOfPatientID,
    studyInstanceUID: [subject.identity.studyInstanceUID, newStudyInstanceUID],
    accessionNumber: pairOf('AccessionNumber'),
  };
};

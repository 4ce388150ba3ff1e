import { z } from 'zod';

/** The header with the secret of a re-identifier. */
export const REIDENTIFIER_HEADER = 'x-reidentifier-secret';

/** Asks who a pseudonym is. */
export const ReidentificationRequest = z.object({
  project: z.string().min(1).max(64).default('default'),
  /** A Patient ID, Patient's Name, Accession Number, or a Study, Series or SOP Instance UID of a copy. */
  pseudonym: z.string().min(1).max(128),
  /** Why; it stands in the audit, so it must not name the patient. */
  reason: z.string().max(500).default(''),
});
export type ReidentificationRequest = z.infer<typeof ReidentificationRequest>;

/** Null where it is not known, or not asked for. */
const Identifiers = z.object({
  patientName: z.string().nullable(),
  patientID: z.string().nullable(),
  issuerOfPatientID: z.string().nullable(),
  accessionNumber: z.string().nullable(),
  studyInstanceUID: z.string().nullable(),
  seriesInstanceUID: z.string().nullable(),
  sopInstanceUID: z.string().nullable(),
});
export type Identifiers = z.infer<typeof Identifiers>;

/** Who it is, once for each of the studies that have the pseudonym. Identifying: for the re-identifier only. */
export const Reidentification = z.object({
  project: z.string(),
  reidentifier: z.string(),
  matches: z.array(z.object({ original: Identifiers, copy: Identifiers })),
});
export type Reidentification = z.infer<typeof Reidentification>;

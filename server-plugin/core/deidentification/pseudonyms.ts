/** Patient's Sex (0010,0040); empty where it is not known. */
export type PatientSex = 'M' | 'F' | 'O' | '';

/** What tells one patient from another (PS3.3 C.7.1.1): values as read, trimmed. */
export interface PatientIdentity {
  readonly issuerOfPatientID: string;
  readonly patientID: string;
  /** Tells patients apart where the Patient ID is empty or a placeholder: then each study is a person of its own. */
  readonly studyInstanceUID: string;
  readonly patientSex: PatientSex;
}

export interface PatientPseudonym {
  /** `Family^Given`, fictitious, of the same sex, marked so that nobody takes it for a real person. */
  readonly patientName: string;
  readonly patientID: string;
  /** Added to every date of the patient: a negative multiple of 7, in days. */
  readonly dateShiftDays: number;
}

/**
 * The pseudonyms of one project: functions of its key, the same on every machine and at any time. The edge that implements
 * them holds the key. Every function is total and deterministic.
 */
export interface Pseudonyms {
  /** `2.25.` and a UUID (PS3.5 section B.2). The caller keeps registered UIDs (1.2.840.10008…) as they are. */
  readonly uid: (original: string) => string;
  /**
   * One patient always gets the same pseudonym. The name fits the sex that the identity and the others that are of the same person
   * tell; where they tell none, or several, it fits any.
   *
   * @param others what other objects tell of patients, of this one and of others
   */
  readonly patient: (identity: PatientIdentity, others?: readonly PatientIdentity[]) => PatientPseudonym;
  /** At most 16 characters (SH). */
  readonly accessionNumber: (original: string) => string;
  /** `Family^Given` of anybody but the patient: the same person, by letters without case and order, gets the same name. */
  readonly personName: (original: string) => string;
  readonly institutionName: (original: string) => string;
  /** Any other identifier (Study ID, device serial number …): `kind` is the keyword of the attribute; at most 16 characters. */
  readonly identifier: (kind: string, original: string) => string;
}

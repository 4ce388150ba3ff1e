// Nobody here exists, nor does the hospital: telephone numbers of 555-01xx and the domain example.org are reserved for fiction.
import type { Attributes } from './dicomFile.ts';

export interface Patient {
  readonly attributes: Attributes;
  /** As a modality shows it. */
  readonly shownName: string;
  readonly id: string;
  readonly sex: 'F' | 'M';
  /** YYYYMMDD */
  readonly birthDate: string;
}

export const JUNIPER: Patient = {
  shownName: 'LARKSPUR, JUNIPER M',
  id: 'FH-0042817',
  sex: 'F',
  birthDate: '19610409',
  attributes: {
    PatientName: 'Larkspur^Juniper^Mae',
    PatientID: 'FH-0042817',
    IssuerOfPatientID: 'FERNHOLLOW',
    PatientBirthDate: '19610409',
    PatientSex: 'F',
    PatientSize: 1.68,
    PatientWeight: 64,
    OtherPatientNames: 'Quillfeather^Juniper',
    OtherPatientIDsSequence: [
      { PatientID: '061-55-0199', IssuerOfPatientID: 'EXAMPLETON HEALTH PLAN', TypeOfPatientID: 'TEXT' },
    ],
    PatientBirthName: 'Quillfeather^Juniper',
    PatientMotherBirthName: 'Ashdown^Odette',
    PatientAddress: '12 Nowhere Lane, Exampleton',
    PatientTelephoneNumbers: '+1 555 0142',
    EthnicGroup: 'Unknown',
    Occupation: 'Lightkeeper',
    AdditionalPatientHistory:
      'Mrs Larkspur, ex-smoker. Cough since 27 Feb 2023. Daughter Clementine Larkspur: 555 0143.',
    PatientComments: 'Synthetic demonstration patient. Letters to juniper.larkspur@example.org',
  },
};

/** Another patient with the family name of the first. */
export const BASIL: Patient = {
  shownName: 'LARKSPUR, BASIL',
  id: 'FH-0057391',
  sex: 'M',
  birthDate: '19880721',
  attributes: {
    PatientName: 'Larkspur^Basil',
    PatientID: 'FH-0057391',
    IssuerOfPatientID: 'FERNHOLLOW',
    PatientBirthDate: '19880721',
    PatientSex: 'M',
    PatientSize: 1.81,
    PatientWeight: 77,
    PatientAddress: '4 Imaginary Row, Exampleton',
    PatientTelephoneNumbers: '+1 555 0177',
    Occupation: 'Cabinetmaker',
    AdditionalPatientHistory:
      'Mr Basil Larkspur fell from a ladder on 06 May 2023; tender over the fifth metacarpal.',
    PatientComments: 'Synthetic demonstration patient. Not related to Juniper Larkspur.',
  },
};

export const HOSPITAL = 'Fernhollow General Hospital';

export const INSTITUTION: Attributes = {
  InstitutionName: HOSPITAL,
  InstitutionAddress: '1 Infirmary Road, Exampleton',
};

export const REFERRING_PHYSICIAN = 'Thistlewood^Marguerite^^Dr';
export const READING_PHYSICIAN = 'Castellane^Ignatius^^Dr';
export const PERFORMING_PHYSICIAN = 'Øvergård^Søren^^Dr';

/** Who the referring physician is, by code, address and telephone. */
export const REFERRING_PHYSICIAN_IDENTIFICATION: Attributes = {
  PersonIdentificationCodeSequence: [
    {
      CodeValue: 'FH-D-118',
      CodingSchemeDesignator: '99FERNHOLLOW',
      CodeMeaning: 'Dr Marguerite Thistlewood',
    },
  ],
  PersonAddress: '8 Surgery Street, Exampleton',
  PersonTelephoneNumbers: '+1 555 0108',
  InstitutionName: 'Exampleton Family Practice',
  InstitutionAddress: '8 Surgery Street, Exampleton',
};

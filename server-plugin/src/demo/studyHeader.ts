import { uidOf, type Attributes } from './dicomFile.ts';
import {
  INSTITUTION,
  PERFORMING_PHYSICIAN,
  READING_PHYSICIAN,
  REFERRING_PHYSICIAN,
  REFERRING_PHYSICIAN_IDENTIFICATION,
  type Patient,
} from './people.ts';

export interface DemoStudy {
  /** Unique among the demo studies; the UIDs come from it. */
  readonly key: string;
  readonly patient: Patient;
  /** YYYYMMDD */
  readonly date: string;
  /** HHMMSS */
  readonly time: string;
  readonly accessionNumber: string;
  readonly description: string;
  readonly reason: string;
}

export interface DemoSeries {
  readonly number: number;
  readonly modality: string;
  readonly description: string;
  readonly operator: string;
  readonly equipment: Attributes;
}

/** Age at the day of the study, as PS3.5 writes it. */
const ageOn = (birthDate: string, date: string): string => {
  const years = Math.floor((Number(date) - Number(birthDate)) / 10_000);
  return `${String(years).padStart(3, '0')}Y`;
};

export const studyUid = (study: DemoStudy): string => uidOf(study.key);

/** The modules of Patient, Study, Series and Equipment, and SOP Common, of one image. */
export const headerOf = (
  study: DemoStudy,
  series: DemoSeries,
  sopClassUID: string,
  instanceNumber: number,
): Attributes => {
  const { patient, date, time } = study;
  const seriesKey = `${study.key}/${series.number}`;
  return {
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: sopClassUID,
    SOPInstanceUID: uidOf(`${seriesKey}/${instanceNumber}`),
    ...patient.attributes,
    PatientAge: ageOn(patient.birthDate, date),

    StudyInstanceUID: studyUid(study),
    StudyID: study.accessionNumber.slice(-6),
    StudyDate: date,
    StudyTime: time,
    AccessionNumber: study.accessionNumber,
    StudyDescription: study.description,
    ReferringPhysicianName: REFERRING_PHYSICIAN,
    ReferringPhysicianIdentificationSequence: [REFERRING_PHYSICIAN_IDENTIFICATION],
    NameOfPhysiciansReadingStudy: READING_PHYSICIAN,
    RequestingPhysician: REFERRING_PHYSICIAN,
    RequestedProcedureDescription: study.description,

    SeriesInstanceUID: uidOf(seriesKey),
    SeriesNumber: series.number,
    SeriesDate: date,
    SeriesTime: time,
    SeriesDescription: series.description,
    Modality: series.modality,
    PerformingPhysicianName: PERFORMING_PHYSICIAN,
    OperatorsName: series.operator,
    PerformedProcedureStepID: `PPS-${study.accessionNumber}`,
    PerformedProcedureStepStartDate: date,
    PerformedProcedureStepStartTime: time,
    PerformedProcedureStepDescription: study.description,
    RequestAttributesSequence: [
      {
        RequestedProcedureID: `RP-${study.accessionNumber}`,
        RequestedProcedureDescription: study.description,
        ScheduledProcedureStepID: `SPS-${study.accessionNumber}`,
        ScheduledProcedureStepDescription: study.description,
        ReasonForTheRequestedProcedure: study.reason,
      },
    ],

    ...INSTITUTION,
    ...series.equipment,

    InstanceNumber: instanceNumber,
    InstanceCreationDate: date,
    InstanceCreationTime: time,
    ContentDate: date,
    ContentTime: time,
    AcquisitionDate: date,
    AcquisitionTime: time,
  };
};

/**
 * What a Directory Record has of its object: keyword → what stands for a value that is missing there. Null: an empty value (Type 2).
 * Undefined: the attribute is left out (Type 1C or 3). `number`: its place among its siblings.
 */
export type RecordKeys = Readonly<Record<string, string | null | undefined>>;

/** Directory Record Type (0004,1430) and its keys (PS3.3 sections F.4 and F.5). */
export interface RecordType {
  readonly name: string;
  readonly keys: RecordKeys;
}

/** Stands for a number that the object does not have: its place among its siblings. */
export const PLACE = 'number';
/** De-identification empties dates that a directory must have: what other writers of directories put there too. */
const NO_DATE = '19000101';
const NO_TIME = '000000';

export const PATIENT: RecordType = { name: 'PATIENT', keys: { PatientID: '', PatientName: null } };
export const STUDY: RecordType = {
  name: 'STUDY',
  keys: {
    StudyDate: NO_DATE,
    StudyTime: NO_TIME,
    AccessionNumber: null,
    StudyDescription: null,
    StudyInstanceUID: '',
    StudyID: PLACE,
  },
};
export const SERIES: RecordType = {
  name: 'SERIES',
  keys: { Modality: 'OT', SeriesInstanceUID: '', SeriesNumber: PLACE },
};

const NUMBERED: RecordKeys = { InstanceNumber: PLACE };
const WRITTEN: RecordKeys = { ...NUMBERED, ContentDate: NO_DATE, ContentTime: NO_TIME };
/** Content Identification Macro (PS3.3 table 10-12). */
const TITLED: RecordKeys = {
  ...NUMBERED,
  ContentLabel: 'UNNAMED',
  ContentDescription: null,
  ContentCreatorName: null,
};
const TITLED_AND_WRITTEN: RecordKeys = { ...WRITTEN, ...TITLED };
/** Of the Content Sequence only what modifies the title is taken. */
const DOCUMENT: RecordKeys = { ...WRITTEN, ConceptNameCodeSequence: undefined, ContentSequence: undefined };

const IMAGE: RecordType = { name: 'IMAGE', keys: { ...NUMBERED, ImageType: undefined } };
const PRESENTATION: RecordType = {
  name: 'PRESENTATION',
  keys: {
    ...TITLED,
    PresentationCreationDate: NO_DATE,
    PresentationCreationTime: NO_TIME,
    ReferencedSeriesSequence: undefined,
    BlendingSequence: undefined,
  },
};
const SR_DOCUMENT: RecordType = {
  name: 'SR DOCUMENT',
  keys: {
    ...DOCUMENT,
    CompletionFlag: 'PARTIAL',
    VerificationFlag: 'UNVERIFIED',
    VerificationDateTime: undefined,
  },
};
const TREATMENT: RecordType = {
  name: 'RT TREAT RECORD',
  keys: { ...NUMBERED, TreatmentDate: null, TreatmentTime: null },
};
const RT_PLAN: RecordType = {
  name: 'RT PLAN',
  keys: { ...NUMBERED, RTPlanLabel: 'UNNAMED', RTPlanDate: null, RTPlanTime: null },
};
const MEASUREMENT: RecordType = { name: 'MEASUREMENT', keys: WRITTEN };
const REGISTRATION: RecordType = { name: 'REGISTRATION', keys: TITLED_AND_WRITTEN };
const SURFACE_SCAN: RecordType = { name: 'SURFACE SCAN', keys: WRITTEN };
/** Of what PS3.3 has no other type for. */
const PRIVATE: RecordType = {
  name: 'PRIVATE',
  keys: { PrivateRecordUID: '2.25.211894376820471563904716823950613274519' },
};

const STORAGE = '1.2.840.10008.5.1.4.1.1.';

/** By what follows the root of the Storage SOP Classes; the longest beginning that fits counts. */
const TYPES: Readonly<Record<string, RecordType>> = {
  '1': IMAGE,
  '2': IMAGE,
  '3': IMAGE,
  '4': IMAGE,
  '4.2': {
    name: 'SPECTROSCOPY',
    keys: {
      ...WRITTEN,
      ImageType: undefined,
      NumberOfFrames: '1',
      Rows: undefined,
      Columns: undefined,
      DataPointRows: undefined,
      DataPointColumns: undefined,
      ReferencedImageEvidenceSequence: undefined,
    },
  },
  '5': IMAGE,
  '6': IMAGE,
  '7': IMAGE,
  '9': { name: 'WAVEFORM', keys: WRITTEN },
  '11': PRESENTATION,
  '12': IMAGE,
  '13': IMAGE,
  '14': IMAGE,
  '20': IMAGE,
  '30': IMAGE,
  '66.1': REGISTRATION,
  '66.2': { name: 'FIDUCIAL', keys: TITLED_AND_WRITTEN },
  '66.3': REGISTRATION,
  '66.4': IMAGE,
  '66.5': { name: 'SURFACE', keys: TITLED_AND_WRITTEN },
  '66.6': { name: 'TRACT', keys: TITLED_AND_WRITTEN },
  '66.7': IMAGE,
  '66.8': IMAGE,
  '67': { name: 'VALUE MAP', keys: TITLED_AND_WRITTEN },
  '68': SURFACE_SCAN,
  '77': IMAGE,
  '77.1.5.3': { name: 'STEREOMETRIC', keys: TITLED_AND_WRITTEN },
  '78': MEASUREMENT,
  '78.6': SR_DOCUMENT,
  '79': SR_DOCUMENT,
  '80': MEASUREMENT,
  '81': IMAGE,
  '82': IMAGE,
  '88': SR_DOCUMENT,
  '88.59': { name: 'KEY OBJECT DOC', keys: DOCUMENT },
  '128': IMAGE,
  '130': IMAGE,
  '481.1': IMAGE,
  '481.2': { name: 'RT DOSE', keys: { ...NUMBERED, DoseSummationType: 'PLAN', DoseComment: undefined } },
  '481.3': {
    name: 'RT STRUCTURE SET',
    keys: { ...NUMBERED, StructureSetLabel: 'UNNAMED', StructureSetDate: null, StructureSetTime: null },
  },
  '481.4': TREATMENT,
  '481.5': RT_PLAN,
  '481.6': TREATMENT,
  '481.7': TREATMENT,
  '481.8': RT_PLAN,
  '481.9': TREATMENT,
  '481.23': IMAGE,
  '481.24': IMAGE,
};

/** The Directory Record Type of an instance of a Storage SOP Class. */
export const recordTypeOf = (sopClassUID: string): RecordType => {
  if (!sopClassUID.startsWith(STORAGE)) return PRIVATE;
  const parts = sopClassUID.slice(STORAGE.length).split('.');
  for (let length = parts.length; length > 0; length--) {
    const type = TYPES[parts.slice(0, length).join('.')];
    if (type !== undefined) return type;
  }
  return PRIVATE;
};

/** Attributes, beside names and dates, whose values tell of a person or a place. */
const IDENTIFYING_KEYWORDS: ReadonlySet<string> = new Set([
  'AccessionNumber',
  'DeviceSerialNumber',
  'InstitutionAddress',
  'InstitutionName',
  'InstitutionalDepartmentName',
  'OtherPatientIDs',
  'PatientAddress',
  'PatientComments',
  'PatientID',
  'PatientTelephoneNumbers',
  'StationName',
  'StudyID',
]);

/** Whether an Attribute with this keyword tells of a person; names of people are told by their VR. */
export const isIdentifyingKeyword = (keyword: string): boolean =>
  IDENTIFYING_KEYWORDS.has(keyword) || /Date(?:Time)?$/.test(keyword);

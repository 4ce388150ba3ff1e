/** The Options of PS3.15 Table E.1-1 by their column, with their code (PS3.16 CID 7050). */
export const OPTION_CODES = {
  cleanPixelData: { value: '113101', meaning: 'Clean Pixel Data Option' },
  cleanGraphics: { value: '113103', meaning: 'Clean Graphics Option' },
  cleanStructuredContent: { value: '113104', meaning: 'Clean Structured Content Option' },
  cleanDescriptors: { value: '113105', meaning: 'Clean Descriptors Option' },
  retainLongitudinalFullDates: {
    value: '113106',
    meaning: 'Retain Longitudinal Temporal Information Full Dates Option',
  },
  retainLongitudinalModifiedDates: {
    value: '113107',
    meaning: 'Retain Longitudinal Temporal Information Modified Dates Option',
  },
  retainPatientCharacteristics: { value: '113108', meaning: 'Retain Patient Characteristics Option' },
  retainDeviceIdentity: { value: '113109', meaning: 'Retain Device Identity Option' },
  retainUIDs: { value: '113110', meaning: 'Retain UIDs Option' },
  retainSafePrivate: { value: '113111', meaning: 'Retain Safe Private Option' },
  retainInstitutionIdentity: { value: '113112', meaning: 'Retain Institution Identity Option' },
} as const;

export type Option = keyof typeof OPTION_CODES;
export const OPTIONS = Object.keys(OPTION_CODES) as readonly Option[];

export const BASIC_PROFILE_CODE = {
  value: '113100',
  meaning: 'Basic Application Confidentiality Profile',
} as const;

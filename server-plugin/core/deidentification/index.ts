export { fictitiousName } from './names/fictitiousName.ts';
export type { PixelChange, PixelOutcome } from './pixelOutcome.ts';
export { BASIC_PROFILE_CODE, OPTION_CODES, OPTIONS, type Option } from './profile/option.ts';
export { DEFAULT_PRESET, PRESETS, type PresetName } from './profile/presets.ts';
export {
  Profile,
  profileSchema,
  type ActionCode,
  type Override,
  type ProfileInput,
} from './profile/profile.ts';
export { profileDefinition, resolveProfile, type ResolvedProfile } from './profile/resolveProfile.ts';
export { patientIdentityOf } from './plan/patientIdentity.ts';
export { sopInstanceOf } from './plan/sopInstance.ts';
export type { PatientIdentity, PatientPseudonym, PatientSex, Pseudonyms } from './pseudonyms.ts';
export { compareProfiles, type ProfileDifference } from './plan/compareProfiles.ts';
export type { Grounds } from './plan/decision.ts';
export { fileMeta, type Product } from './plan/fileMeta.ts';
export {
  planDeidentification,
  type DeidentificationContext,
  type Plan,
  type PlannedIdentity,
} from './plan/planDeidentification.ts';
export {
  SOP_CLASS_KINDS,
  STORAGE_SOP_CLASS_TABLE,
  storageSopClass,
  type StorageSopClass,
} from './standard/sopClassHandling.ts';
export {
  knownBeyond,
  knownTogether,
  knownValuesOf,
  NOTHING_KNOWN,
  type KnownValues,
} from './free-text/knownValues.ts';
export { TERMS } from './free-text/vocabulary/terms.ts';
export { vocabularyOf, type Vocabulary } from './free-text/vocabulary/vocabulary.ts';
export { previewOf, type PreviewRow } from './plan/previewOf.ts';

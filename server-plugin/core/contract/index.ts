export { JobChanges, JobComparison, PixelSetting, RegionChanges } from './changes.ts';
export {
  AdminJob,
  Export,
  ExportAccepted,
  ExportAnswer,
  ExportName,
  ExportRequest,
  ZipFile,
  StudySelection,
  type ExportRequestInput,
} from './export.ts';
export { ExportReport } from './exportReport.ts';
export { Box, Fill, FrameRange, Region, RegionScope, TextClass, Uid } from './geometry.ts';
export { HeldText, Hold, HoldDecision, HoldFilter, HoldState } from './hold.ts';
export { AuditAction, AuditEvent, AuditFilter } from './audit.ts';
export {
  ApiError,
  Job,
  JobReport,
  JobRequest,
  JobState,
  ProfileName,
  NO_REGIONS,
  RegionCounts,
  TextPolicy,
  type JobRequestInput,
} from './job.ts';
export {
  AttributeAction,
  AttributePreview,
  DestinationKind,
  Health,
  InstancePreview,
  Person,
  Project,
  StudyPreview,
} from './preview.ts';
export {
  Reidentification,
  ReidentificationRequest,
  REIDENTIFIER_HEADER,
  type Identifiers,
} from './reidentification.ts';
export { ReviewedRegion, ReviewEntry, StudyReview } from './review.ts';
export { Finding, FINDINGS, FindingCode, Verification, VerificationRequest } from './verification.ts';
export {
  NewProject,
  ProfileCheck,
  ProfileCheckRequest,
  ProfileDocument,
  ProfileIssue,
  ProfileParams,
  ProfilePreviewRequest,
  ProfileSave,
  ProfileSummary,
  ProjectChange,
} from './rules.ts';
export { ROUTES } from './routes.ts';

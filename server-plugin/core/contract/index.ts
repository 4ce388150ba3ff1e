export { JobChanges, JobComparison, PixelSetting, RegionChanges } from './changes.ts';
export {
  AdminJob,
  Export,
  ExportAnswer,
  ExportName,
  ExportRequest,
  StudySelection,
  type ExportRequestInput,
} from './export.ts';
export { ExportReport } from './exportReport.ts';
export { Box, Fill, FrameRange, Region, RegionScope, Uid } from './geometry.ts';
export { HeldText, Hold, HoldDecision, HoldFilter, HoldState } from './hold.ts';
export {
  ApiError,
  Job,
  JobReport,
  JobRequest,
  JobState,
  ProfileName,
  TextPolicy,
  type JobRequestInput,
} from './job.ts';
export {
  AttributeAction,
  AttributePreview,
  Health,
  InstancePreview,
  Person,
  Project,
  StudyPreview,
} from './preview.ts';
export { ReviewedRegion, ReviewEntry, StudyReview } from './review.ts';
export { ROUTES } from './routes.ts';

/** The paths of the HTTP API, on the origin that serves the viewer. `:study` is a Study Instance UID, `:job` and `:hold` are ids. */
export const ROUTES = {
  health: '/api/health',
  /** GET → 200 where Orthanc and the database answer, otherwise an error of the table */
  ready: '/api/ready',
  /** GET → Project[]; POST NewProject, with a key of its own → 201 Project */
  projects: '/api/projects',
  /** `:project` is an id. PUT ProjectChange → Project */
  project: '/api/projects/:project',
  /** GET → ProfileSummary[] */
  profiles: '/api/profiles',
  /** `:profile` is a name. GET → ProfileDocument; PUT ProfileSave → ProfileDocument */
  profile: '/api/profiles/:profile',
  /** GET → JSON Schema of profiles */
  profileSchema: '/api/profile-schema',
  /** POST ProfileCheckRequest → ProfileCheck */
  profileCheck: '/api/profile-check',
  /** POST ProfilePreviewRequest → InstancePreview */
  profilePreview: '/api/profile-preview',
  /** GET ?project=&profile= → StudyPreview */
  preview: '/api/studies/:study/preview',
  /** `:instance` is a SOP Instance UID. GET ?project=&profile= → InstancePreview */
  instancePreview: '/api/studies/:study/instances/:instance/preview',
  /** GET → StudyReview; PUT keeps the entries of a StudyReview, others stay → StudyReview of those */
  review: '/api/studies/:study/review',
  /** POST JobRequest → 202 Job; GET ?state=&project=&export=&limit= → AdminJob[], the newest first */
  jobs: '/api/jobs',
  /** GET → AdminJob; DELETE cancels → Job */
  job: '/api/jobs/:job',
  /** POST JobRequest, which is not begun → JobComparison with the last completed job of the study */
  comparison: '/api/jobs/comparison',
  /** GET → JobComparison with the completed job before it */
  jobComparison: '/api/jobs/:job/comparison',
  /** POST: a failed or cancelled job is done again → 202 AdminJob */
  jobRetry: '/api/jobs/:job/retry',
  /** POST ExportRequest → 202 ExportAnswer, or ExportAccepted with "Prefer: respond-async"; GET → Export[], the newest first */
  exports: '/api/exports',
  /** `:export` is a name. GET → Export; DELETE cancels what has not ended → Export */
  export: '/api/exports/:export',
  /** POST: failed and cancelled studies are done again → 202 Export */
  exportRetry: '/api/exports/:export/retry',
  /** GET → ExportReport */
  exportReport: '/api/exports/:export/report',
  /** GET → HTML, to be printed */
  exportReportPage: '/api/exports/:export/report.html',
  /** GET, server-sent events: each `data:` is a Job; closes after a final state. */
  jobEvents: '/api/jobs/:job/events',
  /** GET ?action=&actor=&outcome=&project=&subject=&from=&to=&limit= (AuditFilter) → AuditEvent[], the newest first */
  audit: '/api/audit',
  /** POST VerificationRequest → 202 Verification; GET → Verification[], the newest first, without findings */
  verifications: '/api/verifications',
  /** `:verification` is an id. GET → Verification */
  verification: '/api/verifications/:verification',
  /** POST ReidentificationRequest with the secret of a re-identifier in its header → Reidentification */
  reidentifications: '/api/reidentifications',
  /** GET ?state=&project=&job=&studyInstanceUID= (HoldFilter) → Hold[]; POST HoldDecision → Hold[], as they are then */
  holds: '/api/holds',
  /** GET → Hold */
  hold: '/api/holds/:hold',
  /** GET → PNG: a frame, 1-based, as it would be stored, with the places of the text drawn */
  holdFrame: '/api/holds/:hold/frames/:frame',
} as const;

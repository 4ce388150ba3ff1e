/** The paths of the HTTP API, on the origin that serves the viewer. `:study` is a Study Instance UID, `:job` a job's id. */
export const ROUTES = {
  health: '/api/health',
  projects: '/api/projects',
  /** GET ?project= → StudyPreview */
  preview: '/api/studies/:study/preview',
  /** `:instance` is a SOP Instance UID. GET ?project= → InstancePreview */
  instancePreview: '/api/studies/:study/instances/:instance/preview',
  /** POST JobRequest → 202 Job; GET ?state=&project=&export=&limit= → AdminJob[], the newest first */
  jobs: '/api/jobs',
  /** GET → AdminJob; DELETE cancels → Job */
  job: '/api/jobs/:job',
  /** POST: a failed or cancelled job is done again → 202 AdminJob */
  jobRetry: '/api/jobs/:job/retry',
  /** GET, server-sent events: each `data:` is a Job; closes after a final state. */
  jobEvents: '/api/jobs/:job/events',
} as const;

import { z } from 'zod';

/** What is recorded of whom, because it decides about copies or about who learns of a patient. */
export const AuditAction = z.enum([
  'job.created',
  'job.cancelled',
  'job.retried',
  'export.started',
  'export.cancelled',
  'export.retried',
  'hold.released',
  'hold.rejected',
  'hold.corrected',
  'key.made',
  'profile.saved',
  'project.added',
  'project.changed',
  'reidentification',
  'verification.started',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** An entry of the audit, which is only added to. Nothing in it tells of a patient but a pseudonym. */
export const AuditEvent = z.object({
  /** Counts upwards; gaps mean nothing. */
  id: z.int(),
  at: z.iso.datetime(),
  /** As the reverse proxy tells it, or the name of a re-identifier; `bridge` for what the bridge finds at its start. */
  actor: z.string(),
  action: AuditAction,
  /** `begun` is recorded before anything is done, or nothing is done; how it ended, under the same request, after it. */
  outcome: z.enum(['begun', 'done', 'refused']),
  project: z.string().nullable(),
  /** What it was done to: the id of a job, a hold or a verification, the name of an export or a profile, a pseudonym. */
  subject: z.string().nullable(),
  reason: z.string().nullable(),
  /** The id that stands in the log, too. */
  request: z.uuid().nullable(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

const MOST_LISTED = 1000;

/** Which entries; what is left out is not looked at. */
export const AuditFilter = z.object({
  action: AuditAction.optional(),
  actor: z.string().min(1).max(200).optional(),
  outcome: AuditEvent.shape.outcome.optional(),
  project: z.string().min(1).max(64).optional(),
  subject: z.string().min(1).max(200).optional(),
  /** Included. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Not included. */
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(200),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

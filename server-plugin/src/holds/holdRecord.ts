import type { Hold, HeldText, HoldState } from '@pseudonymize-redact/core/contract';
import type { ErrorCode } from '@pseudonymize-redact/core/errors';
import { apiErrorOf } from '../jobs/jobRecord.ts';
import type { OrthancId } from '../orthanc/orthancClient.ts';

/** A hold as the bridge keeps it: no UID of an original, and nothing of what a text says. */
export interface HoldRecord {
  readonly id: string;
  readonly job: string;
  readonly project: string;
  readonly study: OrthancId;
  readonly instance: OrthancId;
  readonly state: HoldState;
  readonly errorCode: ErrorCode;
  readonly errorWhere: string | null;
  readonly texts: readonly HeldText[];
  readonly followUp: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

/** A hold as the API tells it; `original` comes from Orthanc. */
export const holdOf = (record: HoldRecord, original: Hold['original']): Hold => ({
  id: record.id,
  job: record.job,
  project: record.project,
  state: record.state,
  reason: apiErrorOf(record.errorCode, record.errorWhere),
  texts: [...record.texts],
  original,
  followUp: record.followUp,
  createdAt: record.createdAt.toISOString(),
  decidedAt: record.decidedAt?.toISOString() ?? null,
});

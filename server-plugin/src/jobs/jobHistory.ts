import { z } from 'zod';
import {
  profileDefinition,
  resolveProfile,
  type ResolvedProfile,
} from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { PRODUCT } from '../engine/product.ts';
import type { OpenProject } from '../projects/projectRegistry.ts';
import type { Database } from '../queue/database.ts';
import { JobOrder } from './jobOrder.ts';
import type { JobRecord } from './jobRecord.ts';
import { JOB_COLUMNS, recordOf } from './jobTable.ts';

const Making = z.object({ product: z.string(), profileName: z.string(), profile: z.unknown() });

/** By what a job was done; a profile of the same name may have been another then. */
export interface Making {
  readonly product: string;
  readonly profileName: string;
  readonly profile: ResolvedProfile;
}

/** What would do a job now. */
export const presentMaking = ({ profileName, profile }: OpenProject): Making => ({
  product: `${PRODUCT.name} ${PRODUCT.version}`,
  profileName,
  profile,
});

/** A job that was completed. */
export interface PastJob {
  readonly record: JobRecord;
  readonly order: JobOrder;
  /** Null where it was not kept, or is of a product whose profiles are read no more. */
  readonly making: Making | null;
}

const makingOf = (kept: unknown): Making | null => {
  const { success, data } = Making.safeParse(kept);
  if (!success) return null;
  try {
    return { ...data, profile: resolveProfile(data.profile) };
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
};

/** By what the jobs of studies were done, in their rows. */
export class JobHistory {
  readonly #database: Database;

  /** After the jobs' own table. */
  constructor(database: Database) {
    this.#database = database;
  }

  async keepMaking(job: string, { profile, ...making }: Making): Promise<void> {
    const kept = { ...making, profile: profileDefinition(profile) };
    const sql = 'UPDATE deidentification_job SET made_by = $2 WHERE id = $1';
    await this.#database.query(sql, [job, JSON.stringify(kept)]);
  }

  /** The last completed job of a study in a project that was asked for before another; `before` null: the last of all. */
  async last(
    { project, study }: Pick<JobRecord, 'project' | 'study'>,
    before: Date | null,
  ): Promise<PastJob | null> {
    const [row] = await this.#database.query<{ readonly work: unknown; readonly made_by: unknown }>(
      `SELECT ${JOB_COLUMNS}, work, made_by FROM deidentification_job
       WHERE project = $1 AND study = $2 AND state = 'completed' AND ($3::timestamptz IS NULL OR created_at < $3)
       ORDER BY created_at DESC LIMIT 1`,
      [project, study, before],
    );
    if (row === undefined) return null;
    return { record: recordOf(row), order: JobOrder.parse(row.work), making: makingOf(row.made_by) };
  }

  async makingOf(job: string): Promise<Making | null> {
    const [row] = await this.#database.query<{ readonly made_by: unknown }>(
      'SELECT made_by FROM deidentification_job WHERE id = $1',
      [job],
    );
    return makingOf(row?.made_by);
  }
}

import { ZipFile, type Export } from '@pseudonymize-redact/core/contract';
import { CodedError, ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import { addInTurn } from '../jobs/addInTurn.ts';
import { apiErrorOf, type JobRecord } from '../jobs/jobRecord.ts';
import { UNFINISHED } from '../jobs/jobTable.ts';
import { STUDY_COUNTS, STUDY_COUNTS_SHAPE } from '../jobs/studyCounts.ts';
import type { OrthancId } from '../orthanc/orthancClient.ts';
import type { Database } from '../queue/database.ts';

const Row = z.object({
  name: z.string(),
  project: z.string(),
  created_at: z.date(),
  ended_at: z.date().nullable(),
  ...STUDY_COUNTS_SHAPE,
  waiting: z.int(),
  files: z.array(ZipFile).nullable(),
  instances: z.int(),
  done: z.int(),
  errors: z
    .array(
      z.object({
        code: z.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(ERROR_TABLE, code)),
        where: z.string().nullable(),
        studies: z.int(),
      }),
    )
    .nullable(),
});

const exportOf = (row: unknown): Export => {
  const { name, project, created_at, ended_at, total, instances, done, errors, waiting, files, ...states } =
    Row.parse(row);
  const unfinished = states.created + states.retry + states.active;
  return {
    name,
    project,
    createdAt: created_at.toISOString(),
    endedAt: unfinished > 0 ? null : (ended_at?.toISOString() ?? null),
    studies: { total, ...states },
    zip: waiting === 0 && files === null ? null : { waiting, files: files ?? [] },
    instances: { total: instances, done },
    errors: (errors ?? []).map(({ code, where, studies }) => ({ error: apiErrorOf(code, where), studies })),
  };
};

/** How many of some studies an export has, and how many have a job elsewhere that has not ended. */
export interface StudyCounts {
  readonly known: number;
  readonly busy: number;
}

/** Exports, in the database: names under which jobs are counted. */
export class ExportStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The project of an export; null where there is none of that name. */
  async projectOf(name: string): Promise<string | null> {
    const [row] = await this.#database.query<{ readonly project: string }>(
      'SELECT project FROM deidentification_export WHERE name = $1',
      [name],
    );
    return row?.project ?? null;
  }

  /** @throws CodedError EXPORT_NAME_TAKEN where it belongs to another project */
  async begin(name: string, project: string): Promise<void> {
    await this.#database.query(
      'INSERT INTO deidentification_export (name, project) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [name, project],
    );
    if ((await this.projectOf(name)) !== project) throw new CodedError('EXPORT_NAME_TAKEN');
  }

  async count(name: string, project: string, studies: readonly OrthancId[]): Promise<StudyCounts> {
    const [row] = await this.#database.query<StudyCounts>(
      `SELECT count(DISTINCT study) FILTER (WHERE export_name = $1)::int AS known,
              count(DISTINCT study) FILTER (WHERE export_name IS DISTINCT FROM $1)::int AS busy
       FROM deidentification_job
       WHERE study = ANY($3::text[])
         AND (export_name = $1 OR (project = $2 AND state IN (${UNFINISHED})))`,
      [name, project, studies],
    );
    return row ?? { known: 0, busy: 0 };
  }

  /** Makes a job of each study that the export does not have yet and that no other job of the project works on. */
  add(name: string, project: string, studies: readonly OrthancId[]): Promise<readonly JobRecord[]> {
    return addInTurn(this.#database, project, ['export_name', name], studies);
  }

  /** The newest first; `name` null: all. */
  async list(name: string | null): Promise<readonly Export[]> {
    const rows = await this.#database.query(
      `SELECT e.name, e.project, e.created_at, max(j.ended_at) AS ended_at, ${STUDY_COUNTS},
              count(j.id) FILTER (WHERE j.waits_for_zip AND j.state = 'completed')::int AS waiting,
              (SELECT jsonb_agg(jsonb_build_object('name', z.name, 'sha256', z.sha256, 'bytes', z.bytes) ORDER BY z.written_at)
               FROM zip_file z WHERE z.id IN (SELECT zip FROM deidentification_job WHERE export_name = e.name)) AS files,
              COALESCE(sum(j.total), 0)::int AS instances, COALESCE(sum(j.done), 0)::int AS done,
              (SELECT jsonb_agg(x ORDER BY x.studies DESC) FROM (
                 SELECT error_code AS code, error_where AS "where", count(*)::int AS studies
                 FROM deidentification_job WHERE export_name = e.name AND error_code IS NOT NULL
                 GROUP BY error_code, error_where) AS x) AS errors
       FROM deidentification_export e LEFT JOIN deidentification_job j ON j.export_name = e.name
       WHERE $1::text IS NULL OR e.name = $1
       GROUP BY e.name ORDER BY e.created_at DESC`,
      [name],
    );
    return rows.map(exportOf);
  }

  /** The jobs of an export in some states, by id. */
  async jobsIn(name: string, states: readonly string[]): Promise<readonly string[]> {
    const rows = await this.#database.query<{ readonly id: string }>(
      'SELECT id FROM deidentification_job WHERE export_name = $1 AND state = ANY($2::text[])',
      [name, states],
    );
    return rows.map(({ id }) => id);
  }
}

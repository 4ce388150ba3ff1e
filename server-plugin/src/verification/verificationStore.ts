import { Finding, FindingCode, type Verification } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import { addInTurn } from '../jobs/addInTurn.ts';
import { apiErrorOf, type JobRecord } from '../jobs/jobRecord.ts';
import { KeptErrorCode } from '../jobs/stagedOutcome.ts';
import { STUDY_COUNTS, STUDY_COUNTS_SHAPE } from '../jobs/studyCounts.ts';
import type { Database } from '../queue/database.ts';

/** In one answer. */
const MOST_TOLD = 5000;

const Row = z.object({
  id: z.uuid(),
  project: z.string(),
  export: z.string().nullable(),
  pixels: z.boolean(),
  created_at: z.date(),
  ended_at: z.date().nullable(),
  copies: z.int(),
  ...STUDY_COUNTS_SHAPE,
});

const Errors = z.array(z.object({ code: KeptErrorCode, where: z.string().nullable(), studies: z.int() }));
const Counts = z.array(z.object({ code: FindingCode, findings: z.int() }));

type Summary = Omit<Verification, 'errors' | 'findingsByCode' | 'findings'>;

const summaryOf = (row: unknown): Summary => {
  const { id, project, export: name, pixels, created_at, ended_at, copies, ...studies } = Row.parse(row);
  const unfinished = studies.created + studies.retry + studies.active;
  return {
    id,
    project,
    export: name,
    pixels,
    createdAt: created_at.toISOString(),
    endedAt: unfinished > 0 ? null : (ended_at ?? created_at).toISOString(),
    studies,
    copies,
  };
};

/** A copy as it was stored last. */
export interface ExpectedCopy {
  readonly sopInstanceUID: string;
  readonly sha256: string;
  /** A pseudonym. */
  readonly patientID: string;
}

/** Verifications, in the database: each is a name under which jobs are counted, and what those have found. */
export class VerificationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** With a job for every copied study of the project, or of one of its exports. @returns the jobs, to be queued */
  async begin(
    id: string,
    project: string,
    exportName: string | null,
    pixels: boolean,
  ): Promise<readonly JobRecord[]> {
    await this.#database.query(
      'INSERT INTO verification (id, project, export_name, pixels) VALUES ($1, $2, $3, $4)',
      [id, project, exportName, pixels],
    );
    const studies = await this.#database.query<{ readonly study: string }>(
      `SELECT DISTINCT o.study_instance_uid AS study
       FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE j.project = $1 AND j.state = 'completed' AND ($2::text IS NULL OR j.export_name = $2)`,
      [project, exportName],
    );
    return addInTurn(
      this.#database,
      project,
      ['verification', id],
      studies.map(({ study }) => study),
    );
  }

  /** Whether pixels are to be searched. */
  async searchesPixels(id: string): Promise<boolean> {
    const [row] = await this.#database.query<{ readonly pixels: boolean }>(
      'SELECT pixels FROM verification WHERE id = $1',
      [id],
    );
    return row?.pixels ?? true;
  }

  /** What the completed jobs of the project have stored of a copied study, each copy as it was stored last. */
  expectedOf(project: string, copyStudyInstanceUID: string): Promise<readonly ExpectedCopy[]> {
    return this.#database.query<ExpectedCopy>(
      `SELECT DISTINCT ON (sop_instance_uid) sop_instance_uid AS "sopInstanceUID", sha256, patient_id AS "patientID"
       FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE o.study_instance_uid = $2 AND j.project = $1 AND j.state = 'completed'
       ORDER BY sop_instance_uid, j.ended_at DESC`,
      [project, copyStudyInstanceUID],
    );
  }

  /** Orthanc's identifier of the study that a copied study was made of, and the profile that its job named; null where no job did. */
  async originOf(
    project: string,
    copyStudyInstanceUID: string,
  ): Promise<{ readonly study: string; readonly profile: string | null } | null> {
    const [row] = await this.#database.query<{ readonly study: string; readonly profile: string | null }>(
      `SELECT j.study, j.work->>'profile' AS profile FROM deidentification_job j
       WHERE j.project = $1 AND j.copy_study_instance_uid = $2 AND j.state = 'completed'
       ORDER BY j.ended_at DESC LIMIT 1`,
      [project, copyStudyInstanceUID],
    );
    return row ?? null;
  }

  /** In the place of what an earlier attempt has found. */
  async keep(job: string, findings: readonly Omit<Finding, 'studyInstanceUID'>[]): Promise<void> {
    await this.#database.query('DELETE FROM verification_finding WHERE job = $1', [job]);
    await this.#database.query(
      `INSERT INTO verification_finding (job, sop_instance_uid, code, place, frames, box)
       SELECT $1, "sopInstanceUID", code, place, frames, box
       FROM jsonb_to_recordset($2::jsonb) AS x ("sopInstanceUID" text, code text, place text, frames jsonb, box jsonb)`,
      [job, JSON.stringify(findings)],
    );
  }

  /** The newest first; `id` null: all. */
  async list(id: string | null): Promise<readonly Summary[]> {
    const rows = await this.#database.query(
      `SELECT v.id, v.project, v.export_name AS export, v.pixels, v.created_at, max(j.ended_at) AS ended_at,
              COALESCE(sum(j.done), 0)::int AS copies, ${STUDY_COUNTS}
       FROM verification v LEFT JOIN deidentification_job j ON j.verification = v.id
       WHERE $1::uuid IS NULL OR v.id = $1
       GROUP BY v.id ORDER BY v.created_at DESC`,
      [id],
    );
    return rows.map(summaryOf);
  }

  async errorsOf(id: string): Promise<Verification['errors']> {
    const rows = await this.#database.query(
      `SELECT error_code AS code, error_where AS "where", count(*)::int AS studies
       FROM deidentification_job WHERE verification = $1 AND error_code IS NOT NULL
       GROUP BY error_code, error_where ORDER BY studies DESC`,
      [id],
    );
    return Errors.parse(rows).map(({ code, where, studies }) => ({
      error: apiErrorOf(code, where),
      studies,
    }));
  }

  async countsOf(id: string): Promise<Verification['findingsByCode']> {
    const rows = await this.#database.query(
      `SELECT f.code, count(*)::int AS findings
       FROM verification_finding f JOIN deidentification_job j ON j.id = f.job
       WHERE j.verification = $1 GROUP BY f.code ORDER BY findings DESC, f.code`,
      [id],
    );
    return Counts.parse(rows);
  }

  async findingsOf(id: string): Promise<readonly Finding[]> {
    const rows = await this.#database.query(
      `SELECT f.code, j.study AS "studyInstanceUID", f.sop_instance_uid AS "sopInstanceUID", f.place, f.frames, f.box
       FROM verification_finding f JOIN deidentification_job j ON j.id = f.job
       WHERE j.verification = $1 ORDER BY f.code, j.study, f.sop_instance_uid, f.place LIMIT ${MOST_TOLD}`,
      [id],
    );
    return rows.map((row) => Finding.parse(row));
  }
}

import type { ExportReport } from '@pseudonymize-redact/core/contract';
import type { StagedOutcome } from '../jobs/stagedOutcome.ts';
import type { Database } from '../queue/database.ts';

/** SQL: the jobs of an export ($1), and those that carried out what was decided on their holds. */
const OF_EXPORT = `SELECT id FROM deidentification_job WHERE export_name = $1
  UNION SELECT h.follow_up FROM deidentification_hold h JOIN deidentification_job e ON e.id = h.job
  WHERE e.export_name = $1 AND h.state IN ('released', 'corrected')`;

export interface StoredOutput {
  readonly studyInstanceUID: string;
  readonly sopInstanceUID: string;
  readonly sha256: string;
}

/** Patients and studies that share a sex, an age band, a modality and a body part. */
export interface Cell {
  readonly sex: string;
  readonly ageBand: string;
  readonly modality: string;
  readonly bodyPart: string;
  readonly patients: number;
  readonly studies: number;
}

/** What jobs have stored, for reports: pseudonyms, hashes and counts. */
export class OutputStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the place of what an earlier attempt has kept. @param profile its name */
  async keep(job: string, profile: string, outcomes: readonly StagedOutcome[]): Promise<void> {
    const stored = outcomes.filter(({ hold }) => hold === null);
    const actions = new Map<string, number>();
    for (const outcome of stored)
      for (const [action, count] of Object.entries(outcome.actions))
        actions.set(action, (actions.get(action) ?? 0) + count);
    await this.#database.query('DELETE FROM deidentification_output WHERE job = $1', [job]);
    await this.#database.query(
      `INSERT INTO deidentification_output
       SELECT $1, "studyInstanceUID", "sopInstanceUID", sha256, "patientID", sex, "ageBand", modality, "bodyPart",
         $3, rules
       FROM jsonb_to_recordset($2::jsonb) AS x ("studyInstanceUID" text, "sopInstanceUID" text, sha256 text,
         "patientID" text, sex text, "ageBand" text, modality text, "bodyPart" text, rules text)`,
      [
        job,
        JSON.stringify(
          stored.map(({ studyInstanceUID, sopInstanceUID, rules, facts }) => ({
            studyInstanceUID,
            sopInstanceUID,
            rules,
            ...facts,
          })),
        ),
        profile,
      ],
    );
    await this.#database.query('DELETE FROM deidentification_action WHERE job = $1', [job]);
    await this.#database.query(
      `INSERT INTO deidentification_action
       SELECT $1, action, elements FROM jsonb_to_recordset($2::jsonb) AS x (action text, elements integer)`,
      [job, JSON.stringify([...actions].map(([action, elements]) => ({ action, elements })))],
    );
  }

  /** Of the completed jobs of an export, in a stable order. */
  outputsOf(exportName: string): Promise<readonly StoredOutput[]> {
    return this.#database.query<StoredOutput>(
      `SELECT study_instance_uid AS "studyInstanceUID", sop_instance_uid AS "sopInstanceUID", sha256
       FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE j.id IN (${OF_EXPORT}) AND j.state = 'completed' ORDER BY 1, 2`,
      [exportName],
    );
  }

  cellsOf(exportName: string): Promise<readonly Cell[]> {
    return this.#database.query<Cell>(
      `SELECT sex, age_band AS "ageBand", modality, body_part AS "bodyPart",
              count(DISTINCT patient_id)::int AS patients, count(DISTINCT study_instance_uid)::int AS studies
       FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE j.id IN (${OF_EXPORT}) AND j.state = 'completed'
       GROUP BY sex, age_band, modality, body_part ORDER BY patients, 1, 2, 3, 4`,
      [exportName],
    );
  }

  actionsOf(exportName: string): Promise<readonly { readonly action: string; readonly elements: number }[]> {
    return this.#database.query(
      `SELECT action, sum(elements)::int AS elements
       FROM deidentification_action a JOIN deidentification_job j ON j.id = a.job
       WHERE j.id IN (${OF_EXPORT}) AND j.state = 'completed' GROUP BY action ORDER BY elements DESC, action`,
      [exportName],
    );
  }

  rulesOf(exportName: string): Promise<ExportReport['rules']> {
    return this.#database.query(
      `SELECT profile, rules, count(*)::int AS copies
       FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE j.id IN (${OF_EXPORT}) AND j.state = 'completed' GROUP BY profile, rules ORDER BY copies DESC, 1, 2`,
      [exportName],
    ) as Promise<ExportReport['rules']>;
  }

  /** The copied study that a copy is of; null where none was stored. */
  async studyOf(sopInstanceUID: string): Promise<string | null> {
    const [row] = await this.#database.query<{ readonly study: string }>(
      'SELECT study_instance_uid AS study FROM deidentification_output WHERE sop_instance_uid = $1 LIMIT 1',
      [sopInstanceUID],
    );
    return row?.study ?? null;
  }

  /** What was recorded of a copy when it was stored last; null: nothing. */
  async hashOf(sopInstanceUID: string): Promise<string | null> {
    const [row] = await this.#database.query<{ readonly sha256: string }>(
      `SELECT sha256 FROM deidentification_output o JOIN deidentification_job j ON j.id = o.job
       WHERE sop_instance_uid = $1 AND j.state = 'completed' ORDER BY j.ended_at DESC LIMIT 1`,
      [sopInstanceUID],
    );
    return row?.sha256 ?? null;
  }
}

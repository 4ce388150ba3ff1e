import type { ZipFile } from '@pseudonymize-redact/core/contract';
import type { Database } from '../../queue/database.ts';

/** Which ZIP file has the copies of which jobs, in the database: the bridge may be on another machine than the files. */
export class ZipStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The copies of a job are finished, and wait to be packed. */
  async waits(job: string): Promise<void> {
    await this.#database.query(
      'UPDATE deidentification_job SET waits_for_zip = true, zip = NULL WHERE id = $1',
      [job],
    );
  }

  /** A file is whole, with the copies of these jobs. */
  async written({ name, sha256, bytes }: ZipFile, jobs: readonly string[]): Promise<void> {
    await this.#database.query(
      `WITH file AS (INSERT INTO zip_file (name, sha256, bytes) VALUES ($1, $2, $3) RETURNING id)
       UPDATE deidentification_job SET waits_for_zip = false, zip = file.id FROM file
       WHERE deidentification_job.id::text = ANY($4::text[])`,
      [name, sha256, bytes, jobs],
    );
  }

  /** Whether copies of a project, or of one of its exports, wait to be packed. */
  async isAnyWaiting(project: string, exportName: string | null): Promise<boolean> {
    const [row] = await this.#database.query<{ readonly some: boolean }>(
      `SELECT EXISTS (SELECT FROM deidentification_job WHERE project = $1 AND state = 'completed'
         AND waits_for_zip AND ($2::text IS NULL OR export_name = $2)) AS some`,
      [project, exportName],
    );
    return row?.some === true;
  }
}

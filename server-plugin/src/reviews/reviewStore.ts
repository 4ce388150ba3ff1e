import { ReviewEntry } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';
import type { OrthancId } from '../orthanc/orthancClient.ts';
import type { Database } from '../queue/database.ts';

/** What was found and decided, without its scope: no UID of an original stands in the database. */
const KeptReview = ReviewEntry.omit({ scope: true });
type KeptReview = z.infer<typeof KeptReview>;

/** The review of one instance or series, named by Orthanc's identifiers, which are hashes. */
export interface ReviewRow {
  readonly scope: OrthancId;
  /** The hash of the instance's file that was reviewed; null for a series. */
  readonly content: string | null;
  readonly review: KeptReview;
}

const Row = z.object({ scope: z.string(), content: z.string().nullable(), review: KeptReview });

/** Reviews, in the database. */
export class ReviewStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async rowsOf(study: OrthancId): Promise<readonly ReviewRow[]> {
    const rows = await this.#database.query(
      'SELECT scope, content, review FROM study_review WHERE study = $1',
      [study],
    );
    return rows.map((row) => Row.parse(row));
  }

  /** Each row takes the place of an earlier one of the same scope; all are kept or none. */
  async keep(study: OrthancId, rows: readonly ReviewRow[]): Promise<void> {
    await this.#database.query(
      `INSERT INTO study_review (study, scope, content, review)
       SELECT $1, scope, content, review FROM jsonb_to_recordset($2::jsonb) AS row(scope text, content text, review jsonb)
       ON CONFLICT (study, scope) DO UPDATE SET content = excluded.content, review = excluded.review`,
      [study, JSON.stringify(rows)],
    );
  }

  async forget(study: OrthancId, scopes: readonly OrthancId[]): Promise<void> {
    await this.#database.query('DELETE FROM study_review WHERE study = $1 AND scope = ANY($2::text[])', [
      study,
      scopes,
    ]);
  }
}

import { randomUUID } from 'node:crypto';
import type { Database } from '../queue/database.ts';
import type { JobRecord } from './jobRecord.ts';
import { JOB_COLUMNS, recordOf, UNFINISHED } from './jobTable.ts';

/** In one statement. */
const MOST_ADDED = 1000;

/** What the jobs are part of: the column that names it, and its name. */
export type PartOf = readonly [column: 'export_name' | 'verification', name: string];

/**
 * Makes a job of each study, unless a job of it is there already that forbids it.
 *
 * Ranks go on from those of the project's own jobs that wait, or from where the others have come: so a project that comes later
 * takes its turn at once, and projects alternate.
 *
 * @param studies as the column `study` names them
 */
export const addInTurn = async (
  database: Database,
  project: string,
  [column, name]: PartOf,
  studies: readonly string[],
): Promise<readonly JobRecord[]> => {
  const added: JobRecord[] = [];
  for (let at = 0; at < studies.length; at += MOST_ADDED) {
    const some = studies.slice(at, at + MOST_ADDED).map((study) => ({ id: randomUUID(), study }));
    const rows = await database.query(
      `INSERT INTO deidentification_job (id, project, study, ${column}, rank)
       SELECT given.id, $2, given.study, $1, given.place + GREATEST(
           (SELECT max(rank) FROM deidentification_job WHERE project = $2 AND state IN (${UNFINISHED})),
           (SELECT min(rank) - 1 FROM deidentification_job WHERE state = 'created' AND rank > 0),
           0)
       FROM (SELECT id, study, row_number() OVER ()::int AS place
             FROM jsonb_to_recordset($3::jsonb) AS x (id uuid, study text)) AS given
       ON CONFLICT DO NOTHING
       RETURNING ${JOB_COLUMNS}`,
      [name, project, JSON.stringify(some)],
    );
    added.push(...rows.map(recordOf));
  }
  return added;
};

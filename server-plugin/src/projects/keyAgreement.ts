import type { Database } from '../queue/database.ts';
import type { ProjectRegistry } from './projectRegistry.ts';

const TABLE = `CREATE TABLE IF NOT EXISTS project_key (
  project text PRIMARY KEY,
  fingerprint text NOT NULL
)`;

/**
 * Makes sure that every process which shares a database has the same keys: with another key, a worker would make another person of a
 * patient. The first one that opens a project sets its fingerprint.
 *
 * @throws Error in one line that names the project
 */
export const agreeOnKeys = async (database: Database, projects: ProjectRegistry): Promise<void> => {
  await database.migrate([TABLE]);
  for (const { id } of projects.list()) {
    const fingerprint = projects.fingerprintOf(id);
    await database.query('INSERT INTO project_key VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, fingerprint]);
    const [row] = await database.query<{ readonly fingerprint: string }>(
      'SELECT fingerprint FROM project_key WHERE project = $1',
      [id],
    );
    if (row?.fingerprint !== fingerprint) {
      throw new Error(
        `The key of project ${id} is not the one that its jobs were made with. Bring that key back, or make a new project.`,
      );
    }
  }
};

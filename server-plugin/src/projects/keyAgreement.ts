import { CodedError } from '@pseudonymize-redact/core/errors';
import type { AuditStore, NewAuditEvent } from '../audit/auditStore.ts';
import type { Database } from '../queue/database.ts';
import type { ProjectRegistry } from './projectRegistry.ts';

interface Agreed {
  readonly fingerprint: string;
  readonly rules: string | null;
}

/** Who changed the projects, and why. */
export type ChangedBy = Pick<NewAuditEvent, 'actor' | 'request' | 'reason'>;

/** Of files of the data folder that somebody changed, as the bridge finds. */
export const FOUND: ChangedBy = { actor: 'bridge' };

/**
 * Makes sure that every process which shares a database has the same keys: with another key, a worker would make another person of a
 * patient. The first one that opens a project sets its fingerprint. New keys and changed rules are recorded in the audit.
 *
 * @param by null: a worker, whose rules may be old; it only has the keys checked
 * @throws Error in one line that names the project
 */
export const agreeOnKeys = async (
  database: Database,
  projects: ProjectRegistry,
  audit: AuditStore,
  by: ChangedBy | null = FOUND,
): Promise<void> => {
  for (const { id } of projects.list()) {
    const fingerprint = projects.fingerprintOf(id);
    await audit.addWith(
      'INSERT INTO project_key (project, fingerprint) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING project',
      [id, fingerprint],
      [
        { ...(by ?? FOUND), action: 'project.added', project: id, subject: id },
        { ...(by ?? FOUND), action: 'key.made', project: id, subject: fingerprint.slice(0, 16) },
      ],
    );
    const [agreed] = await database.query<Agreed>(
      'SELECT fingerprint, rules FROM project_key WHERE project = $1',
      [id],
    );
    if (agreed?.fingerprint !== fingerprint) {
      throw new Error(
        `The key of project ${id} is not the one that its jobs were made with. Bring that key back, or make a new project.`,
      );
    }
    const rules = by === null ? null : readableRules(projects, id);
    if (by !== null && rules !== null) await agreeOnRules(id, agreed.rules, rules, audit, by);
  }
};

/** What all workers have to go by from now on. */
export const leadSettings = async (database: Database, projects: ProjectRegistry): Promise<void> => {
  for (const { id } of projects.list())
    await database.query(
      'UPDATE project_key SET settings = $2 WHERE project = $1 AND settings IS DISTINCT FROM $2',
      [id, projects.settingsOf(id)],
    );
};

/** Whether this process would do a job of the project as the bridge would; as long as there was no bridge, whoever does it decides. */
export const followsSettings = async (
  database: Database,
  projects: ProjectRegistry,
  project: string,
): Promise<boolean> => {
  const [led] = await database.query<{ readonly settings: string | null }>(
    'SELECT settings FROM project_key WHERE project = $1',
    [project],
  );
  const settings = led?.settings ?? null;
  return settings === null || settings === projects.settingsOf(project);
};

/** Null where the profile cannot be read: jobs of the project then fail, each with the reason; other projects go on. */
const readableRules = (projects: ProjectRegistry, id: string): string | null => {
  try {
    return projects.rulesOf(id);
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
};

/** Remembers the rules of a project; that they are others than before is recorded. */
const agreeOnRules = async (
  project: string,
  before: string | null,
  rules: string,
  audit: AuditStore,
  by: ChangedBy,
): Promise<void> => {
  if (before === rules) return;
  await audit.addWith(
    'UPDATE project_key SET rules = $2 WHERE project = $1 AND rules IS NOT DISTINCT FROM $3 RETURNING project',
    [project, rules, before],
    before === null ? [] : [{ ...by, action: 'project.changed', project, subject: rules }],
  );
};

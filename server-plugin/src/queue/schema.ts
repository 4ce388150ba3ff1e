import { CodedError } from '@pseudonymize-redact/core/errors';
import { MIGRATIONS } from './migrations.ts';

/** Any number that nothing else in the database locks by: `CREATE` of two processes at once fails in one of them. */
const LOCK = 3_315_001;
/** Of our own, among the classes of SQLSTATE that nobody uses. */
const NEWER = 'PR001';

const step = (statements: string, index: number): string => `DO $step$ BEGIN
  IF (SELECT version FROM bridge_schema) < ${index + 1} THEN
    ${statements}
    UPDATE bridge_schema SET version = ${index + 1};
  END IF;
END $step$;`;

/** One string of statements is one transaction: the tables are those of a version, or as they were. */
export const upgradeStatements = (migrations: readonly string[] = MIGRATIONS): string => `
SELECT pg_advisory_xact_lock(${LOCK});
CREATE TABLE IF NOT EXISTS bridge_schema (version integer NOT NULL);
INSERT INTO bridge_schema SELECT 0 WHERE NOT EXISTS (SELECT FROM bridge_schema);
DO $check$ BEGIN
  IF (SELECT version FROM bridge_schema) > ${migrations.length} THEN
    RAISE EXCEPTION 'newer' USING ERRCODE = '${NEWER}';
  END IF;
END $check$;
${migrations.map(step).join('\n')}`;

/**
 * Brings the tables to this version, forward only.
 *
 * @param run runs statements without values
 * @throws CodedError DATABASE_NEWER where a newer bridge has been there: nothing is touched
 */
export const upgradeSchema = async (run: (statements: string) => Promise<unknown>): Promise<void> => {
  try {
    await run(upgradeStatements());
  } catch (cause) {
    if ((cause as { readonly code?: unknown }).code === NEWER)
      throw new CodedError('DATABASE_NEWER', null, { cause });
    throw cause;
  }
};

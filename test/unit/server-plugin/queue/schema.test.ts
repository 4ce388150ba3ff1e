import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { AuditStore } from '../../../../server-plugin/src/audit/auditStore.ts';
import { JobStore } from '../../../../server-plugin/src/jobs/jobStore.ts';
import { MIGRATIONS } from '../../../../server-plugin/src/queue/migrations.ts';
import { openPglite } from '../../../../server-plugin/src/queue/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-schema-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The table of jobs as the first bridge made it, with one that waits. */
const FIRST_BRIDGE = `
  CREATE TABLE deidentification_job (
    id uuid PRIMARY KEY,
    project text NOT NULL,
    study text NOT NULL,
    regions jsonb NOT NULL,
    state text NOT NULL DEFAULT 'created',
    total integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    error_code text,
    error_where text,
    copy_study_instance_uid text,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO deidentification_job (id, project, study, regions)
  VALUES ('00000000-0000-4000-8000-000000000001', 'default', 'study-a',
    '[{"orthancId": "instance-a", "box": [1, 2, 3, 4], "angleDegrees": 0}]')`;

const prepared = async (name: string, statements: string): Promise<string> => {
  const path = join(folder, name);
  const before = await PGlite.create(path);
  await before.exec(statements);
  await before.close();
  return path;
};

describe('the tables of the bridge', () => {
  it('come from those of the first bridge, with what they hold; the audit is only added to', async () => {
    const database = await openPglite(await prepared('first', FIRST_BRIDGE));
    const store = await JobStore.open(database);
    const [job] = await store.list({ state: null, project: null, exportName: null }, 10);
    expect(job).toMatchObject({ study: 'study-a', state: 'created', attempts: 0, exportName: null });
    expect((await store.orderOf(job?.id ?? '')).regions).toEqual([
      { orthancId: 'instance-a', box: [1, 2, 3, 4], angleDegrees: 0 },
    ]);
    // A new one needs nothing of what is gone.
    await store.create({
      id: '00000000-0000-4000-8000-000000000002',
      project: 'default',
      study: 'study-b',
      order: await store.orderOf(job?.id ?? ''),
    });
    expect(await database.query('SELECT version FROM bridge_schema')).toEqual([
      { version: MIGRATIONS.length },
    ]);

    const audit = new AuditStore(database);
    await audit.add({ actor: 'anna', action: 'export.started', project: 'default', subject: 'us-2024' });
    await audit.add({ actor: 'bert', action: 'reidentification', outcome: 'refused', reason: 'none given' });
    for (const statement of [
      "UPDATE audit_event SET actor = 'nobody'",
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
    ]) {
      await expect(database.query(statement), statement).rejects.toThrow('only added to');
    }
    expect((await audit.list({ limit: 10 })).map(({ actor }) => actor)).toEqual(['bert', 'anna']);
    expect(await audit.list({ action: 'export.started', limit: 10 })).toMatchObject([
      { actor: 'anna', subject: 'us-2024', outcome: 'done', reason: null },
    ]);
    expect(await audit.list({ outcome: 'refused', project: 'default', limit: 10 })).toEqual([]);
    expect(await audit.list({ to: '2000-01-01T00:00:00Z', limit: 10 })).toEqual([]);
    await database.close();
  });

  it('are left alone where a newer bridge has changed them', async () => {
    const path = await prepared(
      'newer',
      'CREATE TABLE bridge_schema (version integer NOT NULL); INSERT INTO bridge_schema VALUES (9999)',
    );
    await expect(openPglite(path)).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
    const after = await PGlite.create(path);
    const tables = await after.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    expect(tables.rows).toEqual([{ table_name: 'bridge_schema' }]);
    await after.close();
  });
});

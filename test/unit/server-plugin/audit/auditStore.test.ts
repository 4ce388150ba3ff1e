import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditStore } from '../../../../server-plugin/src/audit/auditStore.ts';
import { openPglite, type Database } from '../../../../server-plugin/src/queue/database.ts';

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-audit-'));
let database: Database;
let audit: AuditStore;
beforeAll(async () => {
  database = await openPglite(join(root, 'database'));
  audit = new AuditStore(database);
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

const EVENT = { actor: 'anna', action: 'export.cancelled', project: 'trial' } as const;
/** The oldest first. */
const entriesOf = async (subject: string): Promise<readonly (readonly [string, string | null])[]> =>
  (await audit.list({ subject, limit: 10 }))
    .map(({ outcome, reason }) => [outcome, reason] as const)
    .reverse();

describe('the audit', () => {
  it('tells of an action before it is done and after it', async () => {
    const event = { ...EVENT, subject: 'whole' };
    const result = await audit.around(event, async () => (await entriesOf('whole')).length);
    expect(result).toBe(1);
    expect(await entriesOf('whole')).toEqual([
      ['begun', null],
      ['done', null],
    ]);
  });

  it('tells why an action was not done', async () => {
    const event = { ...EVENT, subject: 'missing', reason: 'asked by Dr. Grove' };
    const refused = audit.around(event, () => Promise.reject(new CodedError('EXPORT_NOT_FOUND')));
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'EXPORT_NOT_FOUND' }) as Error);
    expect(await entriesOf('missing')).toEqual([
      ['begun', 'asked by Dr. Grove'],
      ['refused', 'EXPORT_NOT_FOUND: asked by Dr. Grove'],
    ]);
  });

  it('lets nothing be done that it cannot tell of', async () => {
    const away = new AuditStore({ ...database, query: () => Promise.reject(new Error('away')) });
    let done = 0;
    const act = away.around(EVENT, () => Promise.resolve(done++));
    await expect(act).rejects.toThrow('away');
    expect(done).toBe(0);
  });

  it('changes and tells in one, or neither', async () => {
    await database.query('CREATE TABLE changed_here (name text PRIMARY KEY)');
    const change = 'INSERT INTO changed_here VALUES ($1) ON CONFLICT DO NOTHING RETURNING name';
    const events = [{ ...EVENT, subject: 'one' }];
    expect(await audit.addWith(change, ['a'], events)).toBe(1);
    expect(await audit.addWith(change, ['a'], events)).toBe(0);
    expect(await entriesOf('one')).toHaveLength(1);
    const bad = [{ ...EVENT, subject: 'two', request: 'no UUID' }];
    await expect(audit.addWith(change, ['b'], bad)).rejects.toThrow();
    expect(await database.query('SELECT name FROM changed_here')).toEqual([{ name: 'a' }]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditAction } from '@pseudonymize-redact/core/contract';
import { expect, it } from 'vitest';

const PAGE = join(import.meta.dirname, '../../../../server-plugin/admin/admin.html');

it('the admin page offers every action of the audit to search for', () => {
  const [, choices = ''] = /<select name="action">(.*?)<\/select/s.exec(readFileSync(PAGE, 'utf8')) ?? [];
  const offered = [...choices.matchAll(/<option>([^<]+)</g)].map(([, action]) => action);
  expect(offered).toEqual(AuditAction.options);
});

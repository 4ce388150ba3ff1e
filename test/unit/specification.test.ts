import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Ids as they open a row of a table, `| DI-01 |`. */
const specified = new Set(
  Array.from(read('server-plugin/SPEC.md').matchAll(/^\| *([A-Z]{2}-\d+) *\|/gm), ([, id]) => id),
);

/** Ids as they stand in the names of tests, `[DI-01]`. */
const tested = new Set(
  globSync('test/**/*.test.{ts,tsx}', { cwd: ROOT }).flatMap((path) =>
    Array.from(read(path).matchAll(/\[([A-Z]{2}-\d+)\]/g), ([, id]) => id),
  ),
);

describe('the specification', () => {
  it('has a test for every rule', () => {
    expect([...specified].filter((id) => !tested.has(id))).toEqual([]);
  });

  it('has a rule for every id that a test names', () => {
    expect([...tested].filter((id) => !specified.has(id))).toEqual([]);
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeProcessFolder, openProcessFolder } from '../../../../server-plugin/src/files/processFolder.ts';

/** No process has it: Linux gives smaller ones. */
const NO_PROCESS = 2 ** 30;

let shared: string;
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'pseudonymize-process-'));
});
afterEach(() => {
  rmSync(shared, { recursive: true, force: true });
});

describe('the folder of a process', () => {
  it('leaves what others work on, and what containers with the same process id do', () => {
    const others = [`${hostname()} ${process.ppid}`, `container-7 ${process.pid}`];
    for (const name of others) mkdirSync(join(shared, name));
    const own = openProcessFolder(shared);
    for (const name of others) expect(existsSync(join(shared, name))).toBe(true);
    expect(readdirSync(own)).toEqual([]);
  });

  it('takes away what ended processes have left, on other hosts after a day', () => {
    const left = [`${hostname()} ${NO_PROCESS}`, 'container-8 1'];
    for (const name of left) mkdirSync(join(shared, name));
    utimesSync(join(shared, 'container-8 1'), new Date(0), new Date(0));
    openProcessFolder(shared);
    for (const name of left) expect(existsSync(join(shared, name))).toBe(false);
    closeProcessFolder(shared);
    expect(existsSync(shared)).toBe(false);
  });
});

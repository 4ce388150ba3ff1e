import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SpillFile } from '../../../../server-plugin/src/files/spillFile.ts';

const MEBIBYTE = 2 ** 20;
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'spill-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('SpillFile', () => {
  it('[PX-19] keeps what is small in memory, and the rest in a file that goes', () => {
    const path = join(folder, 'frames');
    const spill = new SpillFile(path);
    const piece = (value: number): Uint8Array => new Uint8Array(8 * MEBIBYTE).fill(value);
    const kept = [1, 2, 3, 4].map((value) => spill.keep(piece(value)));
    expect(existsSync(path)).toBe(false);
    kept.push(...[5, 6].map((value) => spill.keep(piece(value))));
    expect(readdirSync(folder)).toEqual(['frames']);
    expect(
      kept.map(({ source, start, end }) => [
        end - start,
        source.read(end - 1, end)[0],
        source.read(start, start + 1)[0],
      ]),
    ).toEqual([1, 2, 3, 4, 5, 6].map((value) => [8 * MEBIBYTE, value, value]));
    spill.delete();
    expect(readdirSync(folder)).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installPackages, missingPackages } from '../../../../server-plugin/src/start/packages.ts';

const ABSENT = 'pseudonymize-no-such-package';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('installPackages', () => {
  it('says in one line what an administrator has to do where it may not install', () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-programs-'));
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    vi.stubEnv('PATH', empty);
    try {
      expect(() => installPackages([ABSENT])).toThrow(
        new Error(
          'Packages are missing that only an administrator can install. ' +
            `Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${ABSENT}`,
        ),
      );
    } finally {
      rmSync(empty, { recursive: true });
    }
  });

  it('does nothing where nothing is missing', () => {
    vi.stubEnv('PATH', '');
    expect(missingPackages(['base-files', ABSENT])).toEqual([ABSENT]);
    expect(() => installPackages(['base-files'])).not.toThrow();
  });
});

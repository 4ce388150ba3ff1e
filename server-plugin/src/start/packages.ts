import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's package → a file that it installs, which tells whether it is there. */
const PROVES: Readonly<Record<string, string>> = {
  orthanc: '/usr/sbin/Orthanc',
  'orthanc-dicomweb': '/usr/share/orthanc/plugins/libOrthancDicomWeb.so',
  chromium: '/usr/bin/chromium',
  dcmtk: '/usr/bin/dcmdump',
  dicom3tools: '/usr/bin/dciodvfy',
  'libopenjp2-tools': '/usr/bin/opj_decompress',
  'orthanc-python': '/usr/share/orthanc/plugins/libOrthancPython.so',
  postgresql: '/usr/lib/postgresql',
};

export const missingPackages = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !existsSync(PROVES[name] ?? `/usr/share/doc/${name}`));

const succeeds = (command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  }).status === 0;

/**
 * Keeps the distribution's own Orthanc and other services from starting: only what the project starts shall run.
 * Debian asks `policy-rc.d` before it starts a service (invoke-rc.d(8)); 101 means "not allowed".
 */
const withServicesHeldBack = <T>(privileged: readonly string[], work: () => T): T => {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  const script = join(folder, 'policy-rc.d');
  writeFileSync(script, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const [command = 'env', ...prefix] = privileged;
  try {
    succeeds(command, [...prefix, 'install', '-m', '755', script, policy]);
    return work();
  } finally {
    succeeds(command, [...prefix, 'rm', '-f', policy]);
    rmSync(folder, { recursive: true });
  }
};

/**
 * Installs the distribution's packages that are missing, with root's rights or sudo's without a password.
 *
 * @throws Error with the exact command where that is not possible
 */
export const installPackages = (names: readonly string[]): void => {
  const missing = missingPackages(names);
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  const privileged = root ? ['env'] : ['sudo', '-n', 'env'];
  const byHand = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const [command = 'env', ...prefix] = privileged;
  if (!existsSync('/usr/bin/apt-get') || !succeeds(command, [...prefix, 'true'])) {
    throw new Error(`Packages are missing that only an administrator can install. Run: ${byHand}`);
  }
  console.log(`Installing ${missing.join(', ')} …`);
  const apt = (...args: readonly string[]): boolean =>
    succeeds(command, [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]);
  const installed = withServicesHeldBack(privileged, () => {
    apt('update');
    return apt('install', '-y', '--no-install-recommends', ...missing);
  });
  if (!installed || missingPackages(missing).length > 0) {
    throw new Error(`Packages could not be installed. Run: ${byHand}`);
  }
};

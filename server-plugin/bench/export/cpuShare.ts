// A machine of its own for a process: so much of a core, and no more, by a control group of Linux.
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PERIOD_MICROSECONDS = 100_000;
const UNIFIED = '/sys/fs/cgroup';
const FIRST_VERSION = '/sys/fs/cgroup/cpu';

/** What runs a command in the group, and what ends the group, which needs its processes gone. */
export interface CpuShare {
  readonly before: readonly string[];
  end(): void;
}

/**
 * @param name of the group
 * @param cores how much of a core
 * @returns null where this user may make no such group
 */
export const cpuShare = (name: string, cores: number): CpuShare | null => {
  const isUnified = existsSync(join(UNIFIED, 'cgroup.controllers'));
  const group = join(isUnified ? UNIFIED : FIRST_VERSION, `pseudonymize-bench-${process.pid}-${name}`);
  const quota = Math.round(cores * PERIOD_MICROSECONDS);
  try {
    mkdirSync(group);
    if (isUnified) writeFileSync(join(group, 'cpu.max'), `${quota} ${PERIOD_MICROSECONDS}`);
    else {
      writeFileSync(join(group, 'cpu.cfs_period_us'), String(PERIOD_MICROSECONDS));
      writeFileSync(join(group, 'cpu.cfs_quota_us'), String(quota));
    }
  } catch {
    return null;
  }
  return {
    before: ['sh', '-c', `echo $$ > ${join(group, 'cgroup.procs')} && exec "$@"`, 'sh'],
    end: () => rmdirSync(group),
  };
};

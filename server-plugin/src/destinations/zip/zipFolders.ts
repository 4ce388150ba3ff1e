import { join } from 'node:path';

/** Below the folder of the ZIP files; all on its file system, so that renames are enough. */
export const WRITING = '.writing';
/** Copies of jobs that have stored them, until nothing of their export is to come. */
const WAITING = '.waiting';
/** What is being packed. */
export const PACKING = '.packing';

export const WAITING_EXPORTS = join(WAITING, 'exports');
export const WAITING_JOBS = join(WAITING, 'jobs');

/** Whose copies share a ZIP file. */
export const waitingFolder = (
  root: string,
  { job, exportName }: { readonly job: string; readonly exportName: string | null },
): string => (exportName === null ? join(root, WAITING_JOBS, job) : join(root, WAITING_EXPORTS, exportName));

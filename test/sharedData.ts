import { join } from 'node:path';
import { describe } from 'vitest';
import { SHARED_FOLDER, SHARED_FOLDER_PRESENT } from './sharedFolder.ts';

/** A path below the shared folder; only for tests inside `describeWithSharedData`. */
export const sharedPath = (...parts: readonly string[]): string => join(SHARED_FOLDER, ...parts);

/** Tests on the real files: counted as skipped where the folder is not there; `test/run.ts` says so in a line. */
export const describeWithSharedData = describe.skipIf(!SHARED_FOLDER_PRESENT);

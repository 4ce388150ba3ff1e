import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'shared');

/** The folder of real files beside the checkout, used in place; null in a clone with nothing beside it. */
export const SHARED_DATA: string | null = existsSync(join(folder, 'data', 'dicom')) ? folder : null;

/** A path below the shared folder; only for tests inside `describeWithSharedData`. */
export const sharedPath = (...parts: readonly string[]): string => join(folder, ...parts);

/** Tests on the real files: counted as skipped where the folder is not there; `test/run.ts` says so in a line. */
export const describeWithSharedData = describe.skipIf(SHARED_DATA === null);

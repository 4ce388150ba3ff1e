import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of real files beside the checkout; used in place. */
export const SHARED_FOLDER = join(import.meta.dirname, '..', '..', 'shared');
export const SHARED_FOLDER_PRESENT = existsSync(join(SHARED_FOLDER, 'data', 'dicom'));

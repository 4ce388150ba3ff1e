import { join } from 'node:path';

/** Where things lie in a checkout of the project; the same from `src/` and from `dist/`. */
export const PROJECT_FOLDER = join(import.meta.dirname, '..', '..', '..');
export const EXTENSION_FOLDER = join(PROJECT_FOLDER, 'extension');
/**
 * The worker and what it loads. OHIF's build copies `dist` into the root of the viewer: the name is neither one of the viewer's (it has an
 * `ort/`) nor the mode's route, where a folder would take the page's place.
 */
export const WORKER_FOLDER = join(EXTENSION_FOLDER, 'dist', 'pseudonymize-redact-worker');
export const MODE_FOLDER = join(PROJECT_FOLDER, 'mode');

/** Of npm's `@ohif/app`. */
export const VIEWER_VERSION = '3.13.2';
/** npm's package as published; the build fetches it, it is not in git. */
export const VIEWER_PACKAGE_FOLDER = join(PROJECT_FOLDER, '.cache', `ohif-app-${VIEWER_VERSION}`);
export const VIEWER_FOLDER = join(VIEWER_PACKAGE_FOLDER, 'dist');

/** What the bridge serves the viewer from. */
export const VIEWER_FOLDERS = {
  viewer: VIEWER_FOLDER,
  plugins: [join(EXTENSION_FOLDER, 'dist'), join(MODE_FOLDER, 'dist')],
};

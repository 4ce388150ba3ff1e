import { join } from 'node:path';

/** Where things lie in a checkout of the project; the same from `src/` and from `dist/`. */
export const PROJECT_FOLDER = join(import.meta.dirname, '..', '..', '..');
export const EXTENSION_FOLDER = join(PROJECT_FOLDER, 'extension');
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

import type { ReactElement } from 'react';

/**
 * Drawn in the manner of the viewer's own icons: its icon set is not handed to plugins that are loaded at run time. Lines on a grid of
 * 24, in the colour of the text.
 */
const PATHS = {
  draw: 'M4 8V4h4 M16 4h4v4 M20 16v4h-4 M8 20H4v-4 M12 8.5v7 M8.5 12h7',
  undo: 'M8 5 4 9l4 4 M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  redo: 'm16 5 4 4-4 4 M20 9H10a5.5 5.5 0 0 0 0 11h4',
  after:
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  autoWindow: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z M12 3.5v17 M12 8h7 M12 12h8.5 M12 16h7',
  keys: 'M3 6.5h18v11H3Z M6.5 10h.01 M10 10h.01 M14 10h.01 M17.5 10h.01 M8 14h8',
  accept: 'm5 12.5 4.5 4.5L19 7.5',
  reject: 'M6 6l12 12 M18 6 6 18',
  unfold: 'm9.5 6 6 6-6 6',
  fold: 'm6 9.5 6 6 6-6',
  delete: 'M4.5 7h15 M9.5 7V4.5h5V7 M6.5 7l1 12.5h9l1-12.5 M10.3 10.5v6 M13.7 10.5v6',
  pause: 'M8.5 5.5v13 M15.5 5.5v13',
  resume: 'M8 5.5v13l10.5-6.5Z',
  place: 'M12 3v4 M12 17v4 M3 12h4 M17 12h4 M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }): ReactElement => (
  <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

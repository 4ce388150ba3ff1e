import { t } from './language.ts';

/** Keys that have another name in another language; `del` as the viewer's hotkeys have it. */
const NAMED = ['shift', 'ctrl', 'alt', 'del', 'enter', 'space', 'esc'] as const;

const nameOf = (key: string): string => {
  const named = NAMED.find((each) => each === key.toLowerCase());
  return named === undefined ? key.toUpperCase() : t(`keyName_${named}`);
};

/** What stands on the reader's keyboard. @param keys as the viewer's hotkeys have them, as `shift+p` */
export const keyText = (keys: string): string => keys.split('+').map(nameOf).join('+');

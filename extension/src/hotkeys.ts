import { t } from './language/language.ts';
import type { Hotkey } from './ohif.ts';

const hotkey = (
  commandName: string,
  label: string,
  key: string,
  commandOptions?: Readonly<Record<string, unknown>>,
): Hotkey => ({
  commandName,
  label,
  keys: [key],
  isEditable: true,
  ...(commandOptions && { commandOptions }),
});

const reach = (decision: 'accepted' | 'rejected', to: 'image' | 'series' | 'study', key: string): Hotkey =>
  hotkey(
    'decideWithin',
    t(decision === 'accepted' ? 'key_acceptWithin' : 'key_rejectWithin', { place: t(`within_${to}`) }),
    key,
    { decision, reach: to },
  );

const scope = (kind: 'frame' | 'instance' | 'series', key: string): Hotkey =>
  hotkey('applyToScope', t(`key_${kind}`), key, { kind });

/** The review's keys; the viewer lists them in its preferences, where its users change them. */
export const REVIEW_HOTKEYS: readonly Hotkey[] = [
  hotkey('nextFinding', t('key_next'), 'j'),
  hotkey('previousFinding', t('key_previous'), 'k'),
  hotkey('acceptFindings', t('key_accept'), 'y'),
  hotkey('rejectFindings', t('key_reject'), 'x'),
  hotkey('toggleFindings', t('key_toggle'), 't'),
  hotkey('unfoldFindings', t('key_unfold'), 'g'),
  reach('accepted', 'image', 'shift+y'),
  reach('accepted', 'series', 'alt+y'),
  reach('accepted', 'study', 'alt+shift+y'),
  reach('rejected', 'image', 'shift+x'),
  reach('rejected', 'series', 'alt+x'),
  reach('rejected', 'study', 'alt+shift+x'),
  hotkey('toggleDrawRegion', t('key_draw'), 'd'),
  hotkey('addRegion', t('key_add'), 'shift+d'),
  hotkey('changeClass', t('key_class'), 'm'),
  hotkey('deleteSelectedRegions', t('key_delete'), 'del'),
  hotkey('selectAllRegions', t('key_selectAll'), 'shift+a'),
  scope('frame', 'f'),
  scope('instance', 'shift+f'),
  scope('series', 's'),
  hotkey('undoReview', t('key_undo'), 'u'),
  hotkey('redoReview', t('key_redo'), 'shift+u'),
  hotkey('toggleAfter', t('key_after'), 'p'),
  hotkey('autoWindowImage', t('key_window'), 'w'),
  hotkey('toggleSearchPause', t('key_pause'), 'shift+p'),
  hotkey('showReviewKeys', t('key_help'), '?'),
];

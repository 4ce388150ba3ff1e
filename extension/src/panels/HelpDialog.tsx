import type { ReactElement } from 'react';
import { REVIEW_HOTKEYS } from '../hotkeys.ts';
import { keyText } from '../language/keyText.ts';
import { t } from '../language/language.ts';
import { ModalDialog } from './ModalDialog.tsx';

const ARROWS = '← → ↑ ↓';

/** Keys of a box that has the focus; they are not the viewer's to change. */
const boxKeys = (): readonly (readonly [string, string])[] => [
  [ARROWS, t('key_move')],
  [`${keyText('alt')} ${ARROWS}`, t('key_resize')],
  [', .', t('key_rotate')],
  [keyText('shift'), t('key_several')],
];

/** All keys of the review. */
export const HelpDialog = ({ onClose }: { onClose: () => void }): ReactElement => (
  <ModalDialog title={t('help')} onClose={onClose}>
    <dl className="keys">
      {[
        ...REVIEW_HOTKEYS.map(({ keys, label }) => [keys.map(keyText).join(', '), label] as const),
        ...boxKeys(),
      ].map(([key, label]) => (
        <div key={label}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
    <div className="buttons">
      <button type="button" className="primary" onClick={onClose}>
        {t('close')}
      </button>
    </div>
  </ModalDialog>
);

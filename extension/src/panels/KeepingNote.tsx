import { useSyncExternalStore, type ReactElement } from 'react';
import { errorText, t } from '../language/language.ts';
import type { KeepingStore } from '../store/keepingState.ts';

/** Whether the review is kept by the bridge. */
export const KeepingNote = ({ keeping }: { keeping: KeepingStore }): ReactElement => {
  const now = useSyncExternalStore(keeping.subscribe, keeping.getState);
  if (now.status !== 'unkept')
    return (
      <p className="keeping note" role="status">
        {t(now.status === 'kept' ? 'kept' : 'keepingNow')}
      </p>
    );
  return (
    <p className="keeping warning" role="alert">
      {t('unkept', { message: errorText(now.code, now.message) })} <code>{now.code}</code>
    </p>
  );
};

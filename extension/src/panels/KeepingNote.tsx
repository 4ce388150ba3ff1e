import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { errorText, t } from '../language/language.ts';
import type { Keeping, KeepingStore } from '../store/keepingState.ts';

/** What is kept sooner is not worth a word: while a search goes on, something always is on its way. */
const LONG_MS = 3000;

/** Whether the review is kept by the bridge: said where it is, and where it is not for long. */
export const KeepingNote = ({ keeping }: { keeping: KeepingStore }): ReactElement | null => {
  const now = useSyncExternalStore(keeping.subscribe, keeping.getState);
  const [long, setLong] = useState<Keeping | null>(null);
  useEffect(() => {
    if (now.status !== 'keeping') return;
    const timer = setTimeout(() => setLong(now), LONG_MS);
    return () => clearTimeout(timer);
  }, [now]);
  switch (now.status) {
    case 'kept':
      return <p className="keeping kept note">{t('kept')}</p>;
    case 'keeping':
      return long === now ? (
        <p className="keeping note" role="status">
          {t('keepingNow')}
        </p>
      ) : null;
    case 'unkept':
      return (
        <p className="keeping warning" role="alert">
          {t('unkept', { message: errorText(now.code, now.message) })} <code>{now.code}</code>
        </p>
      );
  }
};

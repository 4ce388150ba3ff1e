import type { Hold, HoldDecision } from '@pseudonymize-redact/core/contract';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { errorText, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { heldIds, heldRegions, proposeHeld } from '../store/heldRegions.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { PendingButton } from './PendingButton.tsx';

interface HoldRowProps {
  readonly service: ReviewService;
  readonly hold: Hold;
  /** Whether its place is on the screen. */
  readonly shown: boolean;
  readonly onDecided: () => void;
}

/** Where the focus goes when a row goes: to the next one, else to the top of the panel. */
const passFocus = (row: HTMLElement): void => {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  const next = neighbour?.querySelector('button') ?? row.closest<HTMLElement>('.sections');
  next?.focus();
};

/** One image that is held back: where text is left, and what may be done. */
const HoldRow = ({ service, hold, shown, onDecided }: HoldRowProps): ReactElement => {
  const { store, bridge } = service;
  const row = useRef<HTMLLIElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const { original, texts, reason } = hold;
  const { images } = store.getState();
  const image = images.find(({ sopInstanceUID, frame }) =>
    sopInstanceUID === original?.sopInstanceUID ? frame === (texts[0]?.frames.first ?? 1) : false,
  );
  useEffect(() => {
    if (shown) row.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (element?.contains(document.activeElement)) passFocus(element);
    };
  }, []);
  const decide = (decision: HoldDecision): void => {
    setSending(true);
    setError(null);
    bridge.decideHolds(decision).then(
      ([decided]) => {
        const { followUp = null } = decided ?? {};
        if (followUp !== null && original !== null)
          service.deidentifier.follow(original.studyInstanceUID, followUp);
        onDecided();
      },
      (failure: unknown) => {
        setError(failure);
        setSending(false);
      },
    );
  };
  const show = (): void => {
    if (image === undefined) return;
    const changes = proposeHeld(store.getState().regions, hold);
    store.dispatch({ type: 'edited', changes });
    store.dispatch({ type: 'selected', ids: heldIds(hold), hold: hold.id });
    service.showImage(image);
  };
  const holds = [hold.id];
  return (
    <li ref={row} className="hold" data-hold={hold.id} aria-current={shown}>
      <p>
        {errorText(reason.code, reason.message)} <code>{reason.code}</code>
      </p>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <button type="button" disabled={image === undefined} onClick={show}>
          {t('holdShow')}
        </button>
        <PendingButton
          className="primary"
          pending={sending}
          disabled={texts.length === 0 || original === null}
          onClick={() =>
            decide({ decision: 'correct', holds, regions: [...heldRegions(hold, store.getState().regions)] })
          }
        >
          {t('holdCorrect')}
        </PendingButton>
        <PendingButton pending={sending} onClick={() => decide({ decision: 'release', holds })}>
          {t('holdRelease')}
        </PendingButton>
        <PendingButton pending={sending} onClick={() => decide({ decision: 'reject', holds })}>
          {t('holdReject')}
        </PendingButton>
      </div>
    </li>
  );
};

interface HoldsSectionProps {
  readonly service: ReviewService;
  readonly holds: readonly Hold[];
  /** Whose place is on the screen. */
  readonly shown: string | null;
  readonly onDecided: () => void;
}

/** Images that were not stored, as text was found on them after redaction: they come back to the reviewer. */
export const HoldsSection = ({
  service,
  holds,
  shown,
  onDecided,
}: HoldsSectionProps): ReactElement | null => {
  if (holds.length === 0) return null;
  return (
    <section aria-label={t('holds')}>
      <h2>
        {t('holds')} <span data-testid="holds-count">{holds.length}</span>
      </h2>
      <p className="warning">{t('holdsNote', { count: holds.length })}</p>
      <ul>
        {holds.map((hold) => (
          <HoldRow
            key={hold.id}
            service={service}
            hold={hold}
            shown={shown === hold.id}
            onDecided={onDecided}
          />
        ))}
      </ul>
    </section>
  );
};

import type { Hold, HoldDecision } from '@pseudonymize-redact/core/contract';
import { useState, type ReactElement } from 'react';
import { errorText, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { heldRegions, proposeHeld } from '../store/heldRegions.ts';
import { ErrorNote } from './ErrorNote.tsx';

interface HoldRowProps {
  readonly service: ReviewService;
  readonly hold: Hold;
  readonly onDecided: () => void;
}

/** One image that is held back: where text is left, and what may be done. */
const HoldRow = ({ service, hold, onDecided }: HoldRowProps): ReactElement | null => {
  const { store, bridge } = service;
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const { original, texts, reason } = hold;
  const { images } = store.getState();
  const image = images.find(({ sopInstanceUID, frame }) =>
    sopInstanceUID === original?.sopInstanceUID ? frame === (texts[0]?.frames.first ?? 1) : false,
  );
  const decide = (decision: HoldDecision): void => {
    setSending(true);
    setError(null);
    bridge
      .decideHolds(decision)
      .then(
        ([decided]) => {
          const { followUp = null } = decided ?? {};
          if (followUp !== null && original !== null)
            service.deidentifier.follow(original.studyInstanceUID, followUp);
          onDecided();
        },
        (failure: unknown) => setError(failure),
      )
      .finally(() => setSending(false));
  };
  const show = (): void => {
    if (image === undefined) return;
    const changes = proposeHeld(store.getState().regions, hold);
    store.dispatch({ type: 'edited', changes });
    store.dispatch({ type: 'selected', ids: changes.flatMap(({ after }) => (after ? [after.id] : [])) });
    service.showImage(image);
  };
  const holds = [hold.id];
  return (
    <li className="hold" data-hold={hold.id}>
      <p>
        {errorText(reason.code, reason.message)} <code>{reason.code}</code>
      </p>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <button type="button" disabled={image === undefined} onClick={show}>
          {t('holdShow')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={sending || texts.length === 0 || original === null}
          onClick={() =>
            decide({ decision: 'correct', holds, regions: [...heldRegions(hold, store.getState().regions)] })
          }
        >
          {t('holdCorrect')}
        </button>
        <button type="button" disabled={sending} onClick={() => decide({ decision: 'release', holds })}>
          {t('holdRelease')}
        </button>
        <button type="button" disabled={sending} onClick={() => decide({ decision: 'reject', holds })}>
          {t('holdReject')}
        </button>
      </div>
    </li>
  );
};

interface HoldsSectionProps {
  readonly service: ReviewService;
  readonly holds: readonly Hold[];
  readonly onDecided: () => void;
}

/** Images that were not stored, as text was found on them after redaction: they come back to the reviewer. */
export const HoldsSection = ({ service, holds, onDecided }: HoldsSectionProps): ReactElement | null => {
  if (holds.length === 0) return null;
  return (
    <section aria-label={t('holds')}>
      <h2>
        {t('holds')} <span data-testid="holds-count">{holds.length}</span>
      </h2>
      <p className="warning">{t('holdsNote', { count: holds.length })}</p>
      <ul>
        {holds.map((hold) => (
          <HoldRow key={hold.id} service={service} hold={hold} onDecided={onDecided} />
        ))}
      </ul>
    </section>
  );
};

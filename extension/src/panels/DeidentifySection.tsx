import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { BridgeError } from '../api/bridgeError.ts';
import type { ReviewService } from '../reviewService.ts';
import { jobRegions } from '../store/jobRegions.ts';
import { summarise } from '../store/summary.ts';
import { ConfirmStart } from './ConfirmStart.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { JobStatus } from './JobStatus.tsx';

interface DeidentifySectionProps {
  readonly service: ReviewService;
  readonly study: string;
  readonly project: string;
  /** Whether the bridge has told who becomes whom. */
  readonly ready: boolean;
}

/** The button that asks for the copy, and what became of it. */
export const DeidentifySection = ({
  service,
  study,
  project,
  ready,
}: DeidentifySectionProps): ReactElement => {
  const { store, deidentifications, deidentifier } = service;
  const [confirming, setConfirming] = useState(false);
  const now = useSyncExternalStore(deidentifications.subscribe, deidentifications.getState).get(study);
  const busy = now?.status === 'sending' || now?.status === 'running';

  const start = (): void => {
    setConfirming(false);
    void deidentifier.start(study, project, jobRegions(store.getState().regions, study));
  };

  return (
    <section aria-label="De-identify">
      {now?.status === 'refused' && (
        <ErrorNote error={new BridgeError({ code: now.code, message: now.message, where: null })} />
      )}
      {(now?.status === 'running' || now?.status === 'ended') && (
        <JobStatus
          job={now.job}
          connected={now.status === 'ended' || now.connected}
          onCancel={() => void deidentifier.cancel(study)}
        />
      )}
      {confirming ? (
        <ConfirmStart
          summary={summarise(store.getState(), study)}
          onConfirm={start}
          onDismiss={() => setConfirming(false)}
        />
      ) : (
        <button
          type="button"
          className="primary"
          disabled={!ready || busy}
          onClick={() => setConfirming(true)}
        >
          De-identify
        </button>
      )}
    </section>
  );
};

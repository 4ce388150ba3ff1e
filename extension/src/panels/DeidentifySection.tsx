import type { Project, StudyPreview } from '@pseudonymize-redact/core/contract';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import type { ProjectChoice } from '../api/bridgeClient.ts';
import { BridgeError } from '../api/bridgeError.ts';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { jobRequest } from '../store/jobRegions.ts';
import { DeidentifyDialog } from './DeidentifyDialog.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { JobStatus } from './JobStatus.tsx';
import { CopyLink } from './PatientSection.tsx';
import { PendingButton } from './PendingButton.tsx';
import { ProjectSelect } from './ProjectSelect.tsx';
import type { Answer } from './useAnswer.ts';

interface DeidentifySectionProps {
  readonly service: ReviewService;
  readonly study: string;
  readonly projects: Answer<readonly Project[]>;
  readonly choice: ProjectChoice;
  readonly onChoice: (choice: ProjectChoice) => void;
  /** Who becomes whom. */
  readonly preview: Answer<StudyPreview | null>;
  /** How many images of the study are on hold. */
  readonly held: number;
}

/** The button that asks for the copy, and what became of it. */
export const DeidentifySection = ({
  service,
  study,
  projects,
  choice,
  onChoice,
  preview,
  held,
}: DeidentifySectionProps): ReactElement => {
  const { store, deidentifications, deidentifier } = service;
  const [confirming, setConfirming] = useState(false);
  const now = useSyncExternalStore(deidentifications.subscribe, deidentifications.getState).get(study);
  const busy = now?.status === 'sending' || now?.status === 'running';
  const known = preview.status === 'loaded' ? preview.value : null;
  const select = <ProjectSelect projects={projects} choice={choice} onChange={onChoice} />;

  const start = (): void => {
    setConfirming(false);
    void deidentifier.start(jobRequest(store.getState(), study, choice));
  };

  return (
    <>
      {select}
      <section aria-label={t('deidentify')}>
        {now?.status === 'refused' && (
          <ErrorNote error={new BridgeError({ code: now.code, message: now.message, where: null })} />
        )}
        {(now?.status === 'running' || now?.status === 'ended') && (
          <JobStatus
            service={service}
            job={now.job}
            connected={now.status === 'ended' || now.connected}
            onCancel={() => void deidentifier.cancel(study)}
          />
        )}
        {now === undefined && known?.copyExists === true && (
          <CopyLink service={service} studyInstanceUID={known.copyStudyInstanceUID} />
        )}
        <PendingButton
          className="primary"
          pending={busy}
          disabled={known === null && !confirming && !busy}
          onClick={() => setConfirming(true)}
        >
          {t('deidentify')}
        </PendingButton>
        {confirming && (
          <DeidentifyDialog
            service={service}
            study={study}
            choice={choice}
            preview={preview}
            held={held}
            onConfirm={start}
            onDismiss={() => setConfirming(false)}
          >
            {select}
          </DeidentifyDialog>
        )}
      </section>
    </>
  );
};

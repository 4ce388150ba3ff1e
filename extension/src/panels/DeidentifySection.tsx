import type { Project, StudyPreview } from '@pseudonymize-redact/core/contract';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { BridgeError } from '../api/bridgeError.ts';
import { t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { jobRegions, searchedInstances } from '../store/jobRegions.ts';
import { summarise } from '../store/summary.ts';
import { DeidentifyDialog } from './DeidentifyDialog.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { JobStatus } from './JobStatus.tsx';
import { CopyLink } from './PatientSection.tsx';
import { ProjectSelect } from './ProjectSelect.tsx';
import type { Answer } from './useAnswer.ts';

interface DeidentifySectionProps {
  readonly service: ReviewService;
  readonly study: string;
  readonly projects: Answer<readonly Project[]>;
  readonly project: string;
  readonly onProject: (project: string) => void;
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
  project,
  onProject,
  preview,
  held,
}: DeidentifySectionProps): ReactElement => {
  const { store, deidentifications, deidentifier } = service;
  const [confirming, setConfirming] = useState(false);
  const now = useSyncExternalStore(deidentifications.subscribe, deidentifications.getState).get(study);
  const busy = now?.status === 'sending' || now?.status === 'running';
  const known = preview.status === 'loaded' ? preview.value : null;
  const select = <ProjectSelect projects={projects} project={project} onChange={onProject} />;

  const start = (): void => {
    setConfirming(false);
    const state = store.getState();
    void deidentifier.start({
      studyInstanceUID: study,
      project,
      regions: [...jobRegions(state.regions, study)],
      searched: [...searchedInstances(state, study)],
    });
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
            job={now.job}
            connected={now.status === 'ended' || now.connected}
            onCancel={() => void deidentifier.cancel(study)}
          />
        )}
        {now === undefined && known?.copyExists === true && (
          <CopyLink studyInstanceUID={known.copyStudyInstanceUID} />
        )}
        <button
          type="button"
          className="primary"
          disabled={known === null || busy}
          onClick={() => setConfirming(true)}
        >
          {t('deidentify')}
        </button>
        {confirming && known !== null && (
          <DeidentifyDialog
            preview={known}
            summary={summarise(store.getState(), study)}
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

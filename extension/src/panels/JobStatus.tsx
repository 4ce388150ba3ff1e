import type { Job } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { isFinal } from '../api/bridgeClient.ts';
import { errorText, stateText, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { ChangesNote } from './ChangesNote.tsx';
import { CopyLink } from './PatientSection.tsx';
import { useAnswer } from './useAnswer.ts';

interface JobStatusProps {
  readonly service: ReviewService;
  readonly job: Job;
  readonly connected: boolean;
  readonly onCancel: () => void;
}

/** What a finished copy has otherwise than the one before it. */
const FinishedChanges = ({ service, job }: Pick<JobStatusProps, 'service' | 'job'>): ReactElement | null => {
  const comparison = useAnswer(job.id, (signal) => service.bridge.compareJob(job.id, signal));
  if (comparison.status === 'loaded' && comparison.value.changes === null) return null;
  return (
    <details>
      <summary>{t('changes')}</summary>
      <ChangesNote service={service} comparison={comparison} />
    </details>
  );
};

/** How far a job is, and where its copy is to be seen. */
export const JobStatus = ({ service, job, connected, onCancel }: JobStatusProps): ReactElement => {
  const { state, instances, error, report, copy } = job;
  return (
    <div className="job" data-state={state}>
      <p role="status">{stateText(job)}</p>
      {!isFinal(job) && (
        <>
          <label className="progress">
            {t('progress', instances)}
            <progress value={instances.done} max={Math.max(1, instances.total)} />
          </label>
          {!connected && <p className="warning">{t('connectionLost')}</p>}
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </>
      )}
      {error && (
        <p role="alert" className="error">
          {errorText(error.code, error.message)} {error.where} <code>{error.code}</code>
        </p>
      )}
      {report.holds > 0 && <p className="warning">{t('jobHolds', { count: report.holds })}</p>}
      {copy && <CopyLink service={service} studyInstanceUID={copy.studyInstanceUID} />}
      {state === 'completed' && <FinishedChanges service={service} job={job} />}
    </div>
  );
};

import type { Job } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { isFinal } from '../api/bridgeClient.ts';
import { errorText, t } from '../language/language.ts';
import { CopyLink } from './PatientSection.tsx';

interface JobStatusProps {
  readonly job: Job;
  readonly connected: boolean;
  readonly onCancel: () => void;
}

/** How far a job is, and where its copy is to be seen. */
export const JobStatus = ({ job, connected, onCancel }: JobStatusProps): ReactElement => {
  const { state, instances, error, report, copy } = job;
  return (
    <div className="job" data-state={state}>
      <p role="status">{t(`state_${state}`)}</p>
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
      {copy && <CopyLink studyInstanceUID={copy.studyInstanceUID} />}
    </div>
  );
};

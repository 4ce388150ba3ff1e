import type { Job } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { isFinal } from '../api/bridgeClient.ts';

const STATE_WORDS: Readonly<Record<Job['state'], string>> = {
  created: 'Waiting for its turn',
  retry: 'Waiting to be tried again',
  active: 'De-identifying',
  completed: 'The copy is stored',
  cancelled: 'Cancelled; no copy is stored',
  failed: 'Failed; no copy is stored',
};

interface JobStatusProps {
  readonly job: Job;
  readonly connected: boolean;
  readonly onCancel: () => void;
}

/** How far a job is, and where its copy is to be seen. */
export const JobStatus = ({ job, connected, onCancel }: JobStatusProps): ReactElement => {
  const { state, instances, error, copy } = job;
  return (
    <div className="job" data-state={state}>
      <p role="status">{STATE_WORDS[state]}</p>
      {!isFinal(job) && (
        <>
          <label className="progress">
            {instances.done} of {instances.total} instances
            <progress value={instances.done} max={Math.max(1, instances.total)} />
          </label>
          {!connected && (
            <p className="warning">The connection is lost. The job goes on; its progress will come back.</p>
          )}
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </>
      )}
      {error && (
        <p role="alert" className="error">
          {error.message} {error.where} <code>{error.code}</code>
        </p>
      )}
      {copy && (
        <a href={`/viewer?StudyInstanceUIDs=${copy.studyInstanceUID}`} target="_blank" rel="noreferrer">
          Open the copy
        </a>
      )}
    </div>
  );
};

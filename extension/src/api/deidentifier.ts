import type { Job, JobRequestInput } from '@pseudonymize-redact/core/contract';
import type { DeidentificationStore, Deidentification } from '../store/deidentificationState.ts';
import { isFinal, type BridgeClient } from './bridgeClient.ts';
import { BridgeError } from './bridgeError.ts';

export interface Deidentifier {
  /** Asks for a de-identified copy and follows it; everything that happens is told to the store. */
  start(request: JobRequestInput): Promise<void>;
  /** Follows a job that is there already, as one that carries out a decision on holds. */
  follow(studyInstanceUID: string, job: string): void;
  cancel(studyInstanceUID: string): Promise<void>;
}

/** A job is followed until it ends, in the study list as well: the viewer's notification tells of it. */
export const createDeidentifier = (store: DeidentificationStore, bridge: BridgeClient): Deidentifier => {
  const watches = new Map<string, () => void>();

  const tell = (studyInstanceUID: string, to: Deidentification): void =>
    store.dispatch({ studyInstanceUID, to });

  const told = (study: string, job: Job): void =>
    tell(study, isFinal(job) ? { status: 'ended', job } : { status: 'running', job, connected: true });

  const lost = (study: string): void => {
    const now = store.getState().get(study);
    if (now?.status === 'running') tell(study, { ...now, connected: false });
  };

  const watch = (study: string, id: string): void => {
    watches.get(study)?.();
    watches.set(
      study,
      bridge.watchJob(
        id,
        (next) => told(study, next),
        () => lost(study),
      ),
    );
  };

  /** Runs a call for a study and tells its failure to the store. */
  const calling = async (study: string, call: () => Promise<void>): Promise<void> => {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error;
      tell(study, { status: 'refused', code: error.code, message: error.message });
    }
  };

  return {
    start: (request) => {
      const study = request.studyInstanceUID;
      return calling(study, async () => {
        tell(study, { status: 'sending' });
        const job = await bridge.createJob(request);
        told(study, job);
        watch(study, job.id);
      });
    },
    follow: (study, job) => {
      tell(study, { status: 'sending' });
      watch(study, job);
    },
    cancel: (study) =>
      calling(study, async () => {
        const now = store.getState().get(study);
        if (now?.status === 'running') told(study, await bridge.cancelJob(now.job.id));
      }),
  };
};

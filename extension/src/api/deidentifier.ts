import type { Job, JobRequestInput } from '@pseudonymize-redact/core/contract';
import type { DeidentificationStore, Deidentification } from '../store/deidentificationState.ts';
import { isFinal, type BridgeClient } from './bridgeClient.ts';
import { BridgeError } from './bridgeError.ts';

export interface Deidentifier {
  /** Asks for a de-identified copy and follows it; everything that happens is told to the store. */
  start(request: JobRequestInput): Promise<void>;
  cancel(studyInstanceUID: string): Promise<void>;
  /** Ends the watching of jobs, not the jobs. */
  dispose(): void;
}

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
        watches.get(study)?.();
        watches.set(
          study,
          bridge.watchJob(
            job.id,
            (next) => told(study, next),
            () => lost(study),
          ),
        );
      });
    },
    cancel: (study) =>
      calling(study, async () => {
        const now = store.getState().get(study);
        if (now?.status === 'running') told(study, await bridge.cancelJob(now.job.id));
      }),
    dispose: () => {
      for (const end of watches.values()) end();
      watches.clear();
    },
  };
};

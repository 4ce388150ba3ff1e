import type { Hold } from '@pseudonymize-redact/core/contract';
import { useState, useSyncExternalStore } from 'react';
import type { ReviewService } from '../reviewService.ts';
import { useAnswer } from './useAnswer.ts';

/**
 * The images of a study that a project holds back. They are asked for anew when one is decided or a job goes on; until the answer comes
 * the earlier ones stay, and with them the focus.
 */
export const useHolds = (
  { bridge, deidentifications }: ReviewService,
  study: string | null,
  project: string,
): { readonly holds: readonly Hold[]; readonly decided: () => void } => {
  const [decisions, setDecisions] = useState(0);
  const job = useSyncExternalStore(deidentifications.subscribe, deidentifications.getState).get(study ?? '');
  const place = `${study ?? ''} ${project}`;
  const answer = useAnswer(`${place} ${decisions} ${job?.status ?? ''}`, async (signal) =>
    study === null ? [] : bridge.holds(study, project, signal),
  );
  const [known, setKnown] = useState<{ readonly place: string; readonly holds: readonly Hold[] }>({
    place,
    holds: [],
  });
  if (answer.status === 'loaded' && answer.value !== known.holds) setKnown({ place, holds: answer.value });
  return {
    holds: known.place === place ? known.holds : [],
    decided: () => setDecisions((count) => count + 1),
  };
};

import { CodedError } from '@pseudonymize-redact/core/errors';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import type { RemoteModality } from '../orthanc/remoteModality.ts';
import { planOfAll, type Destination } from './destination.ts';

/** Every copy is an association of its own; nodes often bear few at once. */
const CONCURRENCY = 2;

/**
 * A DICOM node, by C-STORE. The source Orthanc sends, because nodes know its AE title and address; it sends what it is given without
 * storing it, so no copy is left there. A node cannot be asked to forget: what was sent before a failure stays, and the next
 * attempt sends the same SOP Instances again.
 */
export const nodeDestination = (modality: RemoteModality): Destination => {
  const check = async (): Promise<void> => {
    if (!(await modality.echo())) throw new CodedError('DESTINATION_UNREACHABLE', 'C-ECHO');
  };
  return {
    isSource: false,
    packs: false,
    stored: null,
    check,
    plan: (staged) => Promise.resolve(planOfAll(staged)),
    store: ({ staged }, onStored) =>
      forEachConcurrently(staged.copies(), CONCURRENCY, async ({ original }) => {
        if (!(await modality.send(staged.copy(original)))) {
          // A node that is there and does not want it will not want it later.
          await check();
          throw new CodedError('DESTINATION_REFUSED', 'C-STORE');
        }
        await onStored();
      }),
    takeBack: () => Promise.resolve(),
  };
};

import type { StagedCopies } from '../jobs/stagedCopies.ts';
import type { StoragePlan } from '../jobs/storagePlan.ts';
import type { StoredCopies } from './storedCopies.ts';

/** The finished copies of a job on their way. */
export interface Delivery {
  readonly job: string;
  /** Null: the job belongs to no export. */
  readonly exportName: string | null;
  readonly staged: StagedCopies;
  readonly plan: StoragePlan;
}

/** Where a project's copies go. All methods throw CodedError DESTINATION_…, or ORTHANC_… where it is the source Orthanc. */
export interface Destination {
  /** Whether the viewer shows what is stored here. */
  readonly isSource: boolean;
  /** Whether what was stored waits until the export has ended, and is packed into a file then. */
  readonly packs: boolean;
  /** Reads what was stored; null where that cannot be had back. */
  readonly stored: StoredCopies | null;
  /** Before anything is done: whether it would take copies now. */
  check(): Promise<void>;
  /** Decides what storing will change; nothing is changed yet. */
  plan(staged: StagedCopies): Promise<StoragePlan>;
  /**
   * Stores all finished copies. May be called again after any interruption.
   *
   * @param onStored called after each copy; what it throws ends the storing
   */
  store(delivery: Delivery, onStored: () => Promise<void>): Promise<void>;
  /** Takes back what `store` has stored, as far as that can be. May be called again. */
  takeBack(delivery: Delivery): Promise<void>;
}

/** A plan for destinations that are not asked what they have: everything is sent, and the same again changes nothing. */
export const planOfAll = (staged: StagedCopies): StoragePlan => {
  const copies = staged.copies();
  const [first] = staged.outcomes();
  return {
    originals: copies.map(({ original }) => original),
    copyStudyInstanceUID: first?.studyInstanceUID ?? '',
    created: copies.map(({ sopInstanceUID }) => sopInstanceUID),
    replaced: [],
    previousJob: null,
  };
};

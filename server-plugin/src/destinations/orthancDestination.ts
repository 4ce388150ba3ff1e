import { planStorage, storeCopies, takeBackCopies } from '../jobs/storeCopies.ts';
import type { OrthancClient } from '../orthanc/orthancClient.ts';
import { atDestination } from './destinationErrors.ts';
import type { Destination } from './destination.ts';
import { copiesInOrthanc } from './storedCopies.ts';

/** The Orthanc that has the originals: copies are told apart by metadata, and by a label where it has labels. */
export const sourceDestination = (orthanc: OrthancClient, scratchFolder: string): Destination => ({
  isSource: true,
  packs: false,
  stored: copiesInOrthanc(orthanc, scratchFolder),
  // The job has asked it for the originals already.
  check: () => Promise.resolve(),
  plan: (staged) => planStorage(orthanc, staged),
  store: ({ staged, plan, job }, onStored) => storeCopies(orthanc, staged, plan, job, onStored),
  takeBack: ({ staged, plan }) => takeBackCopies(orthanc, staged, plan),
});

/** Another Orthanc, with what the bridge does in the first one: nothing that it has is replaced unless it is an older copy. */
export const orthancDestination = (orthanc: OrthancClient, scratchFolder: string): Destination => ({
  isSource: false,
  packs: false,
  stored: {
    ofStudy: (...study) => atDestination(() => copiesInOrthanc(orthanc, scratchFolder).ofStudy(...study)),
  },
  check: () => atDestination(() => orthanc.check()),
  plan: (staged) => atDestination(() => planStorage(orthanc, staged)),
  store: ({ staged, plan, job }, onStored) =>
    atDestination(() => storeCopies(orthanc, staged, plan, job, onStored)),
  takeBack: ({ staged, plan }) => atDestination(() => takeBackCopies(orthanc, staged, plan)),
});

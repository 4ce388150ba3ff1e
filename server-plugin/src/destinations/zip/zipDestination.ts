import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDurably } from '../../files/durableCopy.ts';
import { fileName } from '../../files/copyPath.ts';
import { forEachConcurrently } from '../../jobs/concurrency.ts';
import { planOfAll, type Delivery, type Destination } from '../destination.ts';
import { inFiles } from '../destinationErrors.ts';
import { checkFolder } from '../folderDestination.ts';
import { copiesInZips } from './copiesInZips.ts';
import { waitingFolder, WRITING } from './zipFolders.ts';

const CONCURRENCY = 4;

/**
 * A ZIP file with a DICOMDIR for each export, and one for each job that belongs to no export. The copies of a job wait in a folder that
 * appears by one rename; when no job of the export is left, they are packed (`packEnded`).
 *
 * @param scratchFolder for the time of reading a large copy again
 */
export const zipDestination = (root: string, scratchFolder: string): Destination => {
  const store = async (
    { job, exportName, staged }: Delivery,
    onStored: () => Promise<void>,
  ): Promise<void> => {
    const writing = join(root, WRITING, job);
    await inFiles(async () => {
      await rm(writing, { recursive: true, force: true });
      await mkdir(writing, { recursive: true, mode: 0o700 });
    });
    await forEachConcurrently(staged.copies(), CONCURRENCY, async ({ original, sopInstanceUID }) => {
      await inFiles(() =>
        writeDurably(staged.copy(original), join(writing, `${fileName(sopInstanceUID)}.dcm`)),
      );
      await onStored();
    });
    await inFiles(async () => {
      const waiting = join(waitingFolder(root, { job, exportName }), job);
      await rm(waiting, { recursive: true, force: true });
      await mkdir(dirname(waiting), { recursive: true, mode: 0o700 });
      await rename(writing, waiting);
    });
  };
  return {
    isSource: false,
    packs: true,
    stored: copiesInZips(root, scratchFolder),
    check: () => checkFolder(root),
    plan: (staged) => Promise.resolve(planOfAll(staged)),
    store,
    takeBack: ({ job, exportName }) =>
      inFiles(async () => {
        await rm(join(root, WRITING, job), { recursive: true, force: true });
        await rm(join(waitingFolder(root, { job, exportName }), job), { recursive: true, force: true });
      }),
  };
};

import { existsSync } from 'node:fs';
import { access, constants, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { copyPath, fileName } from '../files/copyPath.ts';
import { writeDurably } from '../files/durableCopy.ts';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import type { StagedOutcome } from '../jobs/stagedOutcome.ts';
import { planOfAll, type Delivery, type Destination } from './destination.ts';
import { inFiles } from './destinationErrors.ts';
import { copiesInFolder } from './storedCopies.ts';

const CONCURRENCY = 4;
/** Copies that are not whole yet; on the same file system as their place, so that a rename is enough. */
const INCOMING = '.incoming';

const pathOf = ({ facts, studyInstanceUID, seriesInstanceUID, sopInstanceUID }: StagedOutcome): string =>
  copyPath({ patientID: facts.patientID, studyInstanceUID, seriesInstanceUID, sopInstanceUID });

/** A folder that takes copies. @throws CodedError DESTINATION_UNREACHABLE */
export const checkFolder = (root: string): Promise<void> =>
  inFiles(async () => {
    await mkdir(root, { recursive: true, mode: 0o750 });
    await access(root, constants.W_OK);
  });

/** Deletes a folder and those above it, up to the root, that are empty. */
const removeEmpty = async (folder: string, root: string): Promise<void> => {
  for (let at = folder; at !== root; at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
};

/**
 * A folder with patient, study and series by their pseudonyms, as the command line writes it. All copies of a job are written beside it
 * first; a study that was not there arrives by one rename, copies of one that was there by one rename each.
 */
export const folderDestination = (root: string): Destination => {
  const incomingOf = (job: string): string => join(root, INCOMING, job);

  const publish = async (copies: readonly StagedOutcome[], incoming: string): Promise<void> => {
    const studies = new Set(copies.map((copy) => dirname(dirname(pathOf(copy)))));
    for (const study of studies) {
      if (existsSync(join(root, study))) continue;
      await mkdir(dirname(join(root, study)), { recursive: true });
      await rename(join(incoming, study), join(root, study));
    }
    for (const path of copies.map(pathOf)) {
      if (!existsSync(join(incoming, path))) continue;
      await mkdir(dirname(join(root, path)), { recursive: true });
      await rename(join(incoming, path), join(root, path));
    }
  };

  const store = async ({ job, staged }: Delivery, onStored: () => Promise<void>): Promise<void> => {
    const copies = staged.copies();
    const incoming = incomingOf(job);
    await inFiles(() => rm(incoming, { recursive: true, force: true }));
    await forEachConcurrently(copies, CONCURRENCY, async (copy) => {
      const path = join(incoming, pathOf(copy));
      await inFiles(async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o750 });
        await writeDurably(staged.copy(copy.original), path);
      });
      await onStored();
    });
    await inFiles(async () => {
      await publish(copies, incoming);
      await rm(incoming, { recursive: true, force: true });
    });
  };

  /** The folders of a study: below its patient, whose pseudonym the plan does not have. */
  const foldersOf = async (studyInstanceUID: string): Promise<readonly string[]> => {
    const patients = existsSync(root) ? await readdir(root) : [];
    const studies = patients
      .filter((name) => name !== INCOMING)
      .map((patient) => join(root, patient, fileName(studyInstanceUID)));
    return studies.filter((study) => existsSync(study));
  };

  return {
    isSource: false,
    packs: false,
    stored: copiesInFolder(root),
    check: () => checkFolder(root),
    plan: async (staged) => {
      const places = new Map(staged.copies().map((copy) => [copy.sopInstanceUID, join(root, pathOf(copy))]));
      // Two copies of one place would become one.
      if (new Set(places.values()).size !== staged.copies().length)
        throw new CodedError('PSEUDONYM_COLLISION');
      const isThere = (uid: string): boolean => existsSync(places.get(uid) ?? '');
      const plan = planOfAll(staged);
      return Promise.resolve({
        ...plan,
        created: plan.created.filter((uid) => !isThere(uid)),
        replaced: plan.created.filter(isThere),
      });
    },
    store,
    takeBack: ({ job, plan }) =>
      inFiles(async () => {
        await rm(incomingOf(job), { recursive: true, force: true });
        const created = new Set(plan.created.map((uid) => `${fileName(uid)}.dcm`));
        for (const study of await foldersOf(plan.copyStudyInstanceUID))
          for (const series of await readdir(study)) {
            const folder = join(study, series);
            for (const name of await readdir(folder)) if (created.has(name)) await rm(join(folder, name));
            await removeEmpty(folder, root);
          }
      }),
  };
};

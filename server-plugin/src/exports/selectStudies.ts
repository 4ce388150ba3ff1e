import type { StudySelection } from '@pseudonymize-redact/core/contract';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';

const CONCURRENCY = 4;

/** What a selection names, in Orthanc's identifiers. */
export interface SelectedStudies {
  readonly studies: readonly OrthancId[];
  /** How many of the UIDs and Patient IDs no study has. */
  readonly unknown: number;
}

/**
 * Finds the studies of a selection; each is told once.
 *
 * @throws CodedError ORTHANC_…, STUDY_AMBIGUOUS
 */
export const selectStudies = async (
  orthanc: OrthancClient,
  { studyInstanceUIDs, patientIDs, query }: StudySelection,
): Promise<SelectedStudies> => {
  const studies = new Set<OrthancId>();
  let unknown = 0;
  await forEachConcurrently([...new Set(studyInstanceUIDs)], CONCURRENCY, async (uid) => {
    const study = await orthanc.findStudy(uid);
    if (study === null) unknown++;
    else studies.add(study);
  });
  await forEachConcurrently([...new Set(patientIDs)], CONCURRENCY, async (patientID) => {
    const found = await orthanc.studiesOfPatient(patientID);
    if (found.length === 0) unknown++;
    for (const study of found) studies.add(study);
  });
  if (query !== null) for (const study of await orthanc.searchStudies(query)) studies.add(study);
  return { studies: [...studies].sort(), unknown };
};

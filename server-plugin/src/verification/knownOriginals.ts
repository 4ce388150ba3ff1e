import { NOTHING_KNOWN } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { KnownOriginals } from '../engine/originalsLeft.ts';
import type { JobContext } from '../jobs/runJob.ts';
import { knownOfStudy, oneOfEachSeries } from '../jobs/knownOfStudy.ts';
import type { OrthancInstance } from '../orthanc/orthancClient.ts';

const firstOf = (pairs: readonly (readonly [string, string])[]): readonly string[] =>
  pairs.flatMap(([original, copy]) => (original === copy ? [] : [original]));

type Parts = Pick<JobContext, 'orthanc' | 'originals' | 'engine' | 'vaultOf' | 'verifications'>;

/** The instances that a study was copied from; none where Orthanc does not have them any more. */
const instancesOf = async (study: string, { orthanc }: Parts): Promise<readonly OrthancInstance[]> => {
  try {
    return await orthanc.instancesOf(study);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'ORTHANC_NOT_FOUND') return [];
    throw error;
  }
};

/**
 * What is known of the originals of a copied study: what the vault keeps, and what the originals say, where they are still there.
 * Days are values to look for in the pixels only: a day that was shifted may be another's day.
 */
export const knownOriginalsOf = async (
  project: string,
  copyStudyInstanceUID: string,
  parts: Parts,
): Promise<KnownOriginals & { readonly days: readonly string[] }> => {
  const { studies } = parts.vaultOf(project);
  const kept = await studies.ofStudy(copyStudyInstanceUID);
  const origin = await parts.verifications.originOf(project, copyStudyInstanceUID);
  const instances = origin === null ? [] : await instancesOf(origin.study, parts);
  const known =
    origin === null
      ? NOTHING_KNOWN
      : await knownOfStudy(oneOfEachSeries(instances), { project, profile: origin.profile }, parts);
  const ofStudy = kept === null ? [] : firstOf([kept.patientID, kept.accessionNumber]);
  const uids = firstOf([
    ...(kept === null ? [] : [kept.studyInstanceUID, ...kept.series]),
    ...(await studies.instancesOf(copyStudyInstanceUID)),
  ]);
  return {
    people: [...known.people, ...(kept === null ? [] : firstOf([kept.patientName]))],
    values: [...known.values, ...ofStudy],
    uids: new Set(uids),
    days: [...known.days],
  };
};

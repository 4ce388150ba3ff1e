import type { InstancePreview, ProfilePreviewRequest } from '@pseudonymize-redact/core/contract';
import { resolveProfile } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { knownOfStudy, oneOfEachSeries } from './knownOfStudy.ts';
import type { PreviewParts } from './previewStudy.ts';

/**
 * What each attribute of an instance would become under a profile that nobody has saved.
 *
 * @throws CodedError PROFILE_INVALID, PROFILE_LEAVES_IDENTIFIER, PROJECT_NOT_FOUND, STUDY_NOT_FOUND, STUDY_AMBIGUOUS,
 * INSTANCE_NOT_FOUND, ORTHANC_…; the engine's refusal
 */
export const previewProfile = async (
  { definition, project, studyInstanceUID, sopInstanceUID }: ProfilePreviewRequest,
  { orthanc, originals, engine, projects }: PreviewParts,
): Promise<InstancePreview> => {
  const { name } = resolveProfile(definition);
  projects.get(project);
  const study = await orthanc.findStudy(studyInstanceUID);
  if (study === null) throw new CodedError('STUDY_NOT_FOUND');
  const instances = await orthanc.instancesOf(study);
  const [smallest] = oneOfEachSeries(instances);
  const instance =
    sopInstanceUID === undefined
      ? smallest
      : instances.find((candidate) => candidate.sopInstanceUID === sopInstanceUID);
  if (instance === undefined) throw new CodedError('INSTANCE_NOT_FOUND');
  const choice = { project, profile: null };
  const known = await knownOfStudy(oneOfEachSeries(instances), choice, { originals, engine });
  const rows = await originals.with(instance, (input) =>
    engine.previewAttributes(input, choice, known, definition),
  );
  return { sopInstanceUID: instance.sopInstanceUID, project, profile: name, rows: [...rows] };
};

import type { InstancePreview } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { ProjectChoice } from '../engine/engine.ts';
import { knownOfStudy, oneOfEachSeries } from './knownOfStudy.ts';
import type { PreviewParts } from './previewStudy.ts';

/**
 * What each attribute of one instance of a study becomes in the copy.
 *
 * @throws CodedError STUDY_NOT_FOUND, STUDY_AMBIGUOUS, INSTANCE_NOT_FOUND, ORTHANC_…; the engine's refusal
 */
export const previewInstance = async (
  studyInstanceUID: string,
  sopInstanceUID: string,
  choice: ProjectChoice,
  { orthanc, originals, engine, projects }: PreviewParts,
): Promise<InstancePreview> => {
  const study = await orthanc.findStudy(studyInstanceUID);
  if (study === null) throw new CodedError('STUDY_NOT_FOUND');
  const instances = await orthanc.instancesOf(study);
  const instance = instances.find((candidate) => candidate.sopInstanceUID === sopInstanceUID);
  if (instance === undefined) throw new CodedError('INSTANCE_NOT_FOUND');
  const known = await knownOfStudy(oneOfEachSeries(instances), choice, { originals, engine });
  const rows = await originals.with(instance, (input) => engine.previewAttributes(input, choice, known));
  const { project } = choice;
  const profile = projects.get(project, choice.profile).profileName;
  return { sopInstanceUID, project, profile, rows: [...rows] };
};

import type { InstancePreview } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine } from '../engine/engine.ts';
import type { OrthancClient } from '../orthanc/orthancClient.ts';

/**
 * What each attribute of one instance of a study becomes in the copy.
 *
 * @throws CodedError STUDY_NOT_FOUND, STUDY_AMBIGUOUS, INSTANCE_NOT_FOUND, ORTHANC_…; the engine's refusal
 */
export const previewInstance = async (
  studyInstanceUID: string,
  sopInstanceUID: string,
  project: string,
  { orthanc, engine }: { readonly orthanc: OrthancClient; readonly engine: Engine },
): Promise<InstancePreview> => {
  const study = await orthanc.findStudy(studyInstanceUID);
  if (study === null) throw new CodedError('STUDY_NOT_FOUND');
  const instances = await orthanc.instancesOf(study);
  const instance = instances.find((candidate) => candidate.sopInstanceUID === sopInstanceUID);
  if (instance === undefined) throw new CodedError('INSTANCE_NOT_FOUND');
  const rows = await engine.previewAttributes(await orthanc.file(instance.id), project);
  return { sopInstanceUID, project, rows: [...rows] };
};

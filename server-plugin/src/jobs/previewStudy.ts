import type { StudyPreview } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine, IdentityPreview, ProjectChoice } from '../engine/engine.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancClient, OrthancInstance } from '../orthanc/orthancClient.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import { forEachConcurrently } from './concurrency.ts';
import { knownOfStudy, oneOfEachSeries } from './knownOfStudy.ts';
import { apiErrorOf } from './jobRecord.ts';

const CONCURRENCY = 8;

export interface PreviewParts {
  readonly orthanc: OrthancClient;
  readonly originals: OriginalFiles;
  readonly engine: Engine;
  readonly projects: ProjectRegistry;
}

/** Instances of one SOP Class in one Transfer Syntax: what is refused of one of them is refused of all. */
const groupsOf = async (
  orthanc: OrthancClient,
  instances: readonly OrthancInstance[],
): Promise<readonly (readonly OrthancInstance[])[]> => {
  const groups = new Map<string, OrthancInstance[]>();
  await forEachConcurrently(instances, CONCURRENCY, async (instance) => {
    const { sopClassUID, transferSyntaxUID } = await orthanc.kindOf(instance.id);
    const key = `${sopClassUID} ${transferSyntaxUID}`;
    groups.set(key, [...(groups.get(key) ?? []), instance]);
  });
  return [...groups.values()];
};

const smallestOf = (group: readonly OrthancInstance[]): OrthancInstance =>
  group.reduce((smallest, instance) => (instance.fileBytes < smallest.fileBytes ? instance : smallest));

/**
 * Who the patient of a study is, who the copy will name, and which instances would be refused; reads one instance of each kind.
 *
 * @throws CodedError STUDY_NOT_FOUND, STUDY_AMBIGUOUS, ORTHANC_…; the engine's refusal where it refuses every kind
 */
export const previewStudy = async (
  studyInstanceUID: string,
  choice: ProjectChoice,
  { orthanc, originals, engine, projects }: PreviewParts,
): Promise<StudyPreview> => {
  const study = await orthanc.findStudy(studyInstanceUID);
  const instances = study === null ? [] : await orthanc.instancesOf(study);
  const refusals: { readonly error: CodedError; readonly instances: number }[] = [];
  const known = await knownOfStudy(oneOfEachSeries(instances), choice, { originals, engine });
  let identity: IdentityPreview | undefined;
  for (const group of await groupsOf(orthanc, instances)) {
    try {
      identity = await originals.with(smallestOf(group), (input) => engine.preview(input, choice, known));
    } catch (error) {
      if (!(error instanceof CodedError) || error.retryable) throw error;
      refusals.push({ error, instances: group.length });
    }
  }
  if (identity === undefined) throw refusals[0]?.error ?? new CodedError('STUDY_NOT_FOUND');
  const { profile, profileName } = projects.get(choice.project, choice.profile);
  return {
    studyInstanceUID,
    project: choice.project,
    profile: profileName,
    ...identity,
    turnedSearch: profile.turnedSearch,
    copyExists:
      projects.destinationOf(choice.project).kind === 'source' &&
      (await orthanc.findStudy(identity.copyStudyInstanceUID)) !== null,
    instances: instances.length,
    refusals: refusals.map(({ error, instances: count }) => ({
      error: apiErrorOf(error.code, error.where),
      instances: count,
    })),
  };
};

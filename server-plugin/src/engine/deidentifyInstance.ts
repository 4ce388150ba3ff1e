import type { Plan, Pseudonyms, ResolvedProfile } from '@pseudonymize-redact/core/deidentification';
import { concatenate, MemorySource, readPart10, splice } from '@pseudonymize-redact/core/part10';
import { redactPixels, verifyRedaction, type FrameCodecs } from '@pseudonymize-redact/core/pixels';
import type { InstanceRequest, InstanceResult } from './engine.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { planFor } from './planFor.ts';
import { verifyCopy } from './verifyCopy.ts';

/** What a project brings to the engine. */
export interface EngineProject {
  readonly profile: ResolvedProfile;
  readonly pseudonyms: Pseudonyms;
}

const changedElements = ({ edits }: Plan): number => {
  const { elements, insertions } = edits.dataset;
  return [...insertions.values()].reduce((sum, inserted) => sum + inserted.length, elements.size);
};

/**
 * One SOP Instance from Part 10 bytes to verified Part 10 bytes: read, redact, plan, splice, read again and compare.
 *
 * @throws CodedError PART10_…, PIXELS_…, DEIDENTIFICATION_…: then there is no result, and nothing may be stored
 */
export const deidentifyInstance = (
  bytes: Uint8Array,
  project: EngineProject,
  { regions, reviewed }: Pick<InstanceRequest, 'regions' | 'reviewed'>,
  codecs: FrameCodecs,
): InstanceResult => {
  const original = readPart10(new MemorySource(bytes), nodeDeflate);
  const pixels = redactPixels(original, regions, { codecs, searched: reviewed });
  const plan = planFor(original, project, pixels);
  const copyBytes = concatenate(splice(original, plan.edits, nodeDeflate));
  const copy = readPart10(new MemorySource(copyBytes), nodeDeflate);
  if (pixels.changed !== null) verifyRedaction(original, copy, regions, codecs);
  verifyCopy(copy, plan, project.profile);
  return {
    bytes: copyBytes,
    studyInstanceUID: plan.identity.newStudyInstanceUID,
    seriesInstanceUID: plan.identity.newSeriesInstanceUID,
    sopInstanceUID: plan.identity.newSOPInstanceUID,
    report: {
      regions: regions.length,
      elementsChanged: changedElements(plan),
    },
  };
};

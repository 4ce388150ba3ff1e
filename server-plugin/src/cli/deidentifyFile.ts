import { join } from 'node:path';
import type { PatientIdentity, Plan } from '@pseudonymize-redact/core/deidentification';
import type { Part10File } from '@pseudonymize-redact/core/part10';
import type { FrameCodecs } from '@pseudonymize-redact/core/pixels';
import {
  deidentifyInstance,
  type CopyPlace,
  type EngineProject,
  type PixelOrder,
} from '../engine/deidentifyInstance.ts';
import { FileSource } from '../files/fileSource.ts';
import { outputPath } from './outputPath.ts';
import type { PixelReport } from './runReport.ts';

/** One file that was written. `uids` and `patient` are identifying: they go into the mapping files only. */
export interface DeidentifiedFile {
  /** Below the output folder. */
  readonly output: string;
  /** How many Data Elements each action was taken on. */
  readonly actions: Readonly<Record<string, number>>;
  readonly pixels: PixelReport;
  readonly uids: ReadonlyMap<string, string>;
  readonly patient: {
    readonly identity: PatientIdentity;
    readonly pseudonym: string;
  };
}

const countActions = ({ actions }: Plan): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { action } of actions) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
};

/**
 * De-identifies one file into the output folder; the copy is under its name when it is whole and verified, or not at all.
 *
 * @throws CodedError PART10_…, PIXELS_…, DEIDENTIFICATION_…, COPY_NOT_VERIFIED
 */
export const deidentifyFile = (
  input: string,
  outputFolder: string,
  project: EngineProject,
  orderFor: (original: Part10File) => PixelOrder,
  codecs: FrameCodecs,
): DeidentifiedFile => {
  const source = new FileSource(input);
  try {
    const place: CopyPlace = {
      scratchFolder: outputFolder,
      pathOf: (identity) => join(outputFolder, outputPath(identity)),
    };
    const copy = deidentifyInstance(source, project, orderFor, codecs, place);
    const { identity, pseudonym } = copy.plan.identity.subject;
    return {
      output: outputPath(copy.plan.identity),
      actions: countActions(copy.plan),
      pixels: {
        regions: copy.regions.length,
        frames: copy.pixels.redactedFrames.length,
        reencodings: copy.pixels.reencodedFrames,
      },
      uids: copy.plan.identity.uids,
      patient: { identity, pseudonym: pseudonym.patientID },
    };
  } finally {
    source.close();
  }
};

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { PatientIdentity, Plan } from '@pseudonymize-redact/core/deidentification';
import type { Part10File } from '@pseudonymize-redact/core/part10';
import type { FrameCodecs } from '@pseudonymize-redact/core/pixels';
import { identifyingValuesOf } from '../detection/headerValues.ts';
import {
  deidentifyInstance,
  type CopyPlace,
  type EngineProject,
  type PixelOrder,
} from '../engine/deidentifyInstance.ts';
import { FileSource } from '../files/fileSource.ts';
import { outputPath } from './outputPath.ts';
import type { PixelReport } from './runReport.ts';

/**
 * One copy that is finished, but not yet in its place. `uids` and `patient` are identifying: they go into the mapping files only;
 * `series` and `identifyingValues` are for the search of the copy.
 */
export interface DeidentifiedFile {
  /** Where the copy lies. */
  readonly path: string;
  /** Its place, below the output folder. */
  readonly output: string;
  /** How many Data Elements each action was taken on. */
  readonly actions: Readonly<Record<string, number>>;
  readonly pixels: PixelReport;
  /** 1-based. */
  readonly redactedFrames: readonly number[];
  /** New Series Instance UID. */
  readonly series: string;
  readonly identifyingValues: readonly string[];
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
 * De-identifies one file into a folder; the copy is there when it is whole and verified, or not at all.
 *
 * @throws CodedError PART10_…, PIXELS_…, DEIDENTIFICATION_…, COPY_NOT_VERIFIED
 */
export const deidentifyFile = (
  input: string,
  folder: string,
  project: EngineProject,
  orderFor: (original: Part10File) => PixelOrder,
  codecs: FrameCodecs,
): DeidentifiedFile => {
  const source = new FileSource(input);
  try {
    const path = join(folder, `${randomUUID()}.dcm`);
    const place: CopyPlace = { scratchFolder: folder, pathOf: () => path };
    const copy = deidentifyInstance(source, project, orderFor, codecs, place);
    const { identity, pseudonym } = copy.plan.identity.subject;
    return {
      path,
      output: outputPath(copy.plan.identity),
      actions: countActions(copy.plan),
      pixels: {
        regions: copy.regions.length,
        frames: copy.pixels.redactedFrames.length,
        reencodings: copy.pixels.reencodedFrames,
      },
      redactedFrames: copy.pixels.redactedFrames,
      series: copy.plan.identity.newSeriesInstanceUID,
      identifyingValues: identifyingValuesOf(copy.original),
      uids: copy.plan.identity.uids,
      patient: { identity, pseudonym: pseudonym.patientID },
    };
  } finally {
    source.close();
  }
};

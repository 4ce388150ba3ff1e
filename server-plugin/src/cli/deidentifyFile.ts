import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan } from '@pseudonymize-redact/core/deidentification';
import { readPart10, splice } from '@pseudonymize-redact/core/part10';
import type { EngineProject } from '../engine/deidentifyInstance.ts';
import { nodeDeflate } from '../engine/nodeDeflate.ts';
import { PIXELS_LEFT_OUT, planFor } from '../engine/planFor.ts';
import { verifyCopy } from '../engine/verifyCopy.ts';
import { FileSource } from '../files/fileSource.ts';
import { writeSegments } from '../files/segmentWriter.ts';
import { outputPath } from './outputPath.ts';

/** One file that was written. `uids` and `patient` are identifying: they go into the mapping files only. */
export interface DeidentifiedFile {
  /** Below the output folder. */
  readonly output: string;
  /** How many Data Elements each action was taken on. */
  readonly actions: Readonly<Record<string, number>>;
  readonly uids: ReadonlyMap<string, string>;
  readonly patient: {
    readonly issuer: string;
    readonly original: string;
    readonly pseudonym: string;
  };
}

const countActions = ({ actions }: Plan): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { action } of actions) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
};

/** Reads the copy where it was written, and gives it its name only when it is what it must be. */
const verifyAndName = (unverified: string, path: string, plan: Plan, project: EngineProject): void => {
  const source = new FileSource(unverified);
  try {
    verifyCopy(readPart10(source, nodeDeflate), plan, project.profile);
  } finally {
    source.close();
  }
  renameSync(unverified, path);
};

/**
 * De-identifies one file into the output folder: read by ranges, planned, spliced, verified; under its name when it is whole and verified,
 * or not at all.
 *
 * @throws CodedError PART10_…, DEIDENTIFICATION_…, COPY_NOT_VERIFIED
 */
export const deidentifyFile = (
  input: string,
  outputFolder: string,
  project: EngineProject,
): DeidentifiedFile => {
  const source = new FileSource(input);
  try {
    const original = readPart10(source, nodeDeflate);
    const plan = planFor(original, project, PIXELS_LEFT_OUT);
    const output = outputPath(plan.identity);
    const path = join(outputFolder, output);
    const unverified = `${path}.unverified`;
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeSegments(splice(original, plan.edits, nodeDeflate), unverified);
      verifyAndName(unverified, path, plan, project);
    } finally {
      rmSync(unverified, { force: true });
    }
    const { identity, pseudonym } = plan.identity.subject;
    return {
      output,
      actions: countActions(plan),
      uids: plan.identity.uids,
      patient: {
        issuer: identity.issuerOfPatientID,
        original: identity.patientID,
        pseudonym: pseudonym.patientID,
      },
    };
  } finally {
    source.close();
  }
};

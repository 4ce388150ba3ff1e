import type { JobReport } from '@pseudonymize-redact/core/contract';
import { HeldText, NO_REGIONS, RegionCounts, Uid } from '@pseudonymize-redact/core/contract';
import { ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import { countsTogether } from './regionCounts.ts';

/** A code of the table, read back from where it was kept. */
export const KeptErrorCode = z.custom<ErrorCode>(
  (code) => typeof code === 'string' && Object.hasOwn(ERROR_TABLE, code),
);

/** Why a copy is not stored. */
export const HoldCause = z.object({
  code: KeptErrorCode,
  where: z.string().nullable(),
  texts: z.array(HeldText),
});
export type HoldCause = z.infer<typeof HoldCause>;

/** What became of one instance of a job. */
export const StagedOutcome = z.object({
  /** Orthanc's identifier of the original. */
  original: z.string(),
  /** Of the copy: pseudonyms. */
  studyInstanceUID: Uid,
  seriesInstanceUID: Uid,
  sopInstanceUID: Uid,
  regions: z.int(),
  regionsByClass: RegionCounts,
  frames: z.int(),
  reencodings: z.int(),
  hold: HoldCause.nullable(),
  /** The rules of the project that it was made by. */
  rules: z.string(),
  /** Of the copy, for the report. */
  facts: z.object({
    sha256: z.string(),
    patientID: z.string(),
    sex: z.string(),
    ageBand: z.string(),
    modality: z.string(),
    bodyPart: z.string(),
  }),
  /** Data Elements by action and grounds. */
  actions: z.record(z.string(), z.int()),
});
export type StagedOutcome = z.infer<typeof StagedOutcome>;

export const reportOf = (outcomes: readonly StagedOutcome[]): JobReport => {
  const sum = (key: 'regions' | 'frames' | 'reencodings'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return {
    instances: outcomes.length,
    frames: sum('frames'),
    regions: sum('regions'),
    regionsByClass: outcomes.reduce(
      (total, { regionsByClass }) => countsTogether(total, regionsByClass),
      NO_REGIONS,
    ),
    reencodings: sum('reencodings'),
    holds: outcomes.filter(({ hold }) => hold !== null).length,
  };
};

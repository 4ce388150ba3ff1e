import type { HeldText } from '@pseudonymize-redact/core/contract';
import type { Override } from '@pseudonymize-redact/core/deidentification';
import type { ErrorCode } from '@pseudonymize-redact/core/errors';

/** What was done to the pixels of a file. */
export interface PixelReport {
  readonly regions: number;
  /** That were redacted. */
  readonly frames: number;
  /** Frames that were encoded anew. */
  readonly reencodings: number;
}

/** What became of one input; paths are relative to the input and the output folder. No value of a dataset is in it. */
export type FileReport =
  | {
      readonly input: string;
      readonly output: string;
      /** Data Elements by action code of PS3.15 Table E.1-1a. */
      readonly actions: Readonly<Record<string, number>>;
      readonly pixels: PixelReport;
    }
  | {
      readonly input: string;
      readonly error: ErrorCode;
      readonly message: string;
      /** Where text is left on a copy that is held for it, and of which class; not what it says. */
      readonly texts?: readonly HeldText[];
    };

/** What a run did, for `--report`. */
export interface RunReport {
  readonly product: string;
  readonly profile: string;
  /** Where the profile goes its own way, and why. */
  readonly overrides: readonly Override[];
  readonly pixels: 'left out' | 'given regions' | 'searched';
  readonly deidentified: number;
  readonly failed: number;
  /** Copies that are finished and were not written, since text is left on them. */
  readonly held: number;
  /** Files in the input that are no DICOM files. */
  readonly others: number;
  readonly files: readonly FileReport[];
}

const isHeld = (report: FileReport): boolean => 'texts' in report;

/** The files' reports with their counts. */
export const runReportOf = (
  files: readonly FileReport[],
  run: Pick<RunReport, 'product' | 'profile' | 'overrides' | 'pixels' | 'others'>,
): RunReport => {
  const { product, profile, overrides, pixels, others } = run;
  const missing = files.filter((report) => 'error' in report);
  const held = missing.filter(isHeld).length;
  const deidentified = files.length - missing.length;
  return {
    product,
    profile,
    overrides,
    pixels,
    deidentified,
    failed: missing.length - held,
    held,
    others,
    files,
  };
};

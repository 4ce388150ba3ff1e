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
  | { readonly input: string; readonly error: ErrorCode; readonly message: string };

/** What a run did, for `--report`. */
export interface RunReport {
  readonly product: string;
  readonly profile: string;
  /** Where the profile goes its own way, and why. */
  readonly overrides: readonly Override[];
  readonly pixels: 'left out' | 'given regions' | 'searched';
  readonly deidentified: number;
  readonly failed: number;
  /** Files in the input that are no DICOM files. */
  readonly others: number;
  readonly files: readonly FileReport[];
}

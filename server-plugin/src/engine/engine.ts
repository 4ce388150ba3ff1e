import type { PreviewRow } from '@pseudonymize-redact/core/deidentification';
import type { PixelRegion } from '@pseudonymize-redact/core/pixels';

/** What is asked of the engine for one SOP Instance. */
export interface InstanceRequest {
  readonly project: string;
  /** Those of this instance. */
  readonly regions: readonly PixelRegion[];
  /** Whether a person reviewed the study's images, so that regions are complete. */
  readonly reviewed: boolean;
}

/** A de-identified SOP Instance and what may be told of it. */
export interface InstanceResult {
  /** The Part 10 file, verified. */
  readonly bytes: Uint8Array;
  /** Pseudonymous UIDs of the copy. */
  readonly studyInstanceUID: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  /** Counts only; no values. */
  readonly report: { readonly regions: number; readonly elementsChanged: number };
}

/** Who the patient of a file is and who the copy will name; held in memory only, for the authorised user. */
export interface IdentityPreview {
  readonly original: { readonly patientName: string; readonly patientID: string };
  readonly pseudonym: { readonly patientName: string; readonly patientID: string };
  readonly copyStudyInstanceUID: string;
}

/** De-identifies Part 10 files in worker threads: read, plan, redact, splice, verify. */
export interface Engine {
  /** @throws CodedError whatever the file or the profile forbids; then nothing may be stored. */
  deidentify(bytes: Uint8Array, request: InstanceRequest): Promise<InstanceResult>;
  /** `bytes` is a whole Part 10 file of the study. */
  preview(bytes: Uint8Array, project: string): Promise<IdentityPreview>;
  /** What each attribute of a file becomes. @throws CodedError as `deidentify` */
  previewAttributes(bytes: Uint8Array, project: string): Promise<readonly PreviewRow[]>;
  close(): Promise<void>;
}

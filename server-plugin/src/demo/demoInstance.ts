import type { Box } from '@pseudonymize-redact/core/contract';

/** A line of text that was drawn into the pixels: the ground truth for tests of detection and redaction. */
export interface BurnedInText {
  /** 1-based, or 'all' where the text stands on every frame. */
  readonly frame: number | 'all';
  /** The ink, in image pixels, edge coordinates. */
  readonly box: Box;
  readonly text: string;
  /** Whether it tells of the patient, of a person, of a place, of a date or of an identifier. */
  readonly identifying: boolean;
}

/** One synthetic SOP Instance. */
export interface DemoInstance {
  /** A file name, unique among the demo studies. */
  readonly name: string;
  /** The Part 10 file. */
  readonly bytes: Uint8Array;
  readonly texts: readonly BurnedInText[];
}

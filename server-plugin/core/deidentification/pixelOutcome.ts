import type { DataElement, Edit, NewElement } from '../part10/index.ts';

/** What happened to the pixels before the header is planned: the plan merges it and records it. */
export interface PixelOutcome {
  /** Every frame was searched for burned-in text, or reviewed by a person: only then may 113101 be claimed. */
  readonly searched: boolean;
  /** Null where the Pixel Data keep their bytes. */
  readonly changed: PixelChange | null;
}

export interface PixelChange {
  /** Edits of root elements: Pixel Data and the Image Pixel attributes that must follow it. */
  readonly edits: ReadonlyMap<DataElement, Edit>;
  readonly insertions: readonly NewElement[];
  /** The Transfer Syntax of the new Pixel Data: the file's own where that is lossless. */
  readonly transferSyntaxUID: string;
}

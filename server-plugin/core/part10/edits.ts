import type { Segment } from './byteSource.ts';
import type { DataElement, Dataset, Item } from './element.ts';
import type { Tag } from './tag.ts';
import type { VR } from './valueRepresentation.ts';

/** A value as bytes in the byte order of its Dataset, padded to even length or not: the splicer pads. */
export type NewBytes = Uint8Array | readonly Segment[];

/** Encapsulated Pixel Data (PS3.5 section A.4): one entry a fragment, the Basic Offset Table first. */
export interface NewFragments {
  readonly fragments: readonly (readonly Segment[])[];
}

/** The Items of a Sequence that is written anew. */
export interface NewItems {
  readonly items: readonly (readonly NewElement[])[];
}

export type NewValue = NewBytes | NewFragments | NewItems;

/** A Data Element that the file did not have. */
export interface NewElement {
  readonly tag: Tag;
  readonly vr: VR;
  readonly value: NewValue;
}

export type Edit =
  | { readonly action: 'remove' }
  /** `vr` where it differs from the element's own. */
  | { readonly action: 'replace'; readonly value: NewValue; readonly vr?: VR };

/** What is to change, by the places that the tokenizer found. What is not named keeps its bytes. */
export interface Edits {
  readonly elements: ReadonlyMap<DataElement, Edit>;
  readonly insertions: ReadonlyMap<Dataset, readonly NewElement[]>;
  readonly removedItems: ReadonlySet<Item>;
}

export const NO_EDITS: Edits = { elements: new Map(), insertions: new Map(), removedItems: new Set() };

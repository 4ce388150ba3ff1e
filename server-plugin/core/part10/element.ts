import type { Tag } from './tag.ts';
import type { VR } from './valueRepresentation.ts';

/** How a Dataset is written: PS3.5 section 7.1.2 (explicit VR) or 7.1.3 (implicit VR), and the byte order. */
export interface Encoding {
  readonly explicitVR: boolean;
  readonly littleEndian: boolean;
}

/** One Item of a Sequence (PS3.5 section 7.5). Offsets are 0-based in the file's source. */
export interface Item {
  readonly start: number;
  readonly valueStart: number;
  /** After the last Data Element, before an Item Delimitation Item. */
  readonly valueEnd: number;
  /** After the Item, its delimiter included. */
  readonly end: number;
  readonly undefinedLength: boolean;
  readonly dataset: Dataset;
}

/** One fragment of encapsulated Pixel Data (PS3.5 section A.4), the first being the Basic Offset Table. */
export interface Fragment {
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/** Where one Data Element lies in the bytes. Offsets are 0-based in the file's source. */
export interface DataElement {
  readonly tag: Tag;
  /** As written; in implicit encoding from the dictionary, UN where the dictionary has none. */
  readonly vr: VR;
  readonly start: number;
  readonly valueStart: number;
  /** After the value, before a Sequence Delimitation Item. */
  readonly valueEnd: number;
  /** After the element, its delimiter included. */
  readonly end: number;
  readonly undefinedLength: boolean;
  /** The Items where the value is a Sequence, else null. */
  readonly items: readonly Item[] | null;
  /** The fragments where the value is encapsulated, else null. */
  readonly fragments: readonly Fragment[] | null;
}

/** The Data Elements of a file, or of an Item, in the order of the bytes. */
export interface Dataset {
  readonly encoding: Encoding;
  readonly elements: readonly DataElement[];
}

export const find = ({ elements }: Dataset, tag: Tag): DataElement | undefined => {
  for (const element of elements) if (element.tag === tag) return element;
  return undefined;
};

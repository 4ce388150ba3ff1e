// DICOM Part 10 files for tests, written from PS3.5 and PS3.10 alone: nothing of core/part10 writes them, so that the tests do
// not prove the code with itself.
import { deflateRawSync } from 'node:zlib';

export const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
export const DEFLATED_LITTLE_ENDIAN = '1.2.840.10008.1.2.1.99';
export const EXPLICIT_BIG_ENDIAN = '1.2.840.10008.1.2.2';
export const RLE_LOSSLESS = '1.2.840.10008.1.2.5';

export interface SyntheticElement {
  readonly tag: number;
  readonly vr: string;
  readonly value: SyntheticValue;
}

/**
 * A string is written one byte a character (up to U+00FF) and padded to even length; numbers as the VR says; bytes exactly
 * as they are, odd lengths too.
 */
export type SyntheticValue = string | readonly number[] | Uint8Array | SyntheticItems | SyntheticFragments;

/** A Sequence. As UN its length is undefined and its Items are in implicit VR little endian (PS3.5 section 6.2.2). */
export interface SyntheticItems {
  readonly items: readonly (readonly SyntheticElement[])[];
  /** Of the Sequence and of its Items; without it as the file says. */
  readonly undefinedLength?: boolean;
}

/** Encapsulated Pixel Data (PS3.5 section A.4): the Basic Offset Table, empty or one offset a frame, and the fragments. */
export interface SyntheticFragments {
  readonly offsetTable: readonly number[];
  readonly fragments: readonly Uint8Array[];
}

export interface SyntheticFile {
  readonly elements: readonly SyntheticElement[];
  /** @default Explicit VR Little Endian */
  readonly transferSyntaxUID?: string;
  /** 128 bytes. @default zeros */
  readonly preamble?: Uint8Array;
  /** Elements of group 0002 beside the group length and the Transfer Syntax UID. */
  readonly meta?: readonly SyntheticElement[];
  /** What (0002,0000) says; null leaves it out. @default the truth */
  readonly metaGroupLength?: number | null;
  /** @default false: defined lengths */
  readonly undefinedLengthSequences?: boolean;
  /** Bytes after the dataset, before it is deflated. */
  readonly trailing?: Uint8Array;
}

interface Writing {
  readonly explicit: boolean;
  readonly little: boolean;
  readonly undefinedLength: boolean;
}

const LONG_VRS = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const ZERO_PADDED_VRS = new Set(['UI', 'OB', 'UN']);
const BYTES_PER_NUMBER: Readonly<Record<string, number>> = {
  US: 2,
  SS: 2,
  OW: 2,
  AT: 4,
  UL: 4,
  SL: 4,
  FL: 4,
  OF: 4,
  OL: 4,
  FD: 8,
  OD: 8,
};

const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const numberBytes = (size: 2 | 4, value: number, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 2) view.setUint16(0, value, little);
  else view.setUint32(0, value, little);
  return bytes;
};

const tagBytes = (tag: number, little: boolean): Uint8Array =>
  join([numberBytes(2, tag >>> 16, little), numberBytes(2, tag & 0xffff, little)]);

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const textValue = (text: string, vr: string): Uint8Array => {
  const padding = ZERO_PADDED_VRS.has(vr) ? '\0' : ' ';
  return latin(text.length % 2 === 0 ? text : text + padding);
};

const numbersValue = (values: readonly number[], vr: string, little: boolean): Uint8Array => {
  const size = BYTES_PER_NUMBER[vr];
  if (size === undefined) return Uint8Array.from(values);
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    const at = index * size;
    if (vr === 'AT') bytes.set(tagBytes(value, little), at);
    else if (vr === 'FL' || vr === 'OF') view.setFloat32(at, value, little);
    else if (vr === 'FD' || vr === 'OD') view.setFloat64(at, value, little);
    else if (size === 2) view.setInt16(at, value, little);
    else view.setInt32(at, value, little);
  });
  return bytes;
};

const header = (tag: number, vr: string, length: number, { explicit, little }: Writing): Uint8Array => {
  if (!explicit) return join([tagBytes(tag, little), numberBytes(4, length, little)]);
  if (LONG_VRS.has(vr))
    return join([tagBytes(tag, little), latin(vr), latin('\0\0'), numberBytes(4, length, little)]);
  return join([tagBytes(tag, little), latin(vr), numberBytes(2, length, little)]);
};

const UNDEFINED = 0xffffffff;
const delimited = (tag: number, length: number, little: boolean): Uint8Array =>
  join([tagBytes(tag, little), numberBytes(4, length, little)]);

const sequence = ({ tag, vr }: SyntheticElement, value: SyntheticItems, writing: Writing): Uint8Array => {
  const { little } = writing;
  const asUnknown = vr === 'UN';
  const undefinedLength = value.undefinedLength ?? (asUnknown || writing.undefinedLength);
  const inner: Writing = asUnknown
    ? { explicit: false, little: true, undefinedLength }
    : { ...writing, undefinedLength };
  const items = value.items.map((item) => {
    const content = join(item.map((element) => elementBytes(element, inner)));
    return undefinedLength
      ? join([
          delimited(0xfffee000, UNDEFINED, inner.little),
          content,
          delimited(0xfffee00d, 0, inner.little),
        ])
      : join([delimited(0xfffee000, content.length, inner.little), content]);
  });
  const content = join(items);
  if (!undefinedLength) return join([header(tag, vr, content.length, writing), content]);
  const delimiter = delimited(0xfffee0dd, 0, asUnknown ? true : little);
  return join([header(tag, vr, UNDEFINED, writing), content, delimiter]);
};

const encapsulated = (
  { tag, vr }: SyntheticElement,
  value: SyntheticFragments,
  writing: Writing,
): Uint8Array => {
  const { little } = writing;
  const table = join(value.offsetTable.map((offset) => numberBytes(4, offset, little)));
  const items = [table, ...value.fragments].map((bytes) =>
    join([delimited(0xfffee000, bytes.length, little), bytes]),
  );
  return join([header(tag, vr, UNDEFINED, writing), ...items, delimited(0xfffee0dd, 0, little)]);
};

const elementBytes = (element: SyntheticElement, writing: Writing): Uint8Array => {
  const { tag, vr, value } = element;
  if (typeof value === 'object' && 'items' in value) return sequence(element, value, writing);
  if (typeof value === 'object' && 'fragments' in value) return encapsulated(element, value, writing);
  let bytes: Uint8Array;
  if (value instanceof Uint8Array) bytes = value;
  else if (typeof value === 'string') bytes = textValue(value, vr);
  else bytes = numbersValue(value, vr, writing.little);
  return join([header(tag, vr, bytes.length, writing), bytes]);
};

/** The bytes of Data Elements alone, without preamble and File Meta Information, in ascending order as given. */
export const buildDataset = (
  elements: readonly SyntheticElement[],
  transferSyntaxUID: string,
  undefinedLengthSequences = false,
): Uint8Array => {
  const writing: Writing = {
    explicit: transferSyntaxUID !== IMPLICIT_LITTLE_ENDIAN,
    little: transferSyntaxUID !== EXPLICIT_BIG_ENDIAN,
    undefinedLength: undefinedLengthSequences,
  };
  return join(elements.map((element) => elementBytes(element, writing)));
};

/** A whole DICOM file (PS3.10 section 7.1). Elements are written in the order given. */
export const buildPart10 = (file: SyntheticFile): Uint8Array => {
  const transferSyntaxUID = file.transferSyntaxUID ?? EXPLICIT_LITTLE_ENDIAN;
  const syntax: SyntheticElement = { tag: 0x00020010, vr: 'UI', value: transferSyntaxUID };
  const metaElements = [...(file.meta ?? []), syntax].sort((a, b) => a.tag - b.tag);
  const meta = buildDataset(metaElements, EXPLICIT_LITTLE_ENDIAN);
  const { metaGroupLength = meta.length } = file;
  const groupLength: readonly SyntheticElement[] =
    metaGroupLength === null ? [] : [{ tag: 0x00020000, vr: 'UL', value: [metaGroupLength] }];
  const dataset = join([
    buildDataset(file.elements, transferSyntaxUID, file.undefinedLengthSequences),
    file.trailing ?? new Uint8Array(),
  ]);
  return join([
    file.preamble ?? new Uint8Array(128),
    latin('DICM'),
    buildDataset(groupLength, EXPLICIT_LITTLE_ENDIAN),
    meta,
    transferSyntaxUID === DEFLATED_LITTLE_ENDIAN ? deflateRawSync(dataset) : dataset,
  ]);
};

import { CodedError } from '../errors/index.ts';
import { segmentOf, segmentsLength, type Segment } from './byteSource.ts';
import type { NewElement, NewFragments, NewItems } from './edits.ts';
import type { Encoding } from './element.ts';
import { elementOf, formatTag, groupOf, TAG, type Tag } from './tag.ts';
import { hasLongHeader, paddingOf, type VR } from './valueRepresentation.ts';

const UNDEFINED_LENGTH = 0xffffffff;
const MAX_LENGTH = 0xfffffffe;
const MAX_SHORT_LENGTH = 0xffff;
/** Pixels are not copied only to stand behind their header. */
const MOST_BYTES_COPIED = 4096;

/** The bytes of a Data Element before its value (PS3.5 section 7.1). */
export const elementHeader = (tag: Tag, vr: VR, length: number, encoding: Encoding): Uint8Array => {
  const bytes = new Uint8Array(headerLength(vr, encoding));
  writeHeader(bytes, tag, vr, length, encoding);
  return bytes;
};

const headerLength = (vr: VR, { explicitVR }: Encoding): 8 | 12 => (explicitVR && hasLongHeader(vr) ? 12 : 8);

const writeHeader = (
  header: Uint8Array,
  tag: Tag,
  vr: VR,
  length: number,
  { explicitVR, littleEndian }: Encoding,
): void => {
  const view = new DataView(header.buffer);
  view.setUint16(0, groupOf(tag), littleEndian);
  view.setUint16(2, elementOf(tag), littleEndian);
  if (length > MAX_LENGTH && length !== UNDEFINED_LENGTH)
    throw new CodedError('PART10_VALUE_TOO_LONG', formatTag(tag));
  if (!explicitVR) {
    view.setUint32(4, length, littleEndian);
    return;
  }
  header[4] = vr.charCodeAt(0);
  header[5] = vr.charCodeAt(1);
  if (hasLongHeader(vr)) {
    view.setUint32(8, length, littleEndian);
  } else {
    if (length > MAX_SHORT_LENGTH) throw new CodedError('PART10_VALUE_TOO_LONG', formatTag(tag));
    view.setUint16(6, length, littleEndian);
  }
};

/** Header, value and padding in one piece: most new elements are a few bytes. */
const encodeBytes = (tag: Tag, vr: VR, value: Uint8Array, encoding: Encoding): Uint8Array => {
  const start = headerLength(vr, encoding);
  const length = value.length + (value.length % 2);
  const bytes = new Uint8Array(start + length);
  writeHeader(bytes, tag, vr, length, encoding);
  bytes.set(value, start);
  if (length > value.length) bytes[start + value.length] = paddingOf(vr);
  return bytes;
};

const delimiter = (tag: Tag, length: number, { littleEndian }: Encoding): Uint8Array => {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, groupOf(tag), littleEndian);
  view.setUint16(2, elementOf(tag), littleEndian);
  view.setUint32(4, length, littleEndian);
  return bytes;
};

export const itemHeader = (length: number, encoding: Encoding): Uint8Array =>
  delimiter(TAG.Item, length, encoding);
export const sequenceDelimiter = (encoding: Encoding): Uint8Array =>
  delimiter(TAG.SequenceDelimitationItem, 0, encoding);

const padded = (segments: readonly Segment[], vr: VR): readonly Segment[] =>
  segmentsLength(segments) % 2 === 0 ? segments : [...segments, segmentOf(Uint8Array.of(paddingOf(vr)))];

const encodeFragments = (
  { tag, vr }: NewElement,
  { fragments }: NewFragments,
  encoding: Encoding,
): readonly Segment[] => [
  segmentOf(elementHeader(tag, vr, UNDEFINED_LENGTH, encoding)),
  ...fragments.flatMap((fragment) => {
    const value = padded(fragment, 'OB');
    return [segmentOf(itemHeader(segmentsLength(value), encoding)), ...value];
  }),
  segmentOf(sequenceDelimiter(encoding)),
];

const encodeItems = (
  { tag, vr }: NewElement,
  { items }: NewItems,
  encoding: Encoding,
): readonly Segment[] => {
  const body = items.flatMap((item) => {
    const elements = [...item]
      .sort((a, b) => a.tag - b.tag)
      .flatMap((element) => encodeElement(element, encoding));
    return [segmentOf(itemHeader(segmentsLength(elements), encoding)), ...elements];
  });
  return [segmentOf(elementHeader(tag, vr, segmentsLength(body), encoding)), ...body];
};

/**
 * A new Data Element in the given encoding; Sequences with defined lengths, encapsulated data with undefined length.
 *
 * @throws CodedError PART10_VALUE_TOO_LONG where the length field cannot hold the value's length
 */
export const encodeElement = (element: NewElement, encoding: Encoding): readonly Segment[] => {
  const { tag, vr, value } = element;
  if ('fragments' in value) return encodeFragments(element, value, encoding);
  if ('items' in value) return encodeItems(element, value, encoding);
  if (value instanceof Uint8Array && value.length <= MOST_BYTES_COPIED)
    return [segmentOf(encodeBytes(tag, vr, value, encoding))];
  const bytes = padded(value instanceof Uint8Array ? [segmentOf(value)] : value, vr);
  return [segmentOf(elementHeader(tag, vr, segmentsLength(bytes), encoding)), ...bytes];
};

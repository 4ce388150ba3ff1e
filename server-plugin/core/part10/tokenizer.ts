import { CodedError } from '../errors/index.ts';
import type { ByteReader } from './byteReader.ts';
import { implicitVR } from './dictionary.ts';
import type { DataElement, Dataset, Encoding, Fragment, Item } from './element.ts';
import { formatTag, isPrivate, TAG, type Tag } from './tag.ts';
import { IMPLICIT_LITTLE } from './transferSyntax.ts';
import { hasLongHeader, vrFromCode, type VR } from './valueRepresentation.ts';

const UNDEFINED_LENGTH = 0xffffffff;
/** Deeper than any IOD; a bound, so that a hostile file cannot exhaust the stack. */
const MAX_DEPTH = 64;
const GROUP_OF_DELIMITERS = 0xfffe;

interface Header {
  readonly tag: Tag;
  readonly vr: VR;
  readonly valueStart: number;
  readonly length: number;
}

const malformed = (what: string, at: number): CodedError =>
  new CodedError('PART10_MALFORMED', `${what} at byte ${at}`);

const readHeader = (reader: ByteReader, start: number, { explicitVR, littleEndian }: Encoding): Header => {
  const tag = reader.tag(start, littleEndian);
  if (!explicitVR) {
    return {
      tag,
      vr: implicitVR(tag),
      valueStart: start + 8,
      length: reader.uint32(start + 4, littleEndian),
    };
  }
  const vr = vrFromCode(reader.uint16(start + 4, false));
  if (vr === undefined) throw new CodedError('PART10_UNKNOWN_VR', `${formatTag(tag)} at byte ${start}`);
  return hasLongHeader(vr)
    ? { tag, vr, valueStart: start + 12, length: reader.uint32(start + 8, littleEndian) }
    : { tag, vr, valueStart: start + 8, length: reader.uint16(start + 6, littleEndian) };
};

/** Items up to `limit`, or up to a Sequence Delimitation Item where the length is undefined (PS3.5 section 7.5). */
const readItems = (
  reader: ByteReader,
  start: number,
  limit: number,
  undefinedLength: boolean,
  encoding: Encoding,
  depth: number,
): { items: Item[]; valueEnd: number; end: number } => {
  if (depth > MAX_DEPTH) throw malformed('sequences nested too deep', start);
  const items: Item[] = [];
  let at = start;
  while (undefinedLength || at < limit) {
    if (at + 8 > limit) throw new CodedError('PART10_TRUNCATED', `in a sequence at byte ${at}`);
    const tag = reader.tag(at, encoding.littleEndian);
    const length = reader.uint32(at + 4, encoding.littleEndian);
    if (tag === TAG.SequenceDelimitationItem && undefinedLength) return { items, valueEnd: at, end: at + 8 };
    if (tag !== TAG.Item) throw malformed(`${formatTag(tag)} where an Item belongs`, at);
    const item = readItem(reader, at, length, limit, encoding, depth);
    items.push(item);
    at = item.end;
  }
  return { items, valueEnd: at, end: at };
};

const readItem = (
  reader: ByteReader,
  start: number,
  length: number,
  limit: number,
  encoding: Encoding,
  depth: number,
): Item => {
  const valueStart = start + 8;
  const undefinedLength = length === UNDEFINED_LENGTH;
  const itemLimit = undefinedLength ? limit : valueStart + length;
  if (itemLimit > limit) throw new CodedError('PART10_TRUNCATED', `Item at byte ${start}`);
  const { dataset, valueEnd } = readElements(reader, valueStart, itemLimit, undefinedLength, encoding, depth);
  return {
    start,
    valueStart,
    valueEnd,
    end: undefinedLength ? valueEnd + 8 : valueEnd,
    undefinedLength,
    dataset,
  };
};

/** Fragments of encapsulated Pixel Data (PS3.5 section A.4); each has a length, only the whole has none. */
const readFragments = (
  reader: ByteReader,
  start: number,
  limit: number,
  littleEndian: boolean,
): { fragments: Fragment[]; valueEnd: number; end: number } => {
  const fragments: Fragment[] = [];
  let at = start;
  for (;;) {
    if (at + 8 > limit) throw new CodedError('PART10_TRUNCATED', `in encapsulated data at byte ${at}`);
    const tag = reader.tag(at, littleEndian);
    const length = reader.uint32(at + 4, littleEndian);
    if (tag === TAG.SequenceDelimitationItem) return { fragments, valueEnd: at, end: at + 8 };
    if (tag !== TAG.Item || length === UNDEFINED_LENGTH) throw malformed('no fragment', at);
    const end = at + 8 + length;
    if (end > limit) throw new CodedError('PART10_TRUNCATED', `fragment at byte ${at}`);
    fragments.push({ start: at, valueStart: at + 8, end });
    at = end;
  }
};

/** A public Sequence that was written as UN keeps implicit VR little endian inside (PS3.5 section 6.2.2). */
const readHiddenSequence = (
  reader: ByteReader,
  header: Header,
  end: number,
  depth: number,
): Item[] | null => {
  if (header.vr !== 'UN' || isPrivate(header.tag) || implicitVR(header.tag) !== 'SQ') return null;
  return readItems(reader, header.valueStart, end, false, IMPLICIT_LITTLE, depth + 1).items;
};

const readElement = (
  reader: ByteReader,
  start: number,
  limit: number,
  encoding: Encoding,
  depth: number,
): DataElement => {
  const header = readHeader(reader, start, encoding);
  const { tag, vr, valueStart, length } = header;
  const undefinedLength = length === UNDEFINED_LENGTH;
  const base = { tag, vr, start, valueStart, undefinedLength };
  if (!undefinedLength) {
    const valueEnd = valueStart + length;
    if (valueEnd > limit) throw new CodedError('PART10_TRUNCATED', `${formatTag(tag)} at byte ${start}`);
    const items =
      vr === 'SQ'
        ? readItems(reader, valueStart, valueEnd, false, encoding, depth + 1).items
        : readHiddenSequence(reader, header, valueEnd, depth);
    return { ...base, valueEnd, end: valueEnd, items, fragments: null };
  }
  if (vr === 'OB' || vr === 'OW') {
    const { fragments, valueEnd, end } = readFragments(reader, valueStart, limit, encoding.littleEndian);
    return { ...base, valueEnd, end, items: null, fragments };
  }
  if (vr !== 'SQ' && vr !== 'UN') throw malformed(`${formatTag(tag)} of undefined length`, start);
  const inner = vr === 'UN' && encoding.explicitVR ? IMPLICIT_LITTLE : encoding;
  const { items, valueEnd, end } = readItems(reader, valueStart, limit, true, inner, depth + 1);
  return { ...base, valueEnd, end, items, fragments: null };
};

/**
 * The Data Elements from `start` up to `limit`, or up to an Item Delimitation Item where the Item's length is undefined.
 * Values are not read, only stepped over; so the cost is that of the headers.
 *
 * @throws CodedError PART10_TRUNCATED, PART10_MALFORMED, PART10_UNKNOWN_VR
 * @see PS3.5 sections 7.1 and 7.5
 */
export const readElements = (
  reader: ByteReader,
  start: number,
  limit: number,
  untilDelimiter: boolean,
  encoding: Encoding,
  depth = 0,
): { dataset: Dataset; valueEnd: number } => {
  const elements: DataElement[] = [];
  let at = start;
  while (at < limit) {
    if (at + 8 > limit) throw new CodedError('PART10_TRUNCATED', `at byte ${at}`);
    const tag = reader.tag(at, encoding.littleEndian);
    if (tag >>> 16 === GROUP_OF_DELIMITERS) {
      if (tag === TAG.ItemDelimitationItem && untilDelimiter)
        return { dataset: { encoding, elements }, valueEnd: at };
      throw malformed(`${formatTag(tag)} where a Data Element belongs`, at);
    }
    const element = readElement(reader, at, limit, encoding, depth);
    elements.push(element);
    at = element.end;
  }
  if (untilDelimiter) throw new CodedError('PART10_TRUNCATED', `Item at byte ${start}`);
  return { dataset: { encoding, elements }, valueEnd: at };
};

import { CodedError } from '../errors/index.ts';
import type { ByteReader } from './byteReader.ts';
import { implicitVR } from './dictionary.ts';
import type { DataElement, Dataset, Encoding, Fragment, Item } from './element.ts';
import { formatTag, groupOf, TAG, type Tag } from './tag.ts';
import { IMPLICIT_LITTLE } from './transferSyntax.ts';
import { hasLongHeader, vrFromCode, type VR } from './valueRepresentation.ts';

const UNDEFINED_LENGTH = 0xffffffff;
const DELIMITER_BYTES = 8;
/** Deeper than any IOD; a bound, so that a hostile file cannot exhaust the stack. */
const MAX_DEPTH = 64;
/** More elements, Items and fragments than any real object has; a bound, so that a hostile file cannot exhaust the memory. */
const MAX_PARTS = 2_000_000;

/** Commands, File Meta Information, and Items and delimiters are no Data Elements of a Dataset (PS3.5 sections 7.1 and 7.5). */
const GROUPS_OUTSIDE_DATASETS: ReadonlySet<number> = new Set([0x0000, 0x0002, 0xfffe]);

interface Header {
  readonly tag: Tag;
  readonly vr: VR;
  readonly valueStart: number;
  readonly length: number;
}

/** What stands between `start` and a delimiter, if there is one: `valueEnd` lies before it, `end` after it. */
interface Extent {
  readonly valueEnd: number;
  readonly end: number;
}

const malformed = (what: string, at: number): CodedError =>
  new CodedError('PART10_MALFORMED', `${what} at byte ${at}`);
const truncated = (what: string, at: number): CodedError =>
  new CodedError('PART10_TRUNCATED', `${what} at byte ${at}`);

/**
 * Finds where Data Elements lie. Values are stepped over, not read: the cost is that of the headers. `limit` is always the end
 * of what is around, so that nothing can reach out of its Item, its Sequence, or the file.
 */
export class Tokenizer {
  readonly #reader: ByteReader;
  #parts = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  /**
   * The Data Elements from `start` to the end of the source. Zeros after the last one are taken for padding, which they are.
   *
   * @throws CodedError PART10_TRUNCATED, PART10_MALFORMED, PART10_UNKNOWN_VR
   * @see PS3.5 sections 7.1 and 7.5
   */
  dataset(start: number, encoding: Encoding): Dataset {
    const limit = this.#reader.source.size;
    const elements: DataElement[] = [];
    let at = start;
    while (at < limit && !this.#reader.isZero(at, limit)) {
      const element = this.#datasetElement(at, limit, encoding, 0);
      elements.push(element);
      at = element.end;
    }
    return { encoding, elements };
  }

  /** The Data Elements of one group from `start` on: File Meta Information, whose group length is often wrong. */
  group(group: number, start: number, encoding: Encoding): { dataset: Dataset; end: number } {
    const limit = this.#reader.source.size;
    const elements: DataElement[] = [];
    let at = start;
    while (at + 4 <= limit && groupOf(this.#reader.tag(at, encoding.littleEndian)) === group) {
      const element = this.#element(at, limit, encoding, 0);
      elements.push(element);
      at = element.end;
    }
    return { dataset: { encoding, elements }, end: at };
  }

  #count(at: number): void {
    this.#parts++;
    if (this.#parts > MAX_PARTS) throw malformed('too many elements', at);
  }

  #header(start: number, limit: number, { explicitVR, littleEndian }: Encoding): Header {
    const reader = this.#reader;
    if (start + 8 > limit) throw truncated('a header', start);
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
    if (!hasLongHeader(vr)) {
      return { tag, vr, valueStart: start + 8, length: reader.uint16(start + 6, littleEndian) };
    }
    if (start + 12 > limit) throw truncated('a header', start);
    return { tag, vr, valueStart: start + 12, length: reader.uint32(start + 8, littleEndian) };
  }

  #datasetElement(start: number, limit: number, encoding: Encoding, depth: number): DataElement {
    if (start + 4 > limit) throw truncated('a header', start);
    const tag = this.#reader.tag(start, encoding.littleEndian);
    if (GROUPS_OUTSIDE_DATASETS.has(groupOf(tag))) {
      throw malformed(`${formatTag(tag)} where a Data Element belongs`, start);
    }
    return this.#element(start, limit, encoding, depth);
  }

  #element(start: number, limit: number, encoding: Encoding, depth: number): DataElement {
    this.#count(start);
    const header = this.#header(start, limit, encoding);
    const { tag, vr, valueStart, length } = header;
    const undefinedLength = length === UNDEFINED_LENGTH;
    const base = { tag, vr, start, valueStart, undefinedLength, items: null, fragments: null };
    if (!undefinedLength) {
      const end = valueStart + length;
      if (end > limit) throw truncated(formatTag(tag), start);
      const items =
        vr === 'SQ'
          ? this.#definedItems(valueStart, end, encoding, depth)
          : this.#hiddenItems(header, end, depth);
      return { ...base, valueEnd: end, end, items };
    }
    if (vr === 'OB' || vr === 'OW') {
      return { ...base, ...this.#fragments(valueStart, limit, encoding.littleEndian) };
    }
    if (vr !== 'SQ' && vr !== 'UN') throw malformed(`${formatTag(tag)} of undefined length`, start);
    // Whatever the dataset's own encoding is, UN of undefined length is in implicit VR little endian (PS3.5 section 6.2.2).
    const inner = vr === 'UN' ? IMPLICIT_LITTLE : encoding;
    return { ...base, ...this.#delimitedItems(valueStart, limit, inner, depth) };
  }

  /**
   * Items in a value that was written as UN, in implicit VR little endian (PS3.5 section 6.2.2): a public Sequence has
   * them, or the file is refused; what no dictionary has may have them.
   */
  #hiddenItems({ tag, vr, valueStart }: Header, end: number, depth: number): Item[] | null {
    if (vr !== 'UN') return null;
    if (implicitVR(tag) === 'SQ') return this.#definedItems(valueStart, end, IMPLICIT_LITTLE, depth);
    if (end - valueStart < DELIMITER_BYTES || this.#reader.tag(valueStart, true) !== TAG.Item) return null;
    try {
      return this.#definedItems(valueStart, end, IMPLICIT_LITTLE, depth);
    } catch (error) {
      if (error instanceof CodedError) return null;
      throw error;
    }
  }

  /** The Items of a Sequence of defined length (PS3.5 section 7.5). */
  #definedItems(start: number, end: number, encoding: Encoding, depth: number): Item[] {
    const items: Item[] = [];
    for (let at = start; at < end;) {
      const item = this.#item(at, end, encoding, depth + 1);
      items.push(item);
      at = item.end;
    }
    return items;
  }

  /** The Items up to a Sequence Delimitation Item (PS3.5 section 7.5). */
  #delimitedItems(
    start: number,
    limit: number,
    encoding: Encoding,
    depth: number,
  ): Extent & { readonly items: readonly Item[] } {
    const items: Item[] = [];
    let at = start;
    while (!this.#isDelimiter(TAG.SequenceDelimitationItem, at, limit, encoding.littleEndian)) {
      const item = this.#item(at, limit, encoding, depth + 1);
      items.push(item);
      at = item.end;
    }
    return { items, valueEnd: at, end: at + DELIMITER_BYTES };
  }

  #item(start: number, limit: number, encoding: Encoding, depth: number): Item {
    if (depth > MAX_DEPTH) throw malformed('sequences nested too deep', start);
    const length = this.#itemLength(start, limit, encoding.littleEndian);
    const valueStart = start + DELIMITER_BYTES;
    const undefinedLength = length === UNDEFINED_LENGTH;
    const itemLimit = undefinedLength ? limit : valueStart + length;
    if (itemLimit > limit) throw truncated('an Item', start);
    const elements: DataElement[] = [];
    let at = valueStart;
    while (
      undefinedLength
        ? !this.#isDelimiter(TAG.ItemDelimitationItem, at, itemLimit, encoding.littleEndian)
        : at < itemLimit
    ) {
      const element = this.#datasetElement(at, itemLimit, encoding, depth);
      elements.push(element);
      at = element.end;
    }
    const end = undefinedLength ? at + DELIMITER_BYTES : at;
    return { start, valueStart, valueEnd: at, end, undefinedLength, dataset: { encoding, elements } };
  }

  /** Fragments of encapsulated Pixel Data (PS3.5 section A.4); each has a length, only the whole has none. */
  #fragments(
    start: number,
    limit: number,
    littleEndian: boolean,
  ): Extent & { readonly fragments: readonly Fragment[] } {
    const fragments: Fragment[] = [];
    let at = start;
    while (!this.#isDelimiter(TAG.SequenceDelimitationItem, at, limit, littleEndian)) {
      const length = this.#itemLength(at, limit, littleEndian);
      if (length === UNDEFINED_LENGTH) throw malformed('a fragment of undefined length', at);
      const valueStart = at + DELIMITER_BYTES;
      const end = valueStart + length;
      if (end > limit) throw truncated('a fragment', at);
      fragments.push({ start: at, valueStart, end });
      at = end;
    }
    return { fragments, valueEnd: at, end: at + DELIMITER_BYTES };
  }

  #itemLength(start: number, limit: number, littleEndian: boolean): number {
    this.#count(start);
    if (start + DELIMITER_BYTES > limit) throw truncated('an Item', start);
    const tag = this.#reader.tag(start, littleEndian);
    if (tag !== TAG.Item) throw malformed(`${formatTag(tag)} where an Item belongs`, start);
    return this.#reader.uint32(start + 4, littleEndian);
  }

  /** A delimiter with a length would be read past by some and stepped over by others: it is refused. */
  #isDelimiter(delimiter: Tag, at: number, limit: number, littleEndian: boolean): boolean {
    if (at + DELIMITER_BYTES > limit) throw truncated(`${formatTag(delimiter)} missing`, at);
    if (this.#reader.tag(at, littleEndian) !== delimiter) return false;
    if (this.#reader.uint32(at + 4, littleEndian) !== 0) {
      throw malformed(`${formatTag(delimiter)} with a length`, at);
    }
    return true;
  }
}

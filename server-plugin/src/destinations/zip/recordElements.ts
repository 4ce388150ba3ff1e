import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  characterSetOf,
  dictionaryEntry,
  encodeNumbers,
  encodeText,
  find,
  numbersOf,
  tagOfKeyword,
  textOf,
  usesCharacterSet,
  valueVR,
  type ByteSource,
  type DataElement,
  type Dataset,
  type Encoding,
  type NewElement,
  type Part10File,
  type VR,
} from '@pseudonymize-redact/core/part10';
import { PLACE, type RecordType } from './recordTypes.ts';

/** A Media Storage Directory is always written so (PS3.10 section 8.6). */
export const DIRECTORY_ENCODING: Encoding = { explicitVR: true, littleEndian: true };

const SPECIFIC_CHARACTER_SET = 0x00080005;
const RELATIONSHIP_TYPE = 0x0040a010;
const CONTENT_SEQUENCE = 0x0040a730;
const BINARY_VRS: ReadonlySet<VR> = new Set<VR>(['US', 'SS', 'UL', 'SL', 'FL', 'FD', 'AT']);

/** The same element in the encoding of the directory. Its text keeps its bytes: the record names their character set. */
const rewritten = (source: ByteSource, { encoding }: Dataset, element: DataElement): NewElement => {
  const { tag, items, valueStart, valueEnd } = element;
  if (items !== null) {
    const rewrittenItems = items.map(({ dataset }) =>
      dataset.elements.map((inner) => rewritten(source, dataset, inner)),
    );
    return { tag, vr: 'SQ', value: { items: rewrittenItems } };
  }
  const vr = valueVR(element);
  const value = BINARY_VRS.has(vr)
    ? encodeNumbers(vr, numbersOf(source, element, encoding), DIRECTORY_ENCODING)
    : source.read(valueStart, valueEnd);
  return { tag, vr, value };
};

/** Items of the Content Sequence that modify the title (PS3.3 section F.5.24). */
const titleModifiers = ({ source, dataset }: Part10File, content: DataElement): readonly NewElement[] => {
  const items = (content.items ?? []).filter(({ dataset: item }) => {
    const relationship = find(item, RELATIONSHIP_TYPE);
    return (
      relationship !== undefined &&
      textOf(source, relationship, characterSetOf(source, dataset)) === 'HAS CONCEPT MOD'
    );
  });
  return items.length === 0 ? [] : [rewritten(source, dataset, { ...content, items })];
};

/** Whether the character set governs an element or one inside it (PS3.5 section 6.1.2.3). */
const isInCharacterSet = ({ vr, value }: NewElement): boolean =>
  'items' in value ? value.items.some((item) => item.some(isInCharacterSet)) : usesCharacterSet(vr);

const keyElement = (
  file: Part10File,
  keyword: string,
  missing: string | null | undefined,
  place: number,
): readonly NewElement[] => {
  const { source, dataset } = file;
  const tag = tagOfKeyword(keyword);
  if (tag === undefined) throw new CodedError('INTERNAL', keyword);
  const element = find(dataset, tag);
  const isEmpty = element === undefined || element.valueEnd === element.valueStart;
  if (!isEmpty)
    return tag === CONTENT_SEQUENCE ? titleModifiers(file, element) : [rewritten(source, dataset, element)];
  if (missing === undefined) return [];
  const text = missing === PLACE ? String(place) : (missing ?? '');
  const vr = dictionaryEntry(tag)?.vr as VR;
  return [{ tag, vr, value: encodeText(text, characterSetOf(source, dataset), vr) }];
};

/**
 * The keys of a Directory Record, and the character set that they are in where it matters.
 *
 * @param place of the record among its siblings, from 1
 */
export const keysOf = (file: Part10File, { keys }: RecordType, place: number): readonly NewElement[] => {
  const { source, dataset } = file;
  const set = find(dataset, SPECIFIC_CHARACTER_SET);
  const elements = Object.entries(keys).flatMap(([keyword, missing]) =>
    keyElement(file, keyword, missing, place),
  );
  const needsSet = set !== undefined && elements.some(isInCharacterSet);
  return needsSet ? [rewritten(source, dataset, set), ...elements] : elements;
};

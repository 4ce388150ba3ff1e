import { CodedError } from '../errors/index.ts';
import type { ByteSource } from './byteSource.ts';
import { DEFAULT_CHARACTER_SET } from './characterSet.ts';
import { nameOf } from './dictionary.ts';
import type { Encoding } from './element.ts';
import { elementOf, groupOf, makeTag, type Tag } from './tag.ts';
import { encodeText, valuesOf, valueVR, type Value } from './text.ts';
import type { VR } from './valueRepresentation.ts';

type NumberType = 'Uint16' | 'Int16' | 'Uint32' | 'Int32' | 'Float32' | 'Float64';

const BYTES: Readonly<Record<NumberType, number>> = {
  Uint16: 2,
  Int16: 2,
  Uint32: 4,
  Int32: 4,
  Float32: 4,
  Float64: 8,
};

/** A Tag is a pair of 16-bit numbers, each in the byte order of the dataset (PS3.5 section 7.3). */
const NUMBER_TYPES: ReadonlyMap<VR, NumberType> = new Map<VR, NumberType>([
  ['US', 'Uint16'],
  ['SS', 'Int16'],
  ['UL', 'Uint32'],
  ['SL', 'Int32'],
  ['FL', 'Float32'],
  ['FD', 'Float64'],
  ['OW', 'Uint16'],
  ['AT', 'Uint16'],
]);

const NUMBER_IN_TEXT = /^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i;
const MAX_DECIMAL_STRING = 16;

const noNumber = (tag: Tag): CodedError =>
  new CodedError('PART10_MALFORMED', `${nameOf(tag)} holds no number`);

const numbersInText = (source: ByteSource, element: Value): readonly number[] =>
  valuesOf(source, element, DEFAULT_CHARACTER_SET).map((text) => {
    if (!NUMBER_IN_TEXT.test(text)) throw noNumber(element.tag);
    return Number(text);
  });

const pairsToTags = (numbers: readonly number[]): readonly Tag[] =>
  Array.from({ length: numbers.length / 2 }, (_, index) =>
    makeTag(numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0),
  );

/**
 * The numbers of an element of VR US, SS, UL, SL, FL, FD, IS, DS, 16-bit OW, or the Tags of one of VR AT; none where it is empty.
 *
 * @throws CodedError PART10_MALFORMED where the VR or the value is no number
 * @see PS3.5 sections 6.2 and 7.3
 */
export const numbersOf = (
  source: ByteSource,
  element: Value,
  { littleEndian }: Encoding,
): readonly number[] => {
  const { tag, valueStart, valueEnd } = element;
  const vr = valueVR(element);
  if (vr === 'IS' || vr === 'DS') return numbersInText(source, element);
  const type = NUMBER_TYPES.get(vr);
  const length = valueEnd - valueStart;
  if (type === undefined || length % (vr === 'AT' ? 4 : BYTES[type]) !== 0) throw noNumber(tag);
  const bytes = source.read(valueStart, valueEnd);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What was written as UN is in little endian whatever the dataset is (PS3.5 section 6.2.2).
  const order = littleEndian || element.vr === 'UN';
  const numbers = Array.from({ length: length / BYTES[type] }, (_, index) =>
    view[`get${type}`](index * BYTES[type], order),
  );
  return vr === 'AT' ? pairsToTags(numbers) : numbers;
};

/** As many digits as sixteen characters hold (PS3.5 section 6.2, DS). */
const decimalString = (value: number): string => {
  let text = String(value);
  for (let digits = MAX_DECIMAL_STRING; text.length > MAX_DECIMAL_STRING; digits--)
    text = value.toPrecision(digits);
  return text;
};

/**
 * Numbers as the bytes of a value of VR US, SS, UL, SL, FL, FD, IS, DS or OW, or Tags as one of VR AT; not padded.
 *
 * @throws CodedError PART10_MALFORMED where the VR holds no numbers
 */
export const encodeNumbers = (vr: VR, values: readonly number[], { littleEndian }: Encoding): Uint8Array => {
  if (vr === 'IS' || vr === 'DS') {
    return encodeText(values.map(decimalString).join('\\'), DEFAULT_CHARACTER_SET, vr);
  }
  const type = NUMBER_TYPES.get(vr);
  if (type === undefined) throw new CodedError('PART10_MALFORMED', `${vr} holds no numbers`);
  const numbers = vr === 'AT' ? values.flatMap((tag) => [groupOf(tag), elementOf(tag)]) : values;
  const bytes = new Uint8Array(numbers.length * BYTES[type]);
  const view = new DataView(bytes.buffer);
  numbers.forEach((value, index) => {
    view[`set${type}`](index * BYTES[type], value, littleEndian);
  });
  return bytes;
};

import type { ByteSource } from './byteSource.ts';
import { DEFAULT_CHARACTER_SET, type CharacterSet } from './characterSet.ts';
import { implicitVR } from './dictionary.ts';
import type { DataElement } from './element.ts';
import { trimmed } from './textEncoding.ts';
import { isMultiValuedVR, usesCharacterSet, type VR } from './valueRepresentation.ts';

/** Where a value lies, and what it is. */
export type Value = Pick<DataElement, 'tag' | 'vr' | 'valueStart' | 'valueEnd'>;

/** The VR to read a value by: what was written as UN is what the dictionary says (PS3.5 section 6.2.2). */
export const valueVR = ({ tag, vr }: Pick<Value, 'tag' | 'vr'>): VR => (vr === 'UN' ? implicitVR(tag) : vr);

/** The characters that end a value, a component or a component group (PS3.5 sections 6.2.1 and 6.4). */
const delimitersOf = (vr: VR): string => {
  if (vr === 'PN') return '\\^=';
  return isMultiValuedVR(vr) ? '\\' : '';
};

/** VRs whose leading spaces mean something (PS3.5 table 6.2-1). */
const KEEPS_LEADING_SPACES: ReadonlySet<VR> = new Set<VR>(['LT', 'ST', 'UT', 'UC', 'UR', 'UN']);

const trim = (text: string, vr: VR): string => trimmed(text, KEEPS_LEADING_SPACES.has(vr));

const setFor = (vr: VR, characterSet: CharacterSet): CharacterSet =>
  usesCharacterSet(vr) || vr === 'UN' ? characterSet : DEFAULT_CHARACTER_SET;

/**
 * A value as text, all values of it with backslashes between them, without padding. Bytes that mean no character become U+FFFD.
 * A VR that is not text is read as if it were.
 *
 * @see PS3.5 sections 6.1.2 and 6.2
 */
export const textOf = (source: ByteSource, element: Value, characterSet: CharacterSet): string => {
  const vr = valueVR(element);
  const bytes = source.read(element.valueStart, element.valueEnd);
  return trim(setFor(vr, characterSet).decode(bytes, delimitersOf(vr)), vr);
};

/** The single values, each without padding; none where the element is empty. */
export const valuesOf = (
  source: ByteSource,
  element: Value,
  characterSet: CharacterSet,
): readonly string[] => {
  const vr = valueVR(element);
  const text = textOf(source, element, characterSet);
  if (text === '') return [];
  if (!isMultiValuedVR(vr) || !text.includes('\\')) return [text];
  return text.split('\\').map((value) => trim(value, vr));
};

/**
 * Text as bytes of the Character Set, several values with backslashes between them; not padded. A character that the set has
 * not becomes its letter without diacritics, or "?".
 */
export const encodeText = (text: string, characterSet: CharacterSet, vr: VR): Uint8Array =>
  setFor(vr, characterSet).encode(text, delimitersOf(vr));

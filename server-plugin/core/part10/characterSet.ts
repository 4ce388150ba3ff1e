import { CodedError } from '../errors/index.ts';
import type { ByteSource } from './byteSource.ts';
import { CodeExtensions } from './codeExtensions.ts';
import { find, type Dataset } from './element.ts';
import { DESIGNATIONS } from './graphicSet.ts';
import { TAG } from './tag.ts';
import {
  DEFAULT_REPERTOIRE,
  encodable,
  multiByte,
  singleByte,
  trimmed,
  UTF_8,
  type TextEncoding,
} from './textEncoding.ts';

/** How the text of a Dataset is written: its Specific Character Set (PS3.3 section C.12.1.1.2). */
export interface CharacterSet {
  /** `delimiters`: the characters that end a value, a component or a component group in the VR. */
  decode(bytes: Uint8Array, delimiters: string): string;
  /** A character that the set has not becomes its letter without diacritics, or "?". */
  encode(text: string, delimiters: string): Uint8Array;
}

/** As many arguments as a call surely takes. */
const MOST_BYTES_OF_SHORT_TEXT = 1024;

/** Text of ASCII alone, as which every stand-alone set writes it; null where another character is in it. Most values are such. */
const asciiBytes = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return null;
    bytes[index] = code;
  }
  return bytes;
};

/** Bytes of ASCII alone as text, which every stand-alone set reads them as; null where another byte is among them, or very many. */
const asciiText = (bytes: Uint8Array): string | null => {
  if (bytes.length > MOST_BYTES_OF_SHORT_TEXT) return null;
  for (const byte of bytes) if (byte > 0x7f) return null;
  return Reflect.apply(String.fromCharCode, null, bytes) as string;
};

/** A character set without code extensions: delimiters are characters like all others. */
class StandAlone implements CharacterSet {
  readonly #encoding: TextEncoding;

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
  }

  decode(bytes: Uint8Array): string {
    return asciiText(bytes) ?? this.#encoding.decode(bytes);
  }

  encode(text: string): Uint8Array {
    const ascii = asciiBytes(text);
    if (ascii !== null) return ascii;
    const { encodeCharacter } = this.#encoding;
    const bytes: number[] = [];
    for (const character of text) {
      const written = encodable(character, (candidate) => encodeCharacter(candidate) !== undefined);
      bytes.push(...(encodeCharacter(written) ?? []));
    }
    return Uint8Array.from(bytes);
  }
}

/** ISO_IR 6: what a Dataset without Specific Character Set has, and all VRs that the attribute does not govern. */
export const DEFAULT_CHARACTER_SET: CharacterSet = new StandAlone(DEFAULT_REPERTOIRE);

/** By the Defined Term (PS3.3 tables C.12-2 and C.12-5). */
const STAND_ALONE: ReadonlyMap<string, CharacterSet> = new Map([
  ['ISO_IR 6', DEFAULT_CHARACTER_SET],
  ['ISO_IR 100', new StandAlone(singleByte('iso-8859-1'))],
  ['ISO_IR 101', new StandAlone(singleByte('iso-8859-2'))],
  ['ISO_IR 109', new StandAlone(singleByte('iso-8859-3'))],
  ['ISO_IR 110', new StandAlone(singleByte('iso-8859-4'))],
  ['ISO_IR 144', new StandAlone(singleByte('iso-8859-5'))],
  ['ISO_IR 127', new StandAlone(singleByte('iso-8859-6'))],
  ['ISO_IR 126', new StandAlone(singleByte('iso-8859-7'))],
  ['ISO_IR 138', new StandAlone(singleByte('iso-8859-8'))],
  ['ISO_IR 148', new StandAlone(singleByte('iso-8859-9'))],
  ['ISO_IR 203', new StandAlone(singleByte('iso-8859-15'))],
  ['ISO_IR 166', new StandAlone(singleByte('iso-8859-11'))],
  // JIS X 0201 is the one-byte part of Shift_JIS; writers that say ISO_IR 13 and write kanji mean Shift_JIS.
  ['ISO_IR 13', new StandAlone(multiByte('shift_jis'))],
  ['ISO_IR 192', new StandAlone(UTF_8)],
  ['GB18030', new StandAlone(multiByte('gb18030'))],
  ['GBK', new StandAlone(multiByte('gbk'))],
]);

/** Sets that PS3.3 allows alone only: what other values stand beside them means nothing. */
const NEVER_EXTENDED: ReadonlySet<string> = new Set(['ISO_IR 192', 'GB18030', 'GBK']);

const unknown = (): CodedError => new CodedError('PART10_UNKNOWN_CHARACTER_SET', 'SpecificCharacterSet');

/** The spellings that are met: "ISO_IR 100", "ISO IR 100", "ISO-IR 100", "ISO_IR_100", "ISO 2022 IR 100" … */
const ISO_IR = /^ISO[ _-]?(2022[ _-]?)?IR[ _-]?(\d+)$/;

interface Term {
  readonly term: string;
  readonly number: number | null;
  readonly extended: boolean;
}

const parseTerm = (value: string): Term => {
  const text = trimmed(value).toUpperCase();
  if (text === '') return { term: 'ISO_IR 6', number: 6, extended: false };
  const match = ISO_IR.exec(text);
  if (match === null) return { term: text, number: null, extended: false };
  const number = Number(match[2]);
  return { term: `ISO_IR ${number}`, number, extended: match[1] !== undefined };
};

/**
 * The Character Set of the values of Specific Character Set (0008,0005).
 *
 * @throws CodedError PART10_UNKNOWN_CHARACTER_SET where a value is none of PS3.3 section C.12.1.1.2
 */
export const characterSetOfTerms = (values: readonly string[]): CharacterSet => {
  const terms = values.map(parseTerm);
  const [first] = terms;
  if (first === undefined) return DEFAULT_CHARACTER_SET;
  if ((terms.length === 1 && !first.extended) || NEVER_EXTENDED.has(first.term)) {
    const alone = STAND_ALONE.get(first.term);
    if (alone === undefined) throw unknown();
    return alone;
  }
  const numbers = terms.map(({ number }) => {
    if (number === null || !DESIGNATIONS.has(number)) throw unknown();
    return number;
  });
  return new CodeExtensions([...new Set(numbers)]);
};

/** By the bytes of Specific Character Set as text. Bounded: a hostile file has many spellings. */
const met = new Map<string, CharacterSet>();
const MOST_MET = 64;

const characterSetOfText = (text: string): CharacterSet => {
  const known = met.get(text);
  if (known !== undefined) return known;
  const characterSet = characterSetOfTerms(text.split('\\'));
  if (met.size < MOST_MET) met.set(text, characterSet);
  return characterSet;
};

/**
 * The Character Set of a Dataset: its own, or `inherited`, that of the Dataset around it, where it has no Specific Character
 * Set (PS3.5 section 6.1.2.4).
 *
 * @throws CodedError PART10_UNKNOWN_CHARACTER_SET
 */
export const characterSetOf = (
  source: ByteSource,
  dataset: Dataset,
  inherited: CharacterSet = DEFAULT_CHARACTER_SET,
): CharacterSet => {
  const element = find(dataset, TAG.SpecificCharacterSet);
  if (element === undefined) return inherited;
  const bytes = source.read(element.valueStart, element.valueEnd);
  return characterSetOfText(trimmed(DEFAULT_CHARACTER_SET.decode(bytes, '')));
};

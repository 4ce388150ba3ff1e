// The one place where @exodus/bytes enters the core: code tables of the world's character sets, in pure JavaScript.
import { createMultibyteDecoder, createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteDecoder, createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import { utf8fromStringLoose, utf8toString, utf8toStringLoose } from '@exodus/bytes/utf8.js';

/** What stands for bytes that mean no character. */
export const REPLACEMENT_CHARACTER = '\uFFFD';

/**
 * Text without the spaces and NULs that pad it. A loop, not a regular expression: that would take quadratic time on a
 * hostile value.
 */
export const trimmed = (text: string, keepLeading = false): string => {
  const isPadding = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return code === 0x20 || code === 0;
  };
  let start = 0;
  let end = text.length;
  while (end > 0 && isPadding(end - 1)) end--;
  while (!keepLeading && start < end && isPadding(start)) start++;
  return text.slice(start, end);
};

/** A character encoding without code extensions. */
export interface TextEncoding {
  /** Bytes that mean nothing become U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string;
  /** The bytes of one character, or undefined where the encoding has none for it. */
  readonly encodeCharacter: (character: string) => Uint8Array | undefined;
}

/**
 * What to write for `character`: itself, or its letter without diacritics, or "?", which every set has. A refusal instead would
 * lose a whole object for one accent; a value in another character set than the dataset's would be unreadable.
 */
export const encodable = (character: string, isEncodable: (candidate: string) => boolean): string => {
  if (isEncodable(character)) return character;
  const [letter] = character.normalize('NFD');
  return letter !== undefined && isEncodable(letter) ? letter : '?';
};

type EncodeOrThrow = (text: string) => Uint8Array;

/** Shift_JIS would write the yen sign as the byte of the backslash, which delimits values: that is none of its characters. */
const attempt =
  (encode: EncodeOrThrow): TextEncoding['encodeCharacter'] =>
  (character) => {
    try {
      const bytes = encode(character);
      const [first = 0] = bytes;
      return first < 0x80 && first !== character.codePointAt(0) ? undefined : bytes;
    } catch {
      return undefined;
    }
  };

/** Tables are large: they are made when the first text needs them. */
const lazy = (make: () => TextEncoding): TextEncoding => {
  let made: TextEncoding | undefined;
  const get = (): TextEncoding => (made ??= make());
  return {
    decode: (bytes) => get().decode(bytes),
    encodeCharacter: (character) => get().encodeCharacter(character),
  };
};

/** `name` of an ISO/IEC 8859 part as unicode.org maps it, for example "iso-8859-2". */
export const singleByte = (name: string): TextEncoding =>
  lazy(() => ({
    decode: createSinglebyteDecoder(name, true),
    encodeCharacter: attempt(createSinglebyteEncoder(name)),
  }));

/** `name` of the WHATWG Encoding standard, for example "gb18030". */
export const multiByte = (name: string): TextEncoding =>
  lazy(() => ({
    decode: createMultibyteDecoder(name, true),
    encodeCharacter: attempt(createMultibyteEncoder(name)),
  }));

export const UTF_8: TextEncoding = { decode: utf8toStringLoose, encodeCharacter: utf8fromStringLoose };

const LATIN_1 = singleByte('iso-8859-1');

/**
 * The default repertoire (ISO_IR 6) has no bytes above 7FH, yet files that declare no character set have them. They are
 * read as UTF-8 where they are well-formed UTF-8, else as Latin-1: so a name can still be recognised wherever it stands.
 */
export const DEFAULT_REPERTOIRE: TextEncoding = {
  decode: (bytes) => {
    try {
      return utf8toString(bytes);
    } catch {
      return LATIN_1.decode(bytes);
    }
  },
  encodeCharacter: (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? Uint8Array.of(code) : undefined;
  },
};

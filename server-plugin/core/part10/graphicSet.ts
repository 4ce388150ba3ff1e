import { multiByte, REPLACEMENT_CHARACTER, singleByte, type TextEncoding } from './textEncoding.ts';

/**
 * A graphic character set that ISO/IEC 2022 can designate: 94 or 96 characters of one byte, or 94 × 94 of two. Codes are those
 * of the left half (G0), two bytes as first × 256 + second; in the right half (G1) each byte has its high bit set.
 */
export interface GraphicSet {
  readonly bytesPerCharacter: 1 | 2;
  character(code: number): string | undefined;
  code(character: string): number | undefined;
}

type Decode = (code: number) => string;

const FIRST = 0x20;
const LAST = 0x7f;

/** A set whose table is made from a decoder, both ways, when the first text needs it. */
class DecodedSet implements GraphicSet {
  readonly bytesPerCharacter: 1 | 2;
  readonly #decode: Decode;
  #characters: ReadonlyMap<number, string> | null = null;
  #codes: ReadonlyMap<string, number> | null = null;

  constructor(bytesPerCharacter: 1 | 2, decode: Decode) {
    this.bytesPerCharacter = bytesPerCharacter;
    this.#decode = decode;
  }

  character(code: number): string | undefined {
    this.#characters ??= this.#table();
    return this.#characters.get(code);
  }

  code(character: string): number | undefined {
    this.#characters ??= this.#table();
    // The first of several codes of one character is the one that the national standard itself has.
    this.#codes ??= new Map([...this.#characters].reverse().map(([code, decoded]) => [decoded, code]));
    return this.#codes.get(character);
  }

  #table(): Map<number, string> {
    const table = new Map<number, string>();
    const add = (code: number): void => {
      const character = this.#decode(code);
      if (character.length === 1 && character !== REPLACEMENT_CHARACTER) table.set(code, character);
    };
    for (let first = FIRST; first <= LAST; first++) {
      if (this.bytesPerCharacter === 1) add(first);
      else for (let second = FIRST; second <= LAST; second++) add(first * 256 + second);
    }
    return table;
  }
}

/** The upper half of ISO/IEC 8859-`part`. */
const upperHalf = (part: number): GraphicSet => {
  const encoding = singleByte(`iso-8859-${part}`);
  return new DecodedSet(1, (code) => encoding.decode(Uint8Array.of(code | 0x80)));
};

/** A set of two bytes as the EUC encoding has it, which some precede with a shift byte. */
const twoBytes = (encoding: TextEncoding, ...shift: readonly number[]): GraphicSet =>
  new DecodedSet(2, (code) =>
    encoding.decode(Uint8Array.of(...shift, (code >> 8) | 0x80, (code & 0xff) | 0x80)),
  );

const EUC_JP = multiByte('euc-jp');

const ASCII: GraphicSet = new DecodedSet(1, (code) => String.fromCharCode(code));
/** ISO-IR 14, JIS X 0201 romaji: ASCII but for two characters. */
const ROMAJI: GraphicSet = new DecodedSet(1, (code) => {
  if (code === 0x5c) return '¥';
  return code === 0x7e ? '‾' : String.fromCharCode(code);
});
/** ISO-IR 13, JIS X 0201 katakana: U+FF61 to U+FF9F. */
const KATAKANA: GraphicSet = new DecodedSet(1, (code) =>
  code > 0x20 && code < 0x60 ? String.fromCharCode(0xff61 + code - 0x21) : REPLACEMENT_CHARACTER,
);

/** How a set is brought into one half of the code table: the bytes after ESC. */
export interface Designation {
  readonly escape: string;
  readonly half: 'G0' | 'G1';
  readonly set: GraphicSet;
}

const g0 = (escape: string, set: GraphicSet): Designation => ({ escape, half: 'G0', set });
const g1 = (escape: string, set: GraphicSet): Designation => ({ escape, half: 'G1', set });
export const ASCII_IN_G0: Designation = g0('(B', ASCII);
const latin = (escape: string, part: number): readonly Designation[] => [
  ASCII_IN_G0,
  g1(escape, upperHalf(part)),
];

/** The designations by ISO-IR number (PS3.3 tables C.12-3 and C.12-4). */
export const DESIGNATIONS: ReadonlyMap<number, readonly Designation[]> = new Map<
  number,
  readonly Designation[]
>([
  [6, [ASCII_IN_G0]],
  [100, latin('-A', 1)],
  [101, latin('-B', 2)],
  [109, latin('-C', 3)],
  [110, latin('-D', 4)],
  [144, latin('-L', 5)],
  [127, latin('-G', 6)],
  [126, latin('-F', 7)],
  [138, latin('-H', 8)],
  [148, latin('-M', 9)],
  [203, latin('-b', 15)],
  [166, latin('-T', 11)],
  [13, [g0('(J', ROMAJI), g1(')I', KATAKANA)]],
  [87, [g0('$B', twoBytes(EUC_JP))]],
  [159, [g0('$(D', twoBytes(EUC_JP, 0x8f))]],
  [149, [g1('$)C', twoBytes(multiByte('euc-kr')))]],
  [58, [g1('$)A', twoBytes(multiByte('gbk')))]],
]);

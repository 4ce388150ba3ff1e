import { ExtendedWriter, initialTable, type CodeTable } from './extendedWriter.ts';
import { DESIGNATIONS, type Designation, type GraphicSet } from './graphicSet.ts';
import { REPLACEMENT_CHARACTER } from './textEncoding.ts';

const ESC = 0x1b;
const SPACE = 0x20;
const HIGH_BIT = 0x80;
const NO_CODE = -1;

const BY_ESCAPE: ReadonlyMap<string, Designation> = new Map(
  [...DESIGNATIONS.values()].flat().map((designation) => [designation.escape, designation]),
);

const MAX_INTERMEDIATE_BYTES = 2;

/** ESC, intermediate bytes 20H–2FH, one final byte (ISO/IEC 2022): where it ends, and what follows ESC. */
const readEscape = (bytes: Uint8Array, start: number): { escape: string; end: number } => {
  const isIntermediate = (byte: number | undefined): boolean =>
    byte !== undefined && byte >= 0x20 && byte <= 0x2f;
  let end = start + 1;
  while (end <= start + MAX_INTERMEDIATE_BYTES && isIntermediate(bytes[end])) end++;
  end = Math.min(end + 1, bytes.length);
  return { escape: String.fromCharCode(...bytes.subarray(start + 1, end)), end };
};

/** The code of the character at `at`; two bytes of one character stand in the same half of the code table. */
const codeAt = (bytes: Uint8Array, at: number, { bytesPerCharacter }: GraphicSet): number => {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  if (bytesPerCharacter === 1) return first & ~HIGH_BIT;
  return ((first ^ second) & HIGH_BIT) === 0 ? (first & ~HIGH_BIT) * 256 + (second & ~HIGH_BIT) : NO_CODE;
};

/**
 * Text with code extensions (ISO/IEC 2022 as PS3.5 section 6.1.2.5 narrows it): escape sequences bring other sets into G0 or
 * G1, and every control character and delimiter brings back those of value 1 of Specific Character Set.
 */
export class CodeExtensions {
  readonly #announced: readonly Designation[];
  readonly #initial: CodeTable;

  /** `numbers`: the ISO-IR numbers of the values of Specific Character Set, each a key of `DESIGNATIONS`. */
  constructor(numbers: readonly number[]) {
    const values = numbers.map((number) => DESIGNATIONS.get(number) ?? []);
    this.#announced = values.flat();
    this.#initial = initialTable(values[0] ?? []);
  }

  /** `delimiters`: the characters that end a value, a component or a component group in this VR. */
  decode(bytes: Uint8Array, delimiters: string): string {
    // Some writers leave the escape out: bytes above 7FH can then only mean the first such set that is announced.
    const initialG0 = this.#initial.G0.set;
    const initialG1 = (this.#initial.G1 ?? this.#announced.find(({ half }) => half === 'G1'))?.set;
    let g0 = initialG0;
    let g1 = initialG1;
    let text = '';
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      if (byte === ESC) {
        const { escape, end } = readEscape(bytes, at);
        const designation = BY_ESCAPE.get(escape);
        if (designation === undefined) text += REPLACEMENT_CHARACTER;
        else if (designation.half === 'G0') g0 = designation.set;
        else g1 = designation.set;
        at = end;
        continue;
      }
      const set = byte < HIGH_BIT ? g0 : g1;
      const isPair = set?.bytesPerCharacter === 2 && byte !== SPACE;
      if (byte < SPACE || (!isPair && delimiters.includes(String.fromCharCode(byte)))) {
        text += String.fromCharCode(byte);
        g0 = initialG0;
        g1 = initialG1;
        at++;
        continue;
      }
      const character = byte === SPACE ? ' ' : set?.character(codeAt(bytes, at, set));
      text += character ?? REPLACEMENT_CHARACTER;
      at += isPair && character !== undefined ? 2 : 1;
    }
    return text;
  }

  encode(text: string, delimiters: string): Uint8Array {
    return new ExtendedWriter(this.#initial, this.#announced, delimiters).write(text);
  }
}

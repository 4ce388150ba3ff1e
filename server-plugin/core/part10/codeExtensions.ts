import { ASCII_IN_G0, DESIGNATIONS, type Designation, type GraphicSet } from './graphicSet.ts';
import { encodable, REPLACEMENT_CHARACTER } from './textEncoding.ts';

const ESC = 0x1b;
const SPACE = 0x20;

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

const codeAt = (bytes: Uint8Array, at: number, { bytesPerCharacter }: GraphicSet): number => {
  const first = (bytes[at] ?? 0) & 0x7f;
  return bytesPerCharacter === 1 ? first : first * 256 + ((bytes[at + 1] ?? 0) & 0x7f);
};

/**
 * Text with code extensions (ISO/IEC 2022 as PS3.5 section 6.1.2.5 narrows it): escape sequences bring other sets into G0 or
 * G1, and every control character and delimiter brings back those of value 1 of Specific Character Set.
 */
export class CodeExtensions {
  readonly #announced: readonly Designation[];
  readonly #g0: Designation;
  readonly #g1: Designation | undefined;

  /** `numbers`: the ISO-IR numbers of the values of Specific Character Set, each a key of `DESIGNATIONS`. */
  constructor(numbers: readonly number[]) {
    const values = numbers.map((number) => DESIGNATIONS.get(number) ?? []);
    this.#announced = values.flat();
    this.#g0 =
      values[0]?.find(({ half, set }) => half === 'G0' && set.bytesPerCharacter === 1) ?? ASCII_IN_G0;
    this.#g1 = values[0]?.find(({ half }) => half === 'G1');
  }

  /** `delimiters`: the characters that end a value, a component or a component group in this VR. */
  decode(bytes: Uint8Array, delimiters: string): string {
    // Some writers leave the escape out: bytes above 7FH can then only mean the first such set that is announced.
    const initialG1 = this.#g1 ?? this.#announced.find(({ half }) => half === 'G1');
    let g0 = this.#g0.set;
    let g1 = initialG1?.set;
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
      const set = byte < 0x80 ? g0 : g1;
      const isPair = set?.bytesPerCharacter === 2 && byte !== SPACE;
      if (byte < SPACE || (!isPair && delimiters.includes(String.fromCharCode(byte)))) {
        text += String.fromCharCode(byte);
        g0 = this.#g0.set;
        g1 = initialG1?.set;
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
    const bytes: number[] = [];
    const active = { G0: this.#g0, G1: this.#g1 };
    const designate = (designation: Designation): void => {
      if (active[designation.half] === designation) return;
      active[designation.half] = designation;
      bytes.push(ESC, ...Array.from(designation.escape, (character) => character.charCodeAt(0)));
    };
    // The yen sign of JIS X 0201 has the code of the backslash: where that delimits, it would split the value.
    const has = ({ set, half }: Designation, character: string): boolean => {
      const code = set.code(character);
      return code !== undefined && !(half === 'G0' && delimiters.includes(String.fromCharCode(code)));
    };
    const designationFor = (character: string): Designation | undefined =>
      [active.G0, active.G1, this.#g0, this.#g1, ...this.#announced].find(
        (designation) => designation !== undefined && has(designation, character),
      );
    const reset = (): void => {
      designate(this.#g0);
      if (this.#g1 === undefined) active.G1 = undefined;
      else designate(this.#g1);
    };
    for (const character of text) {
      // An escape in the text itself would bring in a set that nobody means: it is a character that no set has.
      if ((character < ' ' && character.charCodeAt(0) !== ESC) || delimiters.includes(character)) {
        reset();
        bytes.push(character.charCodeAt(0));
        continue;
      }
      const written = encodable(character, (candidate) => designationFor(candidate) !== undefined);
      const designation = designationFor(written) as Designation;
      designate(designation);
      const code = designation.set.code(written) as number;
      const highBit = designation.half === 'G1' ? 0x80 : 0;
      if (designation.set.bytesPerCharacter === 2) bytes.push((code >> 8) | highBit);
      bytes.push((code & 0xff) | highBit);
    }
    reset();
    return Uint8Array.from(bytes);
  }
}

import { ASCII_IN_G0, type Designation } from './graphicSet.ts';
import { encodable } from './textEncoding.ts';

const ESC = 0x1b;
const HIGH_BIT = 0x80;

/** What is in G0 and G1 of the code table. */
export interface CodeTable {
  readonly G0: Designation;
  readonly G1: Designation | undefined;
}

/** The code table that value 1 of Specific Character Set makes: that of every beginning (PS3.5 section 6.1.2.5.3). */
export const initialTable = (firstValue: readonly Designation[]): CodeTable => ({
  G0: firstValue.find(({ half, set }) => half === 'G0' && set.bytesPerCharacter === 1) ?? ASCII_IN_G0,
  G1: firstValue.find(({ half }) => half === 'G1'),
});

/** Writes one value with code extensions. */
export class ExtendedWriter {
  readonly #initial: CodeTable;
  readonly #announced: readonly Designation[];
  readonly #delimiters: string;
  readonly #bytes: number[] = [];
  #active: CodeTable;

  /** `announced`: all that Specific Character Set allows to be designated. */
  constructor(initial: CodeTable, announced: readonly Designation[], delimiters: string) {
    this.#initial = initial;
    this.#announced = announced;
    this.#delimiters = delimiters;
    this.#active = initial;
  }

  write(text: string): Uint8Array {
    for (const character of text) {
      // An escape in the text itself would bring in a set that nobody means: it is a character that no set has.
      const isControl = character < ' ' && character.charCodeAt(0) !== ESC;
      if (isControl || this.#delimiters.includes(character)) {
        this.#reset();
        this.#bytes.push(character.charCodeAt(0));
      } else {
        this.#writeCharacter(
          encodable(character, (candidate) => this.#designationFor(candidate) !== undefined),
        );
      }
    }
    this.#reset();
    return Uint8Array.from(this.#bytes);
  }

  #writeCharacter(character: string): void {
    const designation = this.#designationFor(character);
    const code = designation?.set.code(character);
    if (designation === undefined || code === undefined) return;
    this.#designate(designation);
    const highBit = designation.half === 'G1' ? HIGH_BIT : 0;
    if (designation.set.bytesPerCharacter === 2) this.#bytes.push((code >> 8) | highBit);
    this.#bytes.push((code & 0xff) | highBit);
  }

  #designationFor(character: string): Designation | undefined {
    const { G0, G1 } = this.#active;
    return [G0, G1, this.#initial.G0, this.#initial.G1, ...this.#announced].find(
      (designation) => designation !== undefined && this.#has(designation, character),
    );
  }

  /** The yen sign of JIS X 0201 has the code of the backslash: where that delimits, it would split the value. */
  #has({ set, half }: Designation, character: string): boolean {
    const code = set.code(character);
    return code !== undefined && !(half === 'G0' && this.#delimiters.includes(String.fromCharCode(code)));
  }

  #designate(designation: Designation): void {
    if (this.#active[designation.half] === designation) return;
    this.#active = { ...this.#active, [designation.half]: designation };
    this.#bytes.push(ESC, ...Array.from(designation.escape, (character) => character.charCodeAt(0)));
  }

  #reset(): void {
    this.#designate(this.#initial.G0);
    if (this.#initial.G1 !== undefined) this.#designate(this.#initial.G1);
    this.#active = this.#initial;
  }
}

import type { KnownValues } from './knownValues.ts';
import type { Token } from './token.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { wordForms } from './wordForms.ts';

/** How surely a word of a text is a word of a known name. */
export type Certainty = 'sure' | 'beside another' | 'none';

/** Names are cut in short attributes, and written with endings or together with others. */
const FEWEST_LETTERS_CUT = 4;
const FEWEST_LETTERS_INSIDE = 5;
const FEWEST_LETTERS = 3;

const WORD = /[\p{L}\p{M}]+/gu;
/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The words that known names are made of. */
export class KnownWords {
  readonly #words = new Set<string>();
  readonly #longWords: string[] = [];
  /** Of one character: names only where they stand alone. */
  readonly #single = new Set<string>();
  /** Of scripts without spaces: looked for as they are. */
  readonly unspaced: readonly string[];

  constructor({ people, values }: KnownValues, vocabulary: Vocabulary) {
    const unspaced = new Set<string>();
    const add = (word: string): void => {
      if (UNSPACED.test(word)) (word.length > 1 ? unspaced : this.#single).add(word);
      else for (const form of wordForms(word)) this.#words.add(form);
    };
    for (const person of people) {
      for (const [word] of person.matchAll(WORD)) add(word);
      for (const group of person.split('='))
        if (UNSPACED.test(group)) unspaced.add(group.replace(/[\s^]/gu, ''));
    }
    for (const value of values) {
      for (const [word] of value.matchAll(WORD)) {
        // Words of addresses and institutions, but not `Street` and `Hospital`.
        const isCommon = vocabulary.isTerm(word) || (vocabulary.isCommon(word) && !vocabulary.isName(word));
        if (word.length >= FEWEST_LETTERS_CUT && !isCommon) add(word);
      }
    }
    for (const word of this.#words) if (word.length >= FEWEST_LETTERS_CUT) this.#longWords.push(word);
    this.unspaced = [...unspaced].filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
  }

  get isEmpty(): boolean {
    return this.#words.size === 0 && this.#single.size === 0;
  }

  /** Whether a token is a known word, the beginning of one, or has one in it. */
  certaintyOf({ text, isNumber }: Token, vocabulary: Vocabulary): Certainty {
    if (isNumber || this.isEmpty) return 'none';
    if (this.#single.has(text)) return 'sure';
    const forms = [text, ...text.split(/['’]/)].flatMap((part) => (part.length > 1 ? wordForms(part) : []));
    const isTerm = vocabulary.isTerm(text);
    if (forms.some((form) => this.#words.has(form))) {
      return isTerm || text.length < FEWEST_LETTERS ? 'beside another' : 'sure';
    }
    if (text.length < FEWEST_LETTERS_CUT || isTerm || vocabulary.isCommon(text)) return 'none';
    const isPart = forms.some(
      (form) =>
        form.length >= FEWEST_LETTERS_CUT &&
        this.#longWords.some((word) => word.startsWith(form) || this.#isInside(word, form)),
    );
    return isPart ? 'sure' : 'none';
  }

  #isInside(word: string, form: string): boolean {
    return form.startsWith(word) || (word.length >= FEWEST_LETTERS_INSIDE && form.includes(word));
  }
}

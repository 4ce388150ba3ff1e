import type { KnownValues } from './knownValues.ts';
import { knownTexts, type KnownTexts } from './knownTexts.ts';
import { replaceDates, type TextDates } from './moveDates.ts';
import { SURE_PATTERNS, TEXT_PATTERNS, type Pattern } from './patterns.ts';
import { Spans } from './spans.ts';
import { tokensOf, type Token } from './token.ts';
import { isEponym } from './vocabulary/terms.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What texts are cleaned with. */
export interface TextContext {
  readonly known: KnownValues;
  readonly vocabulary: Vocabulary;
  readonly dates: TextDates;
  /** The pseudonym of an identifier, '' where it is to be removed. */
  readonly identifier: (known: string) => string;
  readonly uid: (original: string) => string;
}

/** Stands for what was removed from texts of several sentences; short ones close up. */
export const REMOVED_MARK = '[...]';

const UID = /(?<![\p{N}.])[0-2](?:\.(?:0|[1-9]\p{N}*)){2,}(?![\p{N}]|\.\p{N})/gu;
const FEWEST_COMPONENTS = 5;
const FEWEST_CHARACTERS_OF_UID = 16;
const FEWEST_DIGITS = 7;
const LONGEST_NUMBER = 4;
const LONGEST_UNKNOWN = 2;
const UNIT_BEHIND =
  /^ ?(?:[µunmckM]?(?:g|Gy|Sv|Bq|Ci|m|s|l|L|A|As|V|Hz|mol)|HU|IU|bpm|mmHg|%|ms|px|ppm)(?!\p{L})/u;
const OLD_AGE =
  /(?<!\p{N})(?:9\p{N}|1[0-4]\p{N})(?=[ -]*(?:y\/?o|y\.o|years?|yrs?|yr|y|jahre?|jährige?r?|ans|años|anni|anos|jaar)(?!\p{L}))/giu;
/** The genitive, and articles of Romance languages. */
const APOSTROPHES = /['’]s$|^(?:l|d|un|qu|dell|dall|all|sull|nell)['’]/i;
const BETWEEN_NAMES = /^[\s,.^_=&-]*$/;
const ALL_CAPITALS = /^[^\p{Ll}]*$/u;

/** Whether the digits of a run are too few to identify, or a quantity. */
const isShort = (text: string, run: readonly Token[]): boolean => {
  const numbers = run.filter(({ isNumber }) => isNumber);
  const digits = numbers.reduce((sum, number) => sum + number.text.length, 0);
  return digits <= LONGEST_NUMBER || numbers.every(({ end }) => UNIT_BEHIND.test(text.slice(end)));
};

/** A capital in the middle of a sentence, or alone in brackets: then also a clinical word is meant as a name. */
const isWrittenLikeName = (text: string, { start, end, text: word }: Token): boolean =>
  (/^\p{Lu}\p{Ll}+$/u.test(word) && /[\p{Ll}\p{N},;:] *\(?$/u.test(text.slice(0, start))) ||
  (text[start - 1] === '(' && text[end] === ')');

/** Removes from text what identifies, and keeps the rest (PS3.15 section E.3.5 and E.3.6). */
export class TextCleaner {
  readonly #context: TextContext;
  readonly #known: KnownTexts;

  constructor(context: TextContext) {
    this.#context = context;
    this.#known = knownTexts(context.known, context.vocabulary);
  }

  /** Free text: only what is known to identify nobody stays. */
  clean(text: string, mark: string): string {
    return this.#changed('all', text, mark);
  }

  /** Text that the profile keeps: what is known to identify, or identifies by its form, goes. */
  scrub(text: string, mark: string): string {
    return this.#changed('known', text, mark);
  }

  #changed(which: 'all' | 'known', text: string, mark: string): string {
    const way = `${which} ${mark}\n`;
    const before = this.#known.resultOf(way, text);
    if (before !== undefined) return before;
    const spans = new Spans();
    // UIDs, dates and identifiers become what they are in this object, and are not the same in the next one.
    const isOfObject = [
      this.#replaceUids(text, spans),
      replaceDates(text, this.#context.dates, spans, which),
      this.#replacePhrases(text, spans),
    ].includes(true);
    const tokens = tokensOf(text);
    this.#removePatterns(text, tokens, which === 'all' ? TEXT_PATTERNS : SURE_PATTERNS, spans);
    if (which === 'all')
      for (const { index, 0: age } of text.matchAll(OLD_AGE)) spans.add(index, index + age.length, '90+');
    this.#removeKnownWords(text, tokens, spans);
    if (which === 'all') this.#removeUnknownWords(text, tokens, spans);
    const result = spans.applyTo(text, mark);
    if (!isOfObject) this.#known.keep(way, text, result);
    return result;
  }

  /** Whether there is a UID, or what looks like one. */
  #replaceUids(text: string, spans: Spans): boolean {
    const { known, uid } = this.#context;
    let isAny = false;
    for (const { 0: dotted, index } of text.matchAll(UID)) {
      isAny = true;
      const isLong =
        dotted.split('.').length >= FEWEST_COMPONENTS && dotted.length >= FEWEST_CHARACTERS_OF_UID;
      if (isLong || known.uids.has(dotted)) spans.add(index, index + dotted.length, uid(dotted));
    }
    return isAny;
  }

  /** Whether there is one. */
  #replacePhrases(text: string, spans: Spans): boolean {
    let isAny = false;
    if (this.#known.phrases === null) return isAny;
    for (const { 0: phrase, index } of text.matchAll(this.#known.phrases)) {
      isAny = true;
      spans.add(index, index + phrase.length, this.#context.identifier(phrase));
    }
    return isAny;
  }

  #removePatterns(text: string, tokens: readonly Token[], patterns: readonly Pattern[], spans: Spans): void {
    for (const { expression, removes, trigger } of patterns) {
      if (trigger instanceof RegExp ? !trigger.test(text) : !tokens.some(({ bare }) => trigger.has(bare)))
        continue;
      for (const match of text.matchAll(expression)) {
        const [all, group = all] = match;
        const start = match.index + all.lastIndexOf(group);
        const end = start + group.length;
        const digits = group.replace(/\P{N}/gu, '').length;
        const isWhole =
          removes === 'all' ||
          (removes === 'value' && digits > 0) ||
          (removes === 'number' && digits >= FEWEST_DIGITS);
        if (isWhole) spans.add(start, end, '');
        else if (removes !== 'number') this.#removeNames(text, tokens, start, end, removes === 'name', spans);
      }
    }
  }

  /** Of the words of a match those that are no terms; what follows a title is a name whatever it is. */
  #removeNames(
    text: string,
    tokens: readonly Token[],
    start: number,
    end: number,
    isName: boolean,
    spans: Spans,
  ): void {
    const { vocabulary } = this.#context;
    const isShouted = ALL_CAPITALS.test(text);
    let isFirst = isName;
    for (const token of tokens.filter((candidate) => candidate.start >= start && candidate.end <= end)) {
      const isTerm = vocabulary.isTerm(token.text);
      if (isFirst ? !(isShouted && (isTerm || vocabulary.isCommon(token.text))) : !isTerm) {
        spans.add(token.start, token.end, '');
      } else if (isName) return;
      isFirst = false;
    }
  }

  #removeKnownWords(text: string, tokens: readonly Token[], spans: Spans): void {
    for (const word of this.#known.words.unspaced) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        spans.add(at, at + word.length, '');
    }
    if (this.#known.words.isEmpty) return;
    const certainties = tokens.map((token) => this.#known.words.certaintyOf(token, this.#context.vocabulary));
    const isBeside = (index: number, other: number): boolean => {
      const [a, b] = [tokens[Math.min(index, other)], tokens[Math.max(index, other)]];
      return a !== undefined && b !== undefined && BETWEEN_NAMES.test(text.slice(a.end, b.start));
    };
    const removed = new Set<number>();
    certainties.forEach((certainty, index) => {
      const isPair = [index - 1, index + 1].some(
        (other) =>
          (certainties[other] ?? 'none') !== 'none' &&
          tokens[other]?.bare !== tokens[index]?.bare &&
          isBeside(index, other),
      );
      const token = tokens[index];
      const isLikeName = token !== undefined && isWrittenLikeName(text, token);
      if (certainty === 'sure' || (certainty !== 'none' && (isPair || isLikeName))) removed.add(index);
    });
    for (const index of removed) {
      const token = tokens[index];
      if (token !== undefined) spans.add(token.start, token.end, '');
      // Initials beside a name belong to it.
      for (const other of [index - 1, index + 1]) {
        const initial = tokens[other];
        const isInitial = initial?.text.length === 1 && initial.isCapitalised && !initial.isJoined;
        if (isInitial && isBeside(index, other)) {
          spans.add(initial.start, initial.end + (text[initial.end] === '.' ? 1 : 0), '');
        }
      }
    }
  }

  /** Letters and digits that stand together go together. */
  #removeUnknownWords(text: string, tokens: readonly Token[], spans: Spans): void {
    let first = 0;
    while (first < tokens.length) {
      let after = first + 1;
      while (tokens[after]?.isJoined === true) after++;
      const run = tokens.slice(first, after);
      const next = tokens[after];
      const isKept =
        run.every((token, at) => this.#isHarmless(text, token, run[at + 1] ?? next)) && isShort(text, run);
      if (!isKept) for (const { start, end } of run) spans.add(start, end, '');
      first = after;
    }
  }

  #isHarmless(text: string, token: Token, next: Token | undefined): boolean {
    return token.isNumber || this.#isHarmlessWord(text, token, next);
  }

  #isHarmlessWord(text: string, token: Token, next: Token | undefined): boolean {
    const { vocabulary } = this.#context;
    const word = token.text.replace(APOSTROPHES, '');
    if (word.length <= LONGEST_UNKNOWN || vocabulary.isTerm(word)) return true;
    const noun = next !== undefined && BETWEEN_NAMES.test(text.slice(token.end, next.start)) ? next.bare : '';
    if (isEponym(token.bare.replace(APOSTROPHES, ''), noun)) return true;
    return vocabulary.isCommon(word) && !(token.isCapitalised && vocabulary.isName(word));
  }
}

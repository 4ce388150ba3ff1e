import type { Vocabulary } from './vocabulary/vocabulary.ts';

const FEWEST_CHARACTERS = 4;
const SEPARATORS_OF_PARTS = /[,;/\n\r\t^|]+/;
const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;
const HOLDS_WORD = /[\p{L}\p{N}]/u;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/** The parts of a telephone number or an address may be written with other separators. */
const flexible = (phrase: string): string =>
  escaped(phrase).replace(/(?:\s|\\[-./()])+/g, String.raw`[\s./()-]*`);

/** An identifier as it stands, or a part of an address; not a word that anybody may use. */
const phrasesOf = (value: string, vocabulary: Vocabulary): readonly string[] =>
  [value, ...value.split(SEPARATORS_OF_PARTS)]
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.length >= FEWEST_CHARACTERS && HOLDS_WORD.test(phrase))
    .filter(
      (phrase) => !LETTERS_ONLY.test(phrase) || !(vocabulary.isTerm(phrase) || vocabulary.isCommon(phrase)),
    );

/** A regular expression that finds known identifiers, addresses and institutions in text; null where none is known. */
export const knownPhrases = (values: Iterable<string>, vocabulary: Vocabulary): RegExp | null => {
  const phrases = new Set([...values].flatMap((value) => phrasesOf(value, vocabulary)));
  if (phrases.size === 0) return null;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map(flexible);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{N}])`, 'giu');
};

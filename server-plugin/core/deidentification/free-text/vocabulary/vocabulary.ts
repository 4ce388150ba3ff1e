import { bareWord } from '../wordForms.ts';

/** Words that identify nobody. Cleaned text keeps these, and drops what is none of them. */
export interface Vocabulary {
  /** Clinical, anatomical and technical words, eponyms among them: kept however they are written. */
  readonly isTerm: (word: string) => boolean;
  /** Everyday words: one that is a name too is kept only where it is not written like a name. */
  readonly isCommon: (word: string) => boolean;
  /** Given and family names. */
  readonly isName: (word: string) => boolean;
}

const SHORTEST_PART = 3;
const bareSet = (words: Iterable<string>): ReadonlySet<string> => new Set(Array.from(words, bareWord));

/** A word, its plural's singular, or two terms written as one (`sagknee`, `Schädelbasis`). */
const isTermIn = (terms: ReadonlySet<string>, names: ReadonlySet<string>, bare: string): boolean => {
  if (terms.has(bare) || (bare.endsWith('S') && terms.has(bare.slice(0, -1)))) return true;
  if (names.has(bare)) return false;
  for (let at = SHORTEST_PART; at <= bare.length - SHORTEST_PART; at++) {
    if (terms.has(bare.slice(0, at)) && terms.has(bare.slice(at))) return true;
  }
  return false;
};

/**
 * A vocabulary of lists of words; case and diacritics do not matter.
 *
 * @param common and names may be empty: then only terms are kept
 */
export const vocabularyOf = (
  terms: Iterable<string>,
  common: Iterable<string> = [],
  names: Iterable<string> = [],
): Vocabulary => {
  const [termSet, commonSet, nameSet] = [bareSet(terms), bareSet(common), bareSet(names)];
  return {
    isTerm: (word) => isTermIn(termSet, nameSet, bareWord(word)),
    isCommon: (word) => commonSet.has(bareWord(word)),
    isName: (word) => nameSet.has(bareWord(word)),
  };
};

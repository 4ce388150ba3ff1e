import { ANATOMICAL_TERMS } from './anatomicalTerms.ts';
import { CLINICAL_TERMS } from './clinicalTerms.ts';
import { EPONYM_NOUNS, EPONYMS } from './eponyms.ts';
import { TECHNICAL_TERMS } from './technicalTerms.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The project's own list of clinical, anatomical and technical words. */
export const TERMS: readonly string[] = [ANATOMICAL_TERMS, CLINICAL_TERMS, TECHNICAL_TERMS].flatMap((list) =>
  list.trim().split(/[\s-]+/),
);

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().toUpperCase().split(/\s+/));
const EPONYM_SET = wordsOf(EPONYMS);
const EPONYM_NOUN_SET = wordsOf(EPONYM_NOUNS);

/** Whether two words that follow each other name a disease, a sign or an instrument: bare, `BAKER` and `CYST`. */
export const isEponym = (word: string, next: string): boolean =>
  EPONYM_SET.has(word) && EPONYM_NOUN_SET.has(next);

/** Terms alone: every other word of a cleaned text is removed. */
export const TERMS_ONLY = vocabularyOf(TERMS);

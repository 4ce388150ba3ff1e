/** What the header tells of a person, folded so that a reading can be compared with it. */
export interface HeaderTerms {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

const LEAST_WORD = 3;
const LEAST_NUMBER = 4;
/** Longer words may differ from the reading by one character. */
const LEAST_FUZZY_WORD = 5;

/** Letters and digits that readers take for each other become one; blanks, accents and marks go. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
};

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[OQDILSBZ]/g, (character) => LOOKALIKES[character] ?? character);

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** The orders in which a date (YYYYMMDD, PS3.5 section 6.2) is written in digits. */
const dateForms = (date: string): readonly string[] => {
  const [, year, month, day] = /^((?:18|19|20)\d\d)(\d\d)(\d\d)/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return [];
  const short = year.slice(2);
  return [year, short].flatMap((y) => [y + month + day, day + month + y, month + day + y]);
};

/** @param values the identifying values of a header as text: names, identifiers, dates, places. Held in memory only. */
export const headerTermsOf = (values: readonly string[]): HeaderTerms => {
  const words = values.flatMap((value) => value.split(/[\s^=,\\/]+/)).map(folded);
  const numbers = values.flatMap((value) => [digitsOf(value), ...dateForms(value)]);
  return {
    words: [...new Set(words.filter((word) => word.length >= LEAST_WORD))],
    numbers: [...new Set(numbers.filter((number) => number.length >= LEAST_NUMBER))],
  };
};

/** Whether `word` occurs in `text` with at most one character replaced. */
const occursAlmost = (word: string, text: string): boolean => {
  for (let start = 0; start + word.length <= text.length; start += 1) {
    let different = 0;
    for (let i = 0; i < word.length && different < 2; i += 1) if (word[i] !== text[start + i]) different += 1;
    if (different < 2) return true;
  }
  return false;
};

/** Whether a reading holds anything that the header tells of a person. */
export const matchesHeader = (reading: string, { words, numbers }: HeaderTerms): boolean => {
  const text = folded(reading);
  const digits = digitsOf(reading);
  return (
    numbers.some((number) => digits.includes(number)) ||
    words.some((word) => (word.length < LEAST_FUZZY_WORD ? text.includes(word) : occursAlmost(word, text)))
  );
};

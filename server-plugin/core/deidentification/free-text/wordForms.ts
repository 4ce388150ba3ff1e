/** Letters that Unicode does not decompose, as names are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  Ø: 'O',
  Þ: 'TH',
  ẞ: 'SS',
  Đ: 'D',
  Ł: 'L',
  Œ: 'OE',
  İ: 'I',
};
const UMLAUTS: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', Å: 'AA', Ø: 'OE' };

const ASCII_LETTERS = /^[A-Za-z]*$/;

const withoutMarks = (upper: string): string =>
  upper
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ÆÐØÞẞĐŁŒİ]/g, (letter) => LETTERS[letter] ?? letter);

/** A word without case and diacritics: `Müller` is `MULLER`, `Straße` is `STRASSE`. */
export const bareWord = (word: string): string => {
  const upper = word.toUpperCase();
  return ASCII_LETTERS.test(word) ? upper : withoutMarks(upper);
};

/** The ways a word is written without diacritics: `Müller` as `MULLER` and `MUELLER`. */
export const wordForms = (word: string): readonly string[] => {
  if (ASCII_LETTERS.test(word)) return [word.toUpperCase()];
  const upper = word.toUpperCase().normalize('NFC');
  const expanded = withoutMarks(upper.replace(/[ÄÖÜÅØ]/g, (letter) => UMLAUTS[letter] ?? letter));
  return [...new Set([withoutMarks(upper), expanded])];
};

// Months as they are written in full and shortened, by language: English, German, French, Spanish, Italian, Portuguese, Dutch.
const LANGUAGES = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'janv févr mars avr mai juin juil août sept oct nov déc',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene feb mar abr may jun jul ago sep oct nov dic',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
].map((months) => months.split(' '));

const bare = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const BY_WORD: ReadonlyMap<string, { readonly months: readonly string[]; readonly month: number }> = new Map(
  LANGUAGES.toReversed().flatMap((months) =>
    months.flatMap((word, index) =>
      [...new Set([word, bare(word)])].map(
        (key) => [key.toLowerCase(), { months, month: index + 1 }] as const,
      ),
    ),
  ),
);

/** A part of a regular expression for the name of a month, the longest first. */
export const MONTH_PATTERN = [...BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|');

/** The month, counted from 1, that a word names; 0 where it names none. */
export const monthOf = (word: string): number => BY_WORD.get(word.toLowerCase())?.month ?? 0;

const inCaseOf = (word: string, example: string): string => {
  if (example === example.toUpperCase()) return word.toUpperCase();
  return example.startsWith(example.slice(0, 1).toUpperCase())
    ? word.slice(0, 1).toUpperCase() + word.slice(1)
    : word.toLowerCase();
};

/** Another month in the language, length and case in which a month is written. */
export const monthLike = (example: string, month: number): string =>
  inCaseOf(BY_WORD.get(example.toLowerCase())?.months[month - 1] ?? '', example);

import { monthLike, monthOf, MONTH_PATTERN } from './monthNames.ts';

/** A calendar day; `day` is 0 where only a month is told, `month` too where only a year is. */
export interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date as it stands in a text, with the days that it may mean, and how another day is written like it. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  /** Several where 03/04 may be March or April. */
  readonly meanings: readonly WrittenDay[];
  /** Writes the day that replaces one of the meanings. */
  readonly write: (day: WrittenDay, meaning: number) => string;
}

const pad = (value: number, example: string): string =>
  example.length === 2 && value < 100 ? String(value).padStart(2, '0') : String(value);

const isDay = ({ year, month, day }: WrittenDay): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Two digits: of this century up to 68, as POSIX reads them. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < 69 ? 2000 : 1900);
};
const yearLike = (year: number, example: string): string =>
  example.length === 2 ? String(year % 100).padStart(2, '0') : String(year).padStart(4, '0');

type Reader = (match: RegExpExecArray) => Pick<WrittenDate, 'meanings' | 'write'>;
const YEAR = String.raw`(?:19|20)\d{2}`;
const BEFORE = String.raw`(?<![\p{N}.,])`;
const AFTER = String.raw`(?!\p{N}|[.,]\p{N})`;
const expression = (pattern: string): RegExp => new RegExp(BEFORE + pattern + AFTER, 'giu');

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    // 20170409, and a time or more digits behind it that make a DT
    new RegExp(
      String.raw`(?<!\p{N})(${YEAR})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\p{N}{1,3}(?!\p{N})|\p{N}{9})`,
      'gu',
    ),
    ([, year = '', month = '', day = '']) => ({
      meanings: [{ year: Number(year), month: Number(month), day: Number(day) }],
      write: (d) => yearLike(d.year, year) + pad(d.month, month) + pad(d.day, day),
    }),
  ],
  [
    expression(
      String.raw`(${YEAR})([-/. ]|年|년 ?)(\d{1,2})([-/. ]|月|월 ?)(\d{1,2})(日|일|(?=T?\P{N}|T\p{N}|$))`,
    ),
    ([, year = '', first = '', month = '', second = '', day = '', behind = '']) => ({
      meanings:
        first === second || /[年년]/u.test(first)
          ? [{ year: Number(year), month: Number(month), day: Number(day) }]
          : [],
      write: (d) => yearLike(d.year, year) + first + pad(d.month, month) + second + pad(d.day, day) + behind,
    }),
  ],
  [
    expression(String.raw`(\d{1,2})([-/.] ?)(\d{1,2})\2(${YEAR}|\d{2})`),
    ([, first = '', separator = '', second = '', year = '']) => {
      const dayFirst = { year: fullYear(year), month: Number(second), day: Number(first) };
      const monthFirst = { year: fullYear(year), month: Number(first), day: Number(second) };
      // 1.2.17 is rather a version or a count of sections.
      const isShort = year.length === 2 && first.length + second.length < 4 && separator !== '/';
      return {
        meanings: isShort ? [] : separator.startsWith('.') ? [dayFirst, monthFirst] : [monthFirst, dayFirst],
        write: (d, meaning) => {
          const isDayFirst = separator.startsWith('.') === (meaning === 0);
          const parts = isDayFirst
            ? [pad(d.day, first), pad(d.month, second)]
            : [pad(d.month, first), pad(d.day, second)];
          return [...parts, yearLike(d.year, year)].join(separator);
        },
      };
    },
  ],
  [
    expression(
      String.raw`(\d{1,2})((?:st|nd|rd|th)?\.?[ -]*(?:of |de |di )?)(${MONTH_PATTERN})(\.?,?[ -]*(?:de |del )?)(${YEAR}|\d{2})`,
    ),
    ([, day = '', between = '', month = '', behind = '', year = '']) => ({
      meanings: [{ year: fullYear(year), month: monthOf(month), day: Number(day) }],
      write: (d) => pad(d.day, day) + between + monthLike(month, d.month) + behind + yearLike(d.year, year),
    }),
  ],
  [
    expression(String.raw`(?<!\p{L})(${MONTH_PATTERN})(\.?[ -]*)(\d{1,2})((?:st|nd|rd|th)?,?[ -]+)(${YEAR})`),
    ([, month = '', between = '', day = '', behind = '', year = '']) => ({
      meanings: [{ year: Number(year), month: monthOf(month), day: Number(day) }],
      write: (d) => monthLike(month, d.month) + between + pad(d.day, day) + behind + yearLike(d.year, year),
    }),
  ],
  [
    expression(String.raw`(?<!\p{L})(${MONTH_PATTERN})(\.?,?[ -/]*(?:of |de |del )?)(${YEAR})`),
    ([, month = '', between = '', year = '']) => ({
      meanings: [{ year: Number(year), month: monthOf(month), day: 0 }],
      write: (d) => monthLike(month, d.month) + between + yearLike(d.year, year),
    }),
  ],
  [
    expression(String.raw`(0?[1-9]|1[0-2])([/-])(${YEAR})`),
    ([, month = '', between = '', year = '']) => ({
      meanings: [{ year: Number(year), month: Number(month), day: 0 }],
      write: (d) => pad(d.month, month) + between + yearLike(d.year, year),
    }),
  ],
  [
    expression(
      String.raw`(?<=(?<!\p{L})(?:in|since|from|of|year|before|after|until|till|seit|von|vom|im|jahr|depuis|en|desde|dal|sinds) |\()(${YEAR})(?= *(?:[,;.)]|$|\p{L}{3,}))`,
    ),
    ([, year = '']) => ({
      meanings: [{ year: Number(year), month: 0, day: 0 }],
      write: (d) => yearLike(d.year, year),
    }),
  ],
];

const isMeaning = (day: WrittenDay): boolean =>
  (day.month === 0 || day.month <= 12) && (day.day === 0 || isDay(day));

/** What every date has: it spares most texts the search. */
const MAY_BE_DATE = /\p{N}{4}|\p{N}[./-] ?\p{N}{1,2}[./-]|\p{N}\P{N}*\p{L}{3}\P{N}*\p{N}{2}/u;

/** Every date in a text, in any of the usual forms; days that no calendar has are none. A place may be found more than once. */
export const datesIn = (text: string): readonly WrittenDate[] =>
  (MAY_BE_DATE.test(text) ? readers : []).flatMap(([pattern, read]) =>
    Array.from(text.matchAll(pattern), (match): WrittenDate => {
      const { meanings, write } = read(match);
      return {
        start: match.index,
        end: match.index + match[0].length,
        meanings: meanings.map((day) => (isMeaning(day) ? day : { year: 0, month: 0, day: 0 })),
        write,
      };
    }).filter(({ meanings }) => meanings.some(({ year }) => year > 0)),
  );

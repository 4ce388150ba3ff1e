import { HIGHEST_AGE_YEARS } from '../plan/age.ts';
import { shiftDate, yearsBetween } from '../plan/dates.ts';
import { datesIn, type WrittenDate, type WrittenDay } from './datesInText.ts';
import type { Spans } from './spans.ts';

/** What becomes of dates in text: what the profile does with the attributes that are dates. */
export interface TextDates {
  readonly handling: 'move' | 'keep' | 'remove';
  readonly shiftDays: number;
  /** The day of the examination, YYYYMMDD, or null. */
  readonly day: string | null;
  /** YYYYMMDD, or ''. */
  readonly birthDate: string;
  /** Days that stand in attributes of the object, YYYYMMDD: they tell what 03/04 means. */
  readonly knownDays: ReadonlySet<string>;
}

const MIDDLE_OF_MONTH = 15;
const MIDDLE_OF_YEAR = 7;

const digitsOf = ({ year, month, day }: WrittenDay): string =>
  String(year).padStart(4, '0') +
  String(month === 0 ? MIDDLE_OF_YEAR : month).padStart(2, '0') +
  String(day === 0 ? MIDDLE_OF_MONTH : day).padStart(2, '0');

const dayOf = (digits: string, { month, day }: WrittenDay): WrittenDay => ({
  year: Number(digits.slice(0, 4)),
  month: month === 0 ? 0 : Number(digits.slice(4, 6)),
  day: day === 0 ? 0 : Number(digits.slice(6)),
});

/** Of two meanings the one that the object knows; else the one before and nearest to the examination; else the first. */
const meaningOf = ({ meanings }: WrittenDate, { day, knownDays, birthDate }: TextDates): number => {
  const valid = meanings.flatMap((meaning, index) => (meaning.year > 0 ? [index] : []));
  const digitsAt = (index: number): string => {
    const meaning = meanings[index];
    return meaning === undefined ? '' : digitsOf(meaning);
  };
  const known = valid.find((index) => knownDays.has(digitsAt(index)) || digitsAt(index) === birthDate);
  if (known !== undefined || valid.length === 1 || day === null) return known ?? valid[0] ?? 0;
  const before = valid.filter((index) => digitsAt(index) <= day);
  return before.toSorted((a, b) => Number(digitsAt(b)) - Number(digitsAt(a)))[0] ?? valid[0] ?? 0;
};

const movedText = (date: WrittenDate, dates: TextDates): string => {
  const index = meaningOf(date, dates);
  const meaning = date.meanings[index];
  if (meaning === undefined) return '';
  const digits = digitsOf(meaning);
  // Of very old people neither the birth date nor what else happened ninety years ago may be told.
  if (dates.day !== null && yearsBetween(digits, dates.day) > HIGHEST_AGE_YEARS) return '';
  const shifted = shiftDate(digits, dates.shiftDays);
  return shifted === null ? '' : date.write(dayOf(shifted, meaning), index);
};

/** Whether one of the meanings is a day that an attribute of the object or its study has. */
const isKnown = ({ meanings }: WrittenDate, { knownDays }: TextDates): boolean =>
  meanings.some((meaning) => meaning.day > 0 && knownDays.has(digitsOf(meaning)));

const isBirthDate = ({ meanings }: WrittenDate, { birthDate }: TextDates): boolean =>
  meanings.some((meaning) => meaning.day > 0 && digitsOf(meaning) === birthDate);

/**
 * Moves, keeps or removes the dates of a text. Where dates stay, the birth date goes.
 *
 * @returns whether there is a date, or what looks like one
 * @param which `known`: only those that attributes have; what else looks like a date may be something else
 */
export const replaceDates = (
  text: string,
  dates: TextDates,
  spans: Spans,
  which: 'all' | 'known' = 'all',
): boolean => {
  const found = datesIn(text);
  for (const date of found) {
    if (which === 'known' && !isKnown(date, dates)) continue;
    const { start, end } = date;
    if (dates.handling === 'move') spans.add(start, end, movedText(date, dates));
    else {
      const stays = dates.handling === 'keep' && !isBirthDate(date, dates);
      spans.add(start, end, stays ? text.slice(start, end) : '');
    }
  }
  return found.length > 0;
};

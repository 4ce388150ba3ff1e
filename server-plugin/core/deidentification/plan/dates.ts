const MS_PER_DAY = 86_400_000;

/** YYYYMMDD, or YYYY.MM.DD as in versions before 3.0 (PS3.5 section 6.2). */
const DATE = /^(\d{4})(\.?)(\d{2})\2(\d{2})$/;
/** HH[MM[SS[.FFFFFF]]], with colons as in versions before 3.0. */
const TIME = /^([01]\d|2[0-3])(:?[0-5]\d(:?[0-6]\d(\.\d{1,6})?)?)?$/;
/** What may follow the day in a DT: a time, an offset from UTC. */
const TIME_OF_DATE_TIME = /^(([01]\d|2[0-3])([0-5]\d([0-6]\d(\.\d{1,6})?)?)?)?([+-]\d{4})?$/;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** The UTC midnight of a calendar day, or null where there is no such day. */
const dayOf = (year: number, month: number, day: number): number | null => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
};

/**
 * A DA value moved by whole days, in the same form; null where it is not a whole, valid date, which nothing can be said of.
 */
export const shiftDate = (value: string, days: number): string | null => {
  const [, year, dot = '', month, day] = DATE.exec(value) ?? [];
  if (year === undefined) return null;
  const midnight = dayOf(Number(year), Number(month), Number(day));
  if (midnight === null) return null;
  const shifted = new Date(midnight + days * MS_PER_DAY);
  const shiftedYear = shifted.getUTCFullYear();
  if (shiftedYear < 1 || shiftedYear > 9999) return null;
  return [pad(shiftedYear, 4), pad(shifted.getUTCMonth() + 1, 2), pad(shifted.getUTCDate(), 2)].join(dot);
};

/** A DT value moved by whole days: time of day and offset from UTC stay; null where the day is missing or not valid. */
export const shiftDateTime = (value: string, days: number): string | null => {
  const rest = value.slice(8);
  const date = TIME_OF_DATE_TIME.test(rest) && !value.startsWith('.') ? value.slice(0, 8) : '';
  const shifted = date.includes('.') ? null : shiftDate(date, days);
  return shifted === null ? null : shifted + rest;
};

export const isTime = (value: string): boolean => TIME.test(value);

/** Whole years from a birth date to a day, both YYYYMMDD. */
export const yearsBetween = (birthDate: string, day: string): number =>
  Math.floor((Number(day) - Number(birthDate)) / 10_000);

import { HIGHEST_AGE_YEARS } from './age.ts';
import { shiftDate, yearsBetween } from './dates.ts';
import type { Subject } from './subject.ts';

/**
 * A birth date moved like all dates of the patient; that of a person older than 89 years becomes the first of January 90 years
 * before the examination. Null where the age cannot be told: the date might then be that of a very old person.
 */
export const movedBirthDate = (value: string, { day, pseudonym }: Subject): string | null => {
  const shifted = shiftDate(value, pseudonym.dateShiftDays);
  const shiftedDay = day === null ? null : shiftDate(day, pseudonym.dateShiftDays);
  if (shifted === null || day === null || shiftedDay === null) return null;
  if (yearsBetween(value.replaceAll('.', ''), day) <= HIGHEST_AGE_YEARS) return shifted;
  const year = Number(shiftedDay.slice(0, 4)) - HIGHEST_AGE_YEARS - 1;
  return `${String(year).padStart(4, '0')}0101`;
};

import { describe, expect, test } from 'vitest';
import { nextBeginning, WorkingHours } from '../../../server-plugin/src/jobs/workingHours.ts';

const night = WorkingHours.parse({ from: '20:00', to: '06:00' });
/** Local time; 1 January 2024 was a Monday. */
const at = (day: number, hours: number, minutes = 0): Date => new Date(2024, 0, day, hours, minutes);

describe('working hours', () => {
  test.each([
    ['in the evening', at(1, 20), null],
    ['after midnight', at(2, 5, 59), null],
    ['in the morning', at(2, 6), at(2, 20)],
    ['just before', at(1, 19, 59), at(1, 20)],
  ])('of a night, %s', (_, now, beginning) => {
    expect(nextBeginning(night, now)).toEqual(beginning);
  });

  test('hours of a day end on that day', () => {
    const day = WorkingHours.parse({ from: '08:00', to: '17:30' });
    expect(nextBeginning(day, at(1, 17, 29))).toBeNull();
    expect(nextBeginning(day, at(1, 17, 30))).toEqual(at(2, 8));
  });

  test('days are those on which the hours begin', () => {
    const weekend = WorkingHours.parse({ from: '22:00', to: '06:00', days: [6] });
    // Saturday the 6th.
    expect(nextBeginning(weekend, at(1, 12))).toEqual(at(6, 22));
    expect(nextBeginning(weekend, at(7, 5))).toBeNull();
    expect(nextBeginning(weekend, at(7, 6))).toEqual(at(13, 22));
  });

  test.each([
    { from: '24:00', to: '06:00' },
    { from: '8:00', to: '06:00' },
    { from: '08:00', to: '09:00', days: [] },
  ])('what is no time is refused: %j', (hours) => {
    expect(WorkingHours.safeParse(hours).success).toBe(false);
  });
});

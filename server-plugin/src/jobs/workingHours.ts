import { z } from 'zod';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like 22:30');

/** When the jobs of exports may begin, in the local time of the worker; from 20:00 to 06:00 is a night. */
export const WorkingHours = z.strictObject({
  from: Time,
  to: Time,
  /** Days on which the hours begin: 0 is Sunday. */
  days: z.array(z.int().min(0).max(6)).min(1).default([0, 1, 2, 3, 4, 5, 6]),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

const DAYS_OF_WEEK = 7;

const at = (day: Date, offset: number, time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + offset, hours, minutes);
};

/** When the hours next begin; null where they have begun. */
export const nextBeginning = ({ from, to, days }: WorkingHours, now: Date): Date | null => {
  // Hours that began yesterday may still last.
  for (let offset = -1; offset <= DAYS_OF_WEEK; offset++) {
    const begin = at(now, offset, from);
    if (!days.includes(begin.getDay())) continue;
    const end = at(now, to > from ? offset : offset + 1, to);
    if (now < begin) return begin;
    if (now < end) return null;
  }
  throw new Error('hours that never begin');
};

/** Ages above are one group (45 CFR 164.514(b)(2)(i)(C)). */
export const HIGHEST_AGE_YEARS = 89;
export const AGE_OF_THE_OLDEST = '090Y';

const AGE = /^(\d{3})([DWMY])$/;
const UNITS_PER_YEAR: Readonly<Record<string, number>> = { D: 365.25, W: 52.18, M: 12, Y: 1 };

/** An AS value, `090Y` for every age above 89 years; null where it is no AS (PS3.5 section 6.2). */
export const cappedAge = (value: string): string | null => {
  const [, count, unit = ''] = AGE.exec(value) ?? [];
  if (count === undefined) return null;
  const years = Math.floor(Number(count) / (UNITS_PER_YEAR[unit] ?? 1));
  return years > HIGHEST_AGE_YEARS ? AGE_OF_THE_OLDEST : value;
};

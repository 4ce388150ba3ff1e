/** A date (YYYYMMDD) as screens show it: day, month and year with the separator between. */
export const shownDate = (date: string, separator: string): string =>
  [date.slice(6), date.slice(4, 6), date.slice(0, 4)].join(separator);

/** A time (HHMMSS) as screens show it. */
export const shownTime = (time: string, parts: 2 | 3): string =>
  [time.slice(0, 2), time.slice(2, 4), time.slice(4)].slice(0, parts).join(':');

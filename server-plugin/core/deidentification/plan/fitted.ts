import type { VR } from '../../part10/index.ts';

/** The most characters of one value (PS3.5 table 6.2-1). */
const MOST_CHARACTERS: Partial<Readonly<Record<VR, number>>> = {
  AE: 16,
  CS: 16,
  LO: 64,
  LT: 10_240,
  PN: 64,
  SH: 16,
  ST: 1024,
  UI: 64,
};

/** A new value cut to what its VR may hold. */
export const fitted = (value: string, vr: VR): string => {
  const most = MOST_CHARACTERS[vr];
  return most === undefined || value.length <= most
    ? value
    : Array.from(value).slice(0, most).join('').trimEnd();
};

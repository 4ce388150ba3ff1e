import type { RegionCounts } from '@pseudonymize-redact/core/contract';

type Class = Exclude<keyof RegionCounts, 'drawn' | 'outside'>;

/**
 * Counts the regions of one instance by class.
 *
 * @param total of all that were blanked: what is in no order lies outside the ultrasound regions
 */
export const regionCountsOf = (
  regions: readonly { readonly textClass?: Class | undefined }[],
  total: number,
): RegionCounts => {
  const countOf = (wanted: Class | undefined): number =>
    regions.filter(({ textClass }) => textClass === wanted).length;
  return {
    identifying: countOf('identifying'),
    unknown: countOf('unknown'),
    harmless: countOf('harmless'),
    drawn: countOf(undefined),
    outside: total - regions.length,
  };
};

export const countsTogether = (a: RegionCounts, b: RegionCounts): RegionCounts => ({
  identifying: a.identifying + b.identifying,
  unknown: a.unknown + b.unknown,
  harmless: a.harmless + b.harmless,
  drawn: a.drawn + b.drawn,
  outside: a.outside + b.outside,
});

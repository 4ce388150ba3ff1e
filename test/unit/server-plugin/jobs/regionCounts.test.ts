import { describe, expect, it } from 'vitest';
import { countsTogether, regionCountsOf } from '../../../../server-plugin/src/jobs/regionCounts.ts';

describe('the regions of an instance', () => {
  it('are counted by class, by hand, and around ultrasound regions', () => {
    const counts = regionCountsOf(
      [{ textClass: 'identifying' }, { textClass: 'identifying' }, { textClass: 'unknown' }, {}],
      7,
    );
    expect(counts).toEqual({ identifying: 2, unknown: 1, harmless: 0, drawn: 1, outside: 3 });
    expect(countsTogether(counts, regionCountsOf([{ textClass: 'harmless' }], 1))).toEqual({
      identifying: 2,
      unknown: 1,
      harmless: 1,
      drawn: 1,
      outside: 3,
    });
  });
});

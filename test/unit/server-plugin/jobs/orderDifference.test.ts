import { describe, expect, it } from 'vitest';
import type { JobRegion } from '../../../../server-plugin/src/jobs/jobOrder.ts';
import { regionDifferences, settingDifferences } from '../../../../server-plugin/src/jobs/orderDifference.ts';

const region = (orthancId: string, box: JobRegion['box'], frame?: number): JobRegion => ({
  orthancId,
  box,
  angleDegrees: 0,
  ...(frame !== undefined && { frames: { first: frame, last: frame } }),
});

describe('what a job blanks otherwise than the one before it', () => {
  it('[DI-72] is told by image: added, removed, and changed where boxes overlap', () => {
    const kept = region('a', [0, 0, 10, 10]);
    const before = [
      kept,
      region('a', [20, 0, 30, 10]),
      region('a', [50, 50, 60, 60]),
      region('b', [0, 0, 5, 5]),
    ];
    const now = [kept, region('a', [22, 1, 33, 10]), region('c', [0, 0, 5, 5]), region('c', [9, 9, 12, 12])];
    expect(regionDifferences(before, now)).toEqual([
      { orthancId: 'a', added: 0, removed: 1, changed: 1 },
      { orthancId: 'b', added: 0, removed: 1, changed: 0 },
      { orthancId: 'c', added: 2, removed: 0, changed: 0 },
    ]);
  });

  it('[DI-72] is nothing where the same regions come in another order', () => {
    const regions = [region('a', [0, 0, 10, 10]), region('a', [0, 0, 10, 10], 2)];
    expect(regionDifferences(regions, [...regions].reverse())).toEqual([]);
  });

  it('[DI-72] is changed where it is the same box on another frame', () => {
    expect(regionDifferences([region('a', [0, 0, 10, 10], 1)], [region('a', [0, 0, 10, 10], 2)])).toEqual([
      { orthancId: 'a', added: 0, removed: 0, changed: 1 },
    ]);
  });

  it('[DI-72] tells settings, and the text policy only where the job searches', () => {
    const order = { search: 'none', fill: 'darkest', outsideUltrasoundRegions: ['a', 'b'] } as const;
    const before = { ...order, outsideUltrasoundRegions: ['b', 'a'], textPolicy: 'all-text' };
    expect(settingDifferences(before, { ...before, textPolicy: 'keep-harmless' })).toEqual([]);
    expect(
      settingDifferences(before, {
        search: 'auto',
        fill: [0],
        outsideUltrasoundRegions: ['a'],
        textPolicy: 'keep-harmless',
      }),
    ).toEqual(['search', 'textPolicy', 'fill', 'outsideUltrasoundRegions']);
  });
});

import type { Hold } from '@pseudonymize-redact/core/contract';
import { describe, expect, it } from 'vitest';
import { deleteRegions, drawRegion } from '../../../../extension/src/store/edits.ts';
import { heldRegions, proposeHeld } from '../../../../extension/src/store/heldRegions.ts';
import { allRegions } from '../../../../extension/src/store/regionMap.ts';
import { reduceReview } from '../../../../extension/src/store/reviewState.ts';
import { reduced, STUDY } from './reviewFixtures.ts';

const HOLD: Hold = {
  id: '3f0c9a52-6a52-4f0e-9a55-0d6f1f1c2b11',
  job: '3f0c9a52-6a52-4f0e-9a55-0d6f1f1c2b12',
  project: 'default',
  state: 'held',
  reason: { code: 'HELD', message: '', where: null },
  texts: [
    { frames: { first: 1, last: 1 }, box: [1, 2, 3, 4], class: 'identifying' },
    { frames: { first: 1, last: 2 }, box: [5, 6, 7, 8], class: 'unknown' },
  ],
  original: { studyInstanceUID: STUDY, seriesInstanceUID: '9.2', sopInstanceUID: '1.3.1' },
  followUp: null,
  createdAt: '2026-01-01T00:00:00Z',
  decidedAt: null,
};

describe('a held image', () => {
  it('comes back as boxes on its texts, once, and is corrected by them', () => {
    const before = reduced();
    expect(heldRegions(HOLD, before.regions).map(({ box }) => box)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    const shown = reduceReview(before, { type: 'edited', changes: proposeHeld(before.regions, HOLD) });
    expect(allRegions(shown.regions)).toHaveLength(2);
    expect(proposeHeld(shown.regions, HOLD)).toEqual([]);

    const [first] = allRegions(shown.regions);
    const changes = deleteRegions(shown.regions, new Set([first?.id ?? '']));
    const judged = reduceReview(shown, { type: 'edited', changes });
    expect(heldRegions(HOLD, judged.regions)).toHaveLength(1);

    const image = { studyInstanceUID: STUDY, seriesInstanceUID: '9.2', sopInstanceUID: '1.3.1', frame: 1 };
    const drawn = reduceReview(judged, {
      type: 'edited',
      changes: drawRegion('drawn', image, [9, 9, 12, 12]),
    });
    expect(heldRegions(HOLD, drawn.regions)).toHaveLength(2);
  });
});

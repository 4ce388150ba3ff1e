import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import { describe, expect, it } from 'vitest';
import {
  applyTo,
  classify,
  decide,
  deleteRegions,
  placeRegions,
  rotated,
} from '../../../../extension/src/store/edits.ts';
import { reviewEntry, restoredReview } from '../../../../extension/src/store/keptReview.ts';
import { allRegions, regionsOfImage } from '../../../../extension/src/store/regionMap.ts';
import { reduceReview, type ReviewState } from '../../../../extension/src/store/reviewState.ts';
import { nextToSearch } from '../../../../extension/src/store/searchOrder.ts';
import type { TurnedSearch } from '../../../../extension/src/store/turnedSearch.ts';
import { adding, found, IMAGES, imageAt, reduced, STUDY } from './reviewFixtures.ts';

const searchedAction = (index: number) =>
  ({ type: 'searchChanged', image: imageAt(index), search: { status: 'searched', turned: false } }) as const;

describe('the order of the search in the background', () => {
  const viewed = new Set<string>();

  it('is the displayed series from the displayed image outwards, then the series in view, then the rest', () => {
    const order: string[] = [];
    let state = reduced(searchedAction(1));
    for (;;) {
      const next = nextToSearch(state, imageAt(1), viewed);
      if (next === null) break;
      order.push(next.imageId);
      state = reduceReview(state, {
        type: 'searchChanged',
        image: next,
        search: { status: 'searched', turned: false },
      });
    }
    expect(order).toEqual([0, 2, 3, 4].map((index) => imageAt(index).imageId));
    const inView = nextToSearch(reduced(), null, new Set(['display-B']));
    expect(inView).toEqual(imageAt(3));
  });

  it('waits for the earlier review of the study', () => {
    expect(nextToSearch({ ...reduced(), openedStudies: new Set() }, null, viewed)).toBeNull();
  });
});

describe('a turned search', () => {
  const searched = (index: number, turned: boolean) =>
    ({ type: 'searchChanged', image: imageAt(index), search: { status: 'searched', turned } }) as const;
  const wanting = (wanted: Partial<TurnedSearch>) => ({ type: 'turnedSearchWanted', wanted }) as const;
  const statuses = ({ searches }: ReviewState) => [...searches.values()].map(({ status }) => status);

  it('is done again for images that were searched without, whoever wants it and whenever they were searched', () => {
    const before = reduced(searched(0, false), searched(1, true));
    for (const wanted of [{ byProfile: true }, { byReviewer: true }]) {
      const turned = reduceReview(before, wanting(wanted));
      expect(statuses(turned)).toEqual(['waiting', 'searched']);
      // One that was under way.
      expect(statuses(reduceReview(turned, searched(2, false)))).toEqual(['waiting', 'searched', 'waiting']);
      expect(statuses(reduceReview(turned, searched(0, true)))).toEqual(['searched', 'searched']);
    }
    expect(statuses(reduceReview(before, wanting({ byReviewer: false })))).toEqual(['searched', 'searched']);
  });

  it('is kept, and need not be done again after a reload', () => {
    const state = reduced(searched(3, true), searched(4, false));
    const entry = reviewEntry(state, { sopInstanceUID: '1.3.1' }, IMAGES);
    expect(entry).toMatchObject({ searchedFrames: [1, 2], turnedFrames: [1] });
    const wanted = reduced(wanting({ byProfile: true }));
    const back = reduceReview(wanted, { type: 'reviewOpened', review: restoredReview(STUDY, [entry]) });
    expect(statuses(back)).toEqual(['searched', 'waiting']);
  });
});

describe('edits', () => {
  const ids = new Set(['a', 'b']);
  const before = reduced(adding(found('a', 0), found('b', 1, { source: 'drawn', decision: 'accepted' })));
  const regionsById = ({ regions }: typeof before) =>
    Object.fromEntries(allRegions(regions).map((region) => [region.id, region]));

  it.each([
    ['decide', decide(before.regions, ids, 'rejected')],
    ['classify', classify(before.regions, ids, 'harmless')],
    [
      'move and rotate',
      placeRegions(before.regions, ids, (region) => ({ ...rotated(region, 200), box: [5, 5, 9, 9] })),
    ],
    ['apply to the series', applyTo(before.regions, ids, imageAt(0), 'series')],
    ['delete', deleteRegions(before.regions, ids)],
  ])('%s is undone and redone as one step', (_, changes) => {
    const after = reduceReview(before, { type: 'edited', changes });
    expect(after.regions).not.toEqual(before.regions);
    const undone = reduceReview(after, { type: 'undone' });
    expect(regionsById(undone)).toEqual(regionsById(before));
    expect(regionsById(reduceReview(undone, { type: 'redone' }))).toEqual(regionsById(after));
  });

  it('judge a found text by its class, and no drawn box', () => {
    const decisions = (textClass: TextClass) =>
      classify(before.regions, ids, textClass).map(({ after }) => after?.decision);
    expect(decisions('harmless')).toEqual(['rejected', 'accepted']);
    expect(decisions('identifying')).toEqual(['accepted', 'accepted']);
    const classed = reduceReview(before, {
      type: 'edited',
      changes: classify(before.regions, ids, 'harmless'),
    });
    // A later pass of the search finds the text again, and changes nothing of it.
    const searched = reduceReview(classed, {
      type: 'textsFound',
      image: imageAt(0),
      texts: [{ box: [0, 0, 10, 5], textClass: 'identifying' }],
    });
    expect(regionsOfImage(searched.regions, imageAt(0))).toEqual(regionsOfImage(classed.regions, imageAt(0)));
  });

  it('turn a box by the shorter way', () => {
    expect(rotated({ box: [0, 0, 1, 1], angleDegrees: 0 }, 200).angleDegrees).toBe(-160);
    expect(rotated({ box: [0, 0, 1, 1], angleDegrees: 170 }, 20).angleDegrees).toBe(-170);
  });

  it('put one box at the same place of every image of the series', () => {
    const spread = reduceReview(before, {
      type: 'edited',
      changes: applyTo(before.regions, new Set(['a']), imageAt(0), 'series'),
    });
    for (const index of [0, 1, 2])
      expect(regionsOfImage(spread.regions, imageAt(index)).map(({ id }) => id)).toContain('a');
    expect(regionsOfImage(spread.regions, imageAt(3))).toEqual([]);
  });
});

describe('a kept review', () => {
  const state = reduced(
    searchedAction(3),
    adding(
      found('f', 4, { decision: 'accepted', angleDegrees: 30 }),
      found('i', 3, { scope: { kind: 'instance', sopInstanceUID: '1.3.1' } }),
      found('s', 3, { scope: { kind: 'series', seriesInstanceUID: '9.2' } }),
    ),
  );
  const entries = [{ sopInstanceUID: '1.3.1' }, { seriesInstanceUID: '9.2' }].map((scope) =>
    reviewEntry(state, scope, IMAGES),
  );
  const places = ({ regions }: typeof state): readonly unknown[] =>
    allRegions(regions).map((region) => ({ ...region, id: '' }));

  it('is the same when it comes back', () => {
    const back = reduceReview(reduced(), { type: 'reviewOpened', review: restoredReview(STUDY, entries) });
    expect(places(back)).toHaveLength(3);
    expect(places(back)).toEqual(expect.arrayContaining([...places(state)]));
    expect(back.searches.get('1.3.1#1')).toEqual({ status: 'searched', turned: false });
    expect(back.searches.has('1.3.1#2')).toBe(false);
  });

  it('does not replace what was judged in the meantime', () => {
    const judged = reduced(adding(found('new', 4, { decision: 'rejected' }), found('proposal', 3)));
    const back = reduceReview(judged, { type: 'reviewOpened', review: restoredReview(STUDY, entries) });
    expect(regionsOfImage(back.regions, imageAt(4)).map(({ id }) => id)).toContain('new');
    expect(allRegions(back.regions).filter(({ angleDegrees }) => angleDegrees === 30)).toEqual([]);
    expect(back.done).toEqual(judged.done);
  });
});

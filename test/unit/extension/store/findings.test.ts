// The list of findings: what is one row of it, how one walks through it, and what a decision on a row reaches.
import { describe, expect, it } from 'vitest';
import { decideWithin } from '../../../../extension/src/store/bulk.ts';
import { decide } from '../../../../extension/src/store/edits.ts';
import { idsOf, shownFinding } from '../../../../extension/src/store/findingGroups.ts';
import {
  EVERY_FINDING,
  findingsOf,
  groupsOfStudy,
  neighbouringRow,
  TEXT_CLASSES,
} from '../../../../extension/src/store/findings.ts';
import { allRegions } from '../../../../extension/src/store/regionMap.ts';
import { judgedIds, reduceReview, type ReviewState } from '../../../../extension/src/store/reviewState.ts';
import { adding, found, imageAt, reduced, STUDY } from './reviewFixtures.ts';

const rowsOf = (state: ReviewState): readonly (readonly string[])[] =>
  groupsOfStudy(findingsOf(state, STUDY)).map(idsOf);

const ids = (...of: readonly string[]): ReadonlySet<string> => new Set(of);

describe('findings at different places', () => {
  const state = reduced(
    adding(
      found('a', 0, { textClass: 'identifying' }),
      found('b', 2, { textClass: 'harmless' }),
      found('s', 0, { scope: { kind: 'series', seriesInstanceUID: '9.1' } }),
      found('c', 4, { decision: 'rejected' }),
    ),
  );

  it('are listed once each, by series and image', () => {
    const listed = findingsOf(state, STUDY).map(({ images, isClip }) => [
      isClip,
      ...images.map(({ position, groups }) => [position, ...groups.flatMap(idsOf)]),
    ]);
    expect(listed).toEqual([
      [false, [1, 'a', 's'], [3, 'b']],
      [true, [2, 'c']],
    ]);
  });

  it('are filtered by class and decision', () => {
    const passing = (filter: ReviewState['filter']): readonly string[] => rowsOf({ ...state, filter }).flat();
    expect(passing({ classes: new Set(['harmless']), show: 'all' })).toEqual(['b']);
    expect(passing({ classes: new Set(TEXT_CLASSES), show: 'kept' })).toEqual(['b', 'c']);
    expect(passing({ classes: new Set(TEXT_CLASSES), show: 'open' })).toEqual(['a', 's', 'b']);
  });

  it('are walked through in both directions, from the selected one or the displayed image', () => {
    const next = (selected: string | null, active: number, step: 1 | -1): string | undefined =>
      neighbouringRow(
        { ...state, selectedIds: new Set(selected ? [selected] : []), activeImage: imageAt(active) },
        STUDY,
        step,
      )?.[0].region.id;
    expect(next('a', 0, 1)).toBe('s');
    expect(next('c', 4, 1)).toBe('a');
    expect(next('a', 0, -1)).toBe('c');
    expect(next(null, 1, 1)).toBe('b');
    expect(next(null, 1, -1)).toBe('s');
    expect(neighbouringRow(reduced(), STUDY, 1)).toBeNull();
  });
});

describe('the same text on several images', () => {
  const BESIDE = [0, 10, 10, 15] as const;
  const state = reduced(
    adding(
      found('a0', 0),
      found('x0', 0, { box: BESIDE }),
      found('a1', 1, { box: [0.5, 0, 10.5, 5] }),
      found('x1', 1, { box: BESIDE, textClass: 'identifying' }),
      found('a2', 2, { box: [0, 0.5, 10, 5] }),
      found('drawn', 2, { source: 'drawn' }),
      found('clip', 3),
    ),
  );

  it('is one row where class and place are the same; other classes, places, series and drawn boxes are rows of their own', () => {
    expect(rowsOf(state)).toEqual([['a0', 'a1', 'a2'], ['x0'], ['x1'], ['drawn'], ['clip']]);
  });

  it('stays two rows where two stand close to each other on one image', () => {
    const close = reduced(adding(found('a', 0), found('b', 0, { box: [0, 0.5, 10, 5.5] }), found('c', 1)));
    expect(rowsOf(close)).toEqual([['a', 'c'], ['b']]);
  });

  it('is not followed over the image where it moves bit by bit', () => {
    const moving = [0, 1, 2].map((index) => found(`m${index}`, index, { box: [index, 0, index + 5, 5] }));
    expect(rowsOf(reduced(adding(...moving)))).toEqual([['m0', 'm1'], ['m2']]);
  });

  it('is judged on all images by one decision on its row, which is undone in one step', () => {
    const chosen = reduceReview(state, { type: 'selected', ids: ['a0'], alikeIds: ['a0', 'a1', 'a2'] });
    const rejected = reduceReview(chosen, {
      type: 'edited',
      changes: decide(chosen.regions, judgedIds(chosen), 'rejected'),
    });
    const withDecision = (of: ReviewState, decision: string): readonly string[] =>
      allRegions(of.regions).flatMap((region) => (region.decision === decision ? [region.id] : []));
    expect(withDecision(rejected, 'rejected').toSorted()).toEqual(['a0', 'a1', 'a2']);
    expect(withDecision(reduceReview(rejected, { type: 'undone' }), 'rejected')).toEqual([]);
  });

  it('is judged on one image alone by its box, or where its row is unfolded', () => {
    const byBox = reduceReview(state, { type: 'selected', ids: ['a1'] });
    expect(judgedIds(byBox)).toEqual(ids('a1'));
    const byRow = reduceReview(state, { type: 'selected', ids: ['a1'], alikeIds: ['a0', 'a1', 'a2'] });
    const row = ['a0', 'a1', 'a2'];
    const unfolded = reduceReview(byRow, { type: 'unfolded', ids: row, unfolded: true });
    expect(judgedIds(unfolded)).toEqual(ids('a1'));
    const folded = reduceReview(unfolded, { type: 'unfolded', ids: row, unfolded: false });
    expect(judgedIds(folded)).toEqual(ids(...row));
    const other = reduceReview(byRow, { type: 'unfolded', ids: ['x0'], unfolded: true });
    expect(judgedIds(other)).toEqual(ids(...row));
  });

  it('stays selected where another of its images is displayed, and on no other', () => {
    const chosen = reduceReview(
      { ...state, activeImage: imageAt(0) },
      { type: 'selected', ids: ['a0'], alikeIds: ['a0', 'a1', 'a2'] },
    );
    const on = (index: number): ReviewState =>
      reduceReview(chosen, { type: 'imageActivated', image: imageAt(index) });
    expect([on(1).selectedIds, judgedIds(on(1))]).toEqual([ids('a1'), ids('a0', 'a1', 'a2')]);
    expect(judgedIds(on(3))).toEqual(ids());
  });

  it('is passed in one step, image by image where it is unfolded, and shown on the displayed image', () => {
    const walk = (unfoldedIds: ReadonlySet<string>): readonly string[] => {
      const passed: string[] = [];
      let selectedIds = ids('clip');
      for (let step = 0; step < 7; step += 1) {
        const row = neighbouringRow({ ...state, selectedIds, unfoldedIds, activeImage: null }, STUDY, 1);
        if (row === null) break;
        passed.push(shownFinding(row, imageAt(1)).region.id);
        selectedIds = new Set(idsOf(row));
      }
      return passed;
    };
    expect(walk(ids())).toEqual(['a1', 'x0', 'x1', 'drawn', 'clip', 'a1', 'x0']);
    expect(walk(ids('a0'))).toEqual(['a0', 'a1', 'a2', 'x0', 'x1', 'drawn', 'clip']);
  });

  it('is judged on the displayed image alone by a decision within it', () => {
    const displayed = { ...state, activeImage: imageAt(1), filter: EVERY_FINDING };
    const judged = decideWithin(displayed, STUDY, 'image', 'rejected').map(({ after }) => after?.id);
    expect(judged.toSorted()).toEqual(['a1', 'x1']);
  });
});

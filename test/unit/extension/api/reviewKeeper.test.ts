// @vitest-environment jsdom
import type { ReviewEntry } from '@pseudonymize-redact/core/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createReviewKeeper, type ReviewKeeper } from '../../../../extension/src/api/reviewKeeper.ts';
import { reduceKeeping, type Keeping } from '../../../../extension/src/store/keepingState.ts';
import { createReviewStore } from '../../../../extension/src/store/reviewStore.ts';
import { createStore } from '../../../../extension/src/store/store.ts';
import { imageAt, IMAGES, STUDY } from '../store/reviewFixtures.ts';

const IMAGE_MS = 300;

let sent: ReviewEntry[][];
let keeper: ReviewKeeper;
let store: ReturnType<typeof createReviewStore>;
let keeping: Keeping[];

beforeEach(async () => {
  vi.useFakeTimers();
  sent = [];
  keeping = [];
  store = createReviewStore();
  store.dispatch({ type: 'imagesListed', images: IMAGES });
  const states = createStore<Keeping, Keeping>(reduceKeeping, { status: 'kept' });
  states.subscribe(() => keeping.push(states.getState()));
  keeper = createReviewKeeper(store, states, {
    review: () => Promise.resolve([]),
    keepReview: (_, entries) => {
      sent.push([...entries]);
      return Promise.resolve();
    },
  });
  keeper.open(STUDY);
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  keeper.dispose();
  vi.useRealTimers();
});

const search = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    store.dispatch({
      type: 'searchChanged',
      image: imageAt(index),
      search: { status: 'searched', turned: false },
    });
    await vi.advanceTimersByTimeAsync(IMAGE_MS);
  }
};

it('sends what a search has found while the search goes on, several images at once', async () => {
  await search(4);
  expect(sent.map((entries) => entries.length)).toEqual([3]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.map((entries) => entries.length)).toEqual([3, 1]);
});

it('tells "kept" only where nothing is on its way, and begins to wait anew with every row of changes', async () => {
  await search(1);
  expect(keeping).toEqual([{ status: 'keeping' }]);
  await search(3);
  await vi.advanceTimersByTimeAsync(1000);
  expect(keeping.map(({ status }) => status)).toEqual(['keeping', 'kept', 'keeping', 'kept']);
});

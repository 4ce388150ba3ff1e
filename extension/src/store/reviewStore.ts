import { EMPTY_REVIEW, reduceReview, type ReviewAction, type ReviewState } from './reviewState.ts';
import { createStore, type Store } from './store.ts';

export type ReviewStore = Store<ReviewState, ReviewAction>;

export const createReviewStore = (): ReviewStore => createStore(reduceReview, EMPTY_REVIEW);

import type { DetectedText } from '@pseudonymize-redact/core/text-detection';
import { imageKey, isSameImage, type ImageRef, type ListedImage } from './imageRef.ts';
import { applyChanges, reversed, type RegionChange, type RegionMap } from './regionMap.ts';
import { foundRegionChanges } from './foundRegions.ts';

/** What is known of the search for text in one image. */
export type ImageSearch =
  | { readonly status: 'waiting' }
  | { readonly status: 'searching'; readonly fraction: number }
  | { readonly status: 'searched' }
  | { readonly status: 'failed'; readonly code: string; readonly message: string };

export type ReviewTool = 'select' | 'draw';

export interface ReviewState {
  readonly regions: RegionMap;
  readonly searches: ReadonlyMap<string, ImageSearch>;
  /** Every image of the studies that are open, in the order of display. */
  readonly images: readonly ListedImage[];
  /** The image of the active viewport. */
  readonly activeImage: ImageRef | null;
  readonly selectedIds: ReadonlySet<string>;
  readonly tool: ReviewTool;
  readonly undone: readonly (readonly RegionChange[])[];
  readonly done: readonly (readonly RegionChange[])[];
}

export const EMPTY_REVIEW: ReviewState = {
  regions: new Map(),
  searches: new Map(),
  images: [],
  activeImage: null,
  selectedIds: new Set(),
  tool: 'select',
  undone: [],
  done: [],
};

export type ReviewAction =
  | { readonly type: 'imagesListed'; readonly images: readonly ListedImage[] }
  | { readonly type: 'imageActivated'; readonly image: ImageRef | null }
  | { readonly type: 'searchChanged'; readonly image: ImageRef; readonly search: ImageSearch }
  | { readonly type: 'textsFound'; readonly image: ImageRef; readonly texts: readonly DetectedText[] }
  | { readonly type: 'edited'; readonly changes: readonly RegionChange[] }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | { readonly type: 'selected'; readonly ids: readonly string[] }
  | { readonly type: 'toolChosen'; readonly tool: ReviewTool }
  | { readonly type: 'closed' };

const selectedAfter = (state: ReviewState, changes: readonly RegionChange[]): ReadonlySet<string> => {
  const gone = new Set(changes.flatMap(({ before, after }) => (before && !after ? [before.id] : [])));
  return new Set([...state.selectedIds].filter((id) => !gone.has(id)));
};

const withChanges = (state: ReviewState, changes: readonly RegionChange[]): ReviewState => ({
  ...state,
  regions: applyChanges(state.regions, changes),
  selectedIds: selectedAfter(state, changes),
});

export const reduceReview = (state: ReviewState, action: ReviewAction): ReviewState => {
  switch (action.type) {
    case 'imagesListed':
      return { ...state, images: action.images };
    case 'imageActivated':
      if (isSameImage(state.activeImage, action.image)) return state;
      return { ...state, activeImage: action.image, selectedIds: new Set() };
    case 'searchChanged':
      return { ...state, searches: new Map(state.searches).set(imageKey(action.image), action.search) };
    case 'textsFound':
      // Not an edit of the reviewer's, so there is nothing to undo.
      return withChanges(state, foundRegionChanges(state.regions, action.image, action.texts));
    case 'edited':
      if (action.changes.length === 0) return state;
      return { ...withChanges(state, action.changes), done: [...state.done, action.changes], undone: [] };
    case 'undone': {
      const last = state.done.at(-1);
      if (last === undefined) return state;
      const restored = withChanges(state, reversed(last));
      return { ...restored, done: state.done.slice(0, -1), undone: [...state.undone, last] };
    }
    case 'redone': {
      const last = state.undone.at(-1);
      if (last === undefined) return state;
      return {
        ...withChanges(state, last),
        done: [...state.done, last],
        undone: state.undone.slice(0, -1),
      };
    }
    case 'selected':
      return { ...state, selectedIds: new Set(action.ids) };
    case 'toolChosen':
      return { ...state, tool: action.tool };
    case 'closed':
      return EMPTY_REVIEW;
  }
};

import { imageKey, isSameImage, type ImageRef, type ListedImage } from './imageRef.ts';
import { applyChanges, regionsOfImage, reversed, type RegionChange, type RegionMap } from './regionMap.ts';
import { EVERY_FINDING, type FindingFilter } from './findings.ts';
import { foundRegionChanges, type FoundText } from './foundRegions.ts';
import { restored, type RestoredReview } from './restoredReview.ts';
import { countedSearch, countedSearches, type TurnedSearch } from './turnedSearch.ts';

/** What is known of the search for text in one image. */
export type ImageSearch =
  | { readonly status: 'waiting' }
  | { readonly status: 'searching'; readonly fraction: number }
  | { readonly status: 'searched'; readonly turned: boolean }
  | { readonly status: 'failed'; readonly code: string; readonly message: string };

export type ReviewTool = 'select' | 'draw';

export interface ReviewState {
  readonly regions: RegionMap;
  readonly searches: ReadonlyMap<string, ImageSearch>;
  /** Every image of the studies that are open, in the order of display. */
  readonly images: readonly ListedImage[];
  /** The image of the active viewport. */
  readonly activeImage: ImageRef | null;
  /** Boxes of the displayed image. */
  readonly selectedIds: ReadonlySet<string>;
  /** All findings of the rows that were chosen in the list: they are judged together. None where boxes were chosen by themselves. */
  readonly alikeIds: ReadonlySet<string>;
  /** The image on hold whose place was shown last, as long as its boxes are selected: its reviewer reads its row, not the list. */
  readonly shownHold: string | null;
  /** Findings of rows of the list that are shown one by one. */
  readonly unfoldedIds: ReadonlySet<string>;
  /** The region that the pointer rests on, in the list or on the image. */
  readonly highlightedId: string | null;
  /** The region that takes the focus once its image is displayed. */
  readonly focusedId: string | null;
  readonly tool: ReviewTool;
  /** Which findings are listed, and reached by the keys. */
  readonly filter: FindingFilter;
  /** Whether images are shown as they will be stored. */
  readonly afterShown: boolean;
  /** What the header of the displayed image will say then: lines above it. */
  readonly afterLines: readonly string[];
  readonly helpShown: boolean;
  /** Whether images that are not displayed wait with their search. */
  readonly paused: boolean;
  readonly turnedSearch: TurnedSearch;
  /** Studies whose earlier review is here, or cannot be had for now: what is found would else replace it. */
  readonly openedStudies: ReadonlySet<string>;
  readonly undone: readonly (readonly RegionChange[])[];
  readonly done: readonly (readonly RegionChange[])[];
}

export const EMPTY_REVIEW: ReviewState = {
  regions: new Map(),
  searches: new Map(),
  images: [],
  activeImage: null,
  selectedIds: new Set(),
  alikeIds: new Set(),
  shownHold: null,
  unfoldedIds: new Set(),
  highlightedId: null,
  focusedId: null,
  tool: 'select',
  filter: EVERY_FINDING,
  afterShown: false,
  afterLines: [],
  helpShown: false,
  paused: false,
  turnedSearch: { byProfile: false, byReviewer: false },
  openedStudies: new Set(),
  undone: [],
  done: [],
};

/** What a decision reaches: the selected boxes, and all that the chosen rows of the list stand for. */
export const judgedIds = ({
  selectedIds,
  alikeIds,
}: Pick<ReviewState, 'selectedIds' | 'alikeIds'>): ReadonlySet<string> =>
  new Set([...selectedIds, ...alikeIds]);

export type ReviewAction =
  | { readonly type: 'imagesListed'; readonly images: readonly ListedImage[] }
  | { readonly type: 'imageActivated'; readonly image: ImageRef | null }
  | { readonly type: 'searchChanged'; readonly image: ImageRef; readonly search: ImageSearch }
  | { readonly type: 'textsFound'; readonly image: ImageRef; readonly texts: readonly FoundText[] }
  | { readonly type: 'edited'; readonly changes: readonly RegionChange[] }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | { readonly type: 'reviewOpened'; readonly review: RestoredReview }
  | {
      readonly type: 'selected';
      readonly ids: readonly string[];
      readonly alikeIds?: readonly string[];
      readonly hold?: string;
    }
  | { readonly type: 'unfolded'; readonly ids: readonly string[]; readonly unfolded: boolean }
  | { readonly type: 'highlighted'; readonly id: string | null }
  | { readonly type: 'focused'; readonly id: string | null }
  | { readonly type: 'copyNamed'; readonly lines: readonly string[] }
  | { readonly type: 'filterChosen'; readonly filter: FindingFilter }
  | { readonly type: 'afterShown'; readonly shown: boolean }
  | { readonly type: 'helpShown'; readonly shown: boolean }
  | { readonly type: 'paused'; readonly paused: boolean }
  | { readonly type: 'turnedSearchWanted'; readonly wanted: Partial<TurnedSearch> }
  | { readonly type: 'toolChosen'; readonly tool: ReviewTool }
  | { readonly type: 'closed' };

const selectedAfter = (state: ReviewState, changes: readonly RegionChange[]): ReadonlySet<string> => {
  const gone = new Set(changes.flatMap(({ before, after }) => (before && !after ? [before.id] : [])));
  return new Set([...state.selectedIds].filter((id) => !gone.has(id)));
};

/** What is selected when another image is shown: who jumps to a finding has selected it before, and a row stays selected where it has a finding. */
const activated = (state: ReviewState, image: ImageRef | null): ReviewState => {
  const shown = image === null ? [] : regionsOfImage(state.regions, image);
  const wanted = judgedIds(state);
  const selectedIds = new Set(shown.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  const { alikeIds, shownHold } = selectedIds.size === 0 ? EMPTY_REVIEW : state;
  return { ...state, activeImage: image, selectedIds, alikeIds, shownHold };
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
      return activated(state, action.image);
    case 'searchChanged':
      return {
        ...state,
        searches: new Map(state.searches).set(
          imageKey(action.image),
          countedSearch(action.search, state.turnedSearch),
        ),
      };
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
    case 'reviewOpened':
      return restored(state, action.review);
    case 'selected':
      return {
        ...state,
        selectedIds: new Set(action.ids),
        alikeIds: new Set(action.alikeIds),
        shownHold: action.hold ?? null,
      };
    case 'unfolded': {
      const unfoldedIds = new Set(state.unfoldedIds);
      for (const id of action.ids)
        if (action.unfolded) unfoldedIds.add(id);
        else unfoldedIds.delete(id);
      if (!action.ids.some((id) => state.selectedIds.has(id))) return { ...state, unfoldedIds };
      // What is shown one by one is judged one by one.
      const alikeIds = new Set(action.unfolded ? [] : action.ids);
      return { ...state, unfoldedIds, alikeIds };
    }
    case 'highlighted':
      return state.highlightedId === action.id ? state : { ...state, highlightedId: action.id };
    case 'focused':
      return { ...state, focusedId: action.id };
    case 'copyNamed':
      return { ...state, afterLines: action.lines };
    case 'filterChosen':
      return { ...state, filter: action.filter };
    case 'afterShown':
      return { ...state, afterShown: action.shown };
    case 'helpShown':
      return { ...state, helpShown: action.shown };
    case 'paused':
      return { ...state, paused: action.paused };
    case 'turnedSearchWanted': {
      const turnedSearch = { ...state.turnedSearch, ...action.wanted };
      return { ...state, turnedSearch, searches: countedSearches(state.searches, turnedSearch) };
    }
    case 'toolChosen':
      return { ...state, tool: action.tool };
    case 'closed':
      return EMPTY_REVIEW;
  }
};

import type { ImageSearch } from './reviewState.ts';

/** Who wants every image searched a second time, turned by 90°, for text on its side. */
export interface TurnedSearch {
  /** The chosen profile; the reviewer cannot take it back. */
  readonly byProfile: boolean;
  readonly byReviewer: boolean;
}

export const isTurned = ({ byProfile, byReviewer }: TurnedSearch): boolean => byProfile || byReviewer;

/** What counts of a search that has ended: one that was not turned is done again where a turned one is wanted. */
export const countedSearch = (search: ImageSearch, wanted: TurnedSearch): ImageSearch =>
  search.status === 'searched' && !search.turned && isTurned(wanted) ? { status: 'waiting' } : search;

export const countedSearches = (
  searches: ReadonlyMap<string, ImageSearch>,
  wanted: TurnedSearch,
): ReadonlyMap<string, ImageSearch> =>
  new Map([...searches].map(([key, search]) => [key, countedSearch(search, wanted)]));

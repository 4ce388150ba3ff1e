import type { ImageRef } from './imageRef.ts';
import { scopeKey, scopeKeysOf, type ReviewRegion } from './reviewRegion.ts';

/** All regions, by the key of their scope. */
export type RegionMap = ReadonlyMap<string, readonly ReviewRegion[]>;

/** One region before and after an edit; null where there was or is none. Reversed, it undoes the edit. */
export interface RegionChange {
  readonly before: ReviewRegion | null;
  readonly after: ReviewRegion | null;
}

const NONE: readonly ReviewRegion[] = [];

export const regionsOfImage = (regions: RegionMap, image: ImageRef): readonly ReviewRegion[] =>
  scopeKeysOf(image).flatMap((key) => regions.get(key) ?? NONE);

export const allRegions = (regions: RegionMap): readonly ReviewRegion[] => [...regions.values()].flat();

export const applyChanges = (regions: RegionMap, changes: readonly RegionChange[]): RegionMap => {
  const next = new Map(regions);
  const keep = (key: string, kept: readonly ReviewRegion[]): unknown =>
    kept.length === 0 ? next.delete(key) : next.set(key, kept);
  for (const { before, after } of changes) {
    const staysThere = before !== null && after !== null && scopeKey(before.scope) === scopeKey(after.scope);
    if (before !== null) {
      const key = scopeKey(before.scope);
      const list = next.get(key) ?? NONE;
      // In place, so that the order of a list does not jump while its regions are edited.
      const edited = staysThere ? list.map((region) => (region.id === before.id ? after : region)) : null;
      keep(key, edited ?? list.filter(({ id }) => id !== before.id));
    }
    if (after !== null && !staysThere) {
      const key = scopeKey(after.scope);
      keep(key, [...(next.get(key) ?? NONE), after]);
    }
  }
  return next;
};

export const reversed = (changes: readonly RegionChange[]): readonly RegionChange[] =>
  changes.map(({ before, after }) => ({ before: after, after: before })).reverse();

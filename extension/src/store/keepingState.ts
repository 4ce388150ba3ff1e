import type { Store } from './store.ts';

/** Whether the bridge has what was found and decided. */
export type Keeping =
  | { readonly status: 'kept' }
  /** From the first change on that the bridge does not have; another one after it is another object. */
  | { readonly status: 'keeping' }
  /** It is kept in this page only; the bridge is asked again. */
  | { readonly status: 'unkept'; readonly code: string; readonly message: string };

export type KeepingStore = Store<Keeping, Keeping>;

export const reduceKeeping = (_: Keeping, next: Keeping): Keeping => next;

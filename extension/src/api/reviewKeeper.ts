import type { ReviewEntry } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  keptScopeKey,
  keptScopeOf,
  restoredReview,
  reviewEntry,
  type KeptScope,
} from '../store/keptReview.ts';
import type { KeepingStore } from '../store/keepingState.ts';
import type { ReviewRegion } from '../store/reviewRegion.ts';
import type { ReviewState } from '../store/reviewState.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import type { BridgeClient } from './bridgeClient.ts';
import { BridgeError } from './bridgeError.ts';

/** So that a row of edits, or of images that are searched, is kept at once. */
const COLLECT_MS = 800;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 30_000;
/** A bridge that answers no sooner must not keep the search from beginning. */
const OPENING_LIMIT_MS = 8000;

export interface ReviewKeeper {
  /** Asks for what was found and decided before, once for each study. */
  open(studyInstanceUID: string): void;
  dispose(): void;
}

/** The scopes whose regions or searches differ between two states. */
const changedScopes = (before: ReviewState, now: ReviewState): readonly KeptScope[] => {
  const scopes = new Map<string, KeptScope>();
  const add = (scope: KeptScope): unknown => scopes.set(keptScopeKey(scope), scope);
  if (before.regions !== now.regions) {
    const differ = (key: string, a: readonly ReviewRegion[] | undefined): void => {
      const b = now.regions.get(key);
      const [region] = b ?? a ?? [];
      if (a !== b && region !== undefined) add(keptScopeOf(region.scope));
    };
    for (const key of new Set([...before.regions.keys(), ...now.regions.keys()]))
      differ(key, before.regions.get(key));
  }
  if (before.searches !== now.searches) {
    for (const [key, { status }] of now.searches)
      if (status === 'searched' && before.searches.get(key)?.status !== 'searched')
        add({ sopInstanceUID: key.slice(0, key.lastIndexOf('#')) });
  }
  return [...scopes.values()];
};

/**
 * Keeps a review with the bridge, so that it goes on after a reload, or at a colleague's. Without the bridge it stays in this
 * page, and is sent when the bridge is back; the page asks before it is closed with anything unkept.
 */
export const createReviewKeeper = (
  store: ReviewStore,
  keeping: KeepingStore,
  bridge: Pick<BridgeClient, 'review' | 'keepReview'>,
): ReviewKeeper => {
  const abort = new AbortController();
  /** Study → what the bridge does not have yet. */
  const unkept = new Map<string, Map<string, KeptScope>>();
  const loaded = new Set<string>();
  const asked = new Set<string>();
  let before = store.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let flushing = false;
  let restoring = false;

  const hasEnded = (): boolean => abort.signal.aborted;

  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, ms);
  };

  const studyOf = ({ images }: ReviewState, scope: KeptScope): string | undefined =>
    images.find((image) =>
      'sopInstanceUID' in scope
        ? image.sopInstanceUID === scope.sopInstanceUID
        : image.seriesInstanceUID === scope.seriesInstanceUID,
    )?.studyInstanceUID;

  const load = async (study: string): Promise<void> => {
    const limit = AbortSignal.any([abort.signal, AbortSignal.timeout(OPENING_LIMIT_MS)]);
    const entries = await bridge.review(study, limit);
    loaded.add(study);
    restoring = true;
    store.dispatch({ type: 'reviewOpened', review: restoredReview(study, entries) });
    restoring = false;
  };

  const entriesOf = (study: string, scopes: ReadonlyMap<string, KeptScope>): readonly ReviewEntry[] => {
    const state = store.getState();
    const images = state.images.filter(({ studyInstanceUID }) => studyInstanceUID === study);
    return [...scopes.values()].map((scope) => reviewEntry(state, scope, images));
  };

  /** An earlier review that could not be had before is had first: what it decided must not be replaced by proposals. */
  const send = async (study: string, scopes: ReadonlyMap<string, KeptScope>): Promise<void> => {
    if (!loaded.has(study)) await load(study);
    abort.signal.throwIfAborted();
    await bridge.keepReview(study, entriesOf(study, scopes));
  };

  const failed = (error: unknown): void => {
    const { code, message } = error instanceof BridgeError ? error : new CodedError('BRIDGE_UNREACHABLE');
    keeping.dispatch({ status: 'unkept', code, message });
    later(retryMs);
    retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
  };

  const flush = async (): Promise<void> => {
    if (flushing || hasEnded()) return;
    flushing = true;
    try {
      for (const study of asked) if (!loaded.has(study)) await load(study);
      for (const [study, scopes] of [...unkept]) {
        unkept.delete(study);
        try {
          await send(study, scopes);
        } catch (error) {
          // What has changed in the meantime is among them, or beside them.
          unkept.set(study, new Map([...scopes, ...(unkept.get(study) ?? [])]));
          throw error;
        }
      }
      retryMs = FIRST_RETRY_MS;
      keeping.dispatch({ status: unkept.size > 0 ? 'keeping' : 'kept' });
      if (unkept.size > 0) later(COLLECT_MS);
    } catch (error) {
      if (!hasEnded()) failed(error);
    } finally {
      flushing = false;
    }
  };

  const unsubscribe = store.subscribe(() => {
    const now = store.getState();
    const changed = restoring ? [] : changedScopes(before, now);
    before = now;
    for (const scope of changed) {
      const study = studyOf(now, scope);
      if (study === undefined) continue;
      unkept.set(study, new Map(unkept.get(study)).set(keptScopeKey(scope), scope));
    }
    if (changed.length === 0 || keeping.getState().status === 'unkept') return;
    // From the first unsent change on: who reads "kept" may close the page.
    if (keeping.getState().status === 'kept') keeping.dispatch({ status: 'keeping' });
    // Not from the last change on: a search that goes on would put it off for as long.
    if (timer === undefined && !flushing) later(COLLECT_MS);
  });

  const goOn = (): void => later(0);
  const ask = (event: BeforeUnloadEvent): void => {
    if (unkept.size > 0) event.preventDefault();
  };
  addEventListener('online', goOn);
  addEventListener('beforeunload', ask);

  return {
    open: (study) => {
      if (asked.has(study)) return;
      asked.add(study);
      load(study).catch((error: unknown) => {
        if (hasEnded()) return;
        store.dispatch({ type: 'reviewOpened', review: restoredReview(study, []) });
        // Who has no bridge is told so by the panel; who has lost it must know that nothing is kept.
        failed(error);
      });
    },
    dispose: () => {
      abort.abort();
      clearTimeout(timer);
      unsubscribe();
      // What cannot be sent any more is lost with the page; the viewer gives no chance to ask.
      for (const [study, scopes] of unkept)
        if (loaded.has(study)) void bridge.keepReview(study, entriesOf(study, scopes)).catch(() => undefined);
      removeEventListener('online', goOn);
      removeEventListener('beforeunload', ask);
    },
  };
};

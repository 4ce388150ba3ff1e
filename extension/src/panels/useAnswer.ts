import { useEffect, useState } from 'react';

/** An answer of the bridge on its way. */
export type Answer<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown };

const LOADING = { status: 'loading' } as const;

/**
 * Asks when shown and whenever `key` changes.
 *
 * @param ask must depend on nothing but `key`
 */
export const useAnswer = <T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> => {
  const [latest, setLatest] = useState<{ readonly key: string; readonly answer: Answer<T> }>({
    key,
    answer: LOADING,
  });
  useEffect(() => {
    const abort = new AbortController();
    const settle = (answer: Answer<T>): void => {
      if (!abort.signal.aborted) setLatest({ key, answer });
    };
    ask(abort.signal).then(
      (value) => settle({ status: 'loaded', value }),
      (error: unknown) => settle({ status: 'failed', error }),
    );
    return () => abort.abort();
  }, [key]);
  return latest.key === key ? latest.answer : LOADING;
};

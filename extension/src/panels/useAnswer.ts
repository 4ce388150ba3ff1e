import { useEffect, useState } from 'react';
import { isConnectionError } from '../api/bridgeError.ts';

/** An answer of the bridge on its way. */
export type Answer<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown };

const LOADING = { status: 'loading' } as const;
const RETRY_MS = 5000;

/**
 * Asks when shown and whenever `key` changes, and again after a while as long as the bridge cannot be had: whoever starts it need not
 * reload the page.
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = (): Promise<void> =>
      ask(abort.signal).then(
        (value) => settle({ status: 'loaded', value }),
        (error: unknown) => {
          settle({ status: 'failed', error });
          if (!abort.signal.aborted && isConnectionError(error))
            timer = setTimeout(() => void attempt(), RETRY_MS);
        },
      );
    void attempt();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [key]);
  return latest.key === key ? latest.answer : LOADING;
};

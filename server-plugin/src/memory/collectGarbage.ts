import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has V8 give back, in the thread that calls, what nobody refers to any more. By itself it does not hurry with memory outside its heap:
 * 64 MiB of buffers a thread, and hundreds of WebAssembly. Takes tens of milliseconds: for after something large, once.
 */
export const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

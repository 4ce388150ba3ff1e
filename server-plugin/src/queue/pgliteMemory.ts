// PGlite is PostgreSQL as WebAssembly: what it takes of the bridge's memory beside its tables.
import { setFlagsFromString } from 'node:v8';

const OPTIMIZING = ['wasm-tier-up', 'wasm-dynamic-tiering'] as const;

/**
 * What `work` calls first of WebAssembly stays unoptimized: PostgreSQL's interpreter of expressions is one function that takes the
 * optimizing compiler 600 MiB. Modules that are loaded later, as the codecs are, are optimized as ever.
 */
export const unoptimized = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const flag of OPTIMIZING) setFlagsFromString(`--no-${flag}`);
  try {
    return await work();
  } finally {
    for (const flag of OPTIMIZING) setFlagsFromString(`--${flag}`);
  }
};

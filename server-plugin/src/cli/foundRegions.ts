import type { TextPolicy } from '@pseudonymize-redact/core/contract';
import type { CodedError } from '@pseudonymize-redact/core/errors';
import type { PixelRegion } from '@pseudonymize-redact/core/pixels';
import { regionsOf, type HarmlessRule, type TurnedSearch } from '@pseudonymize-redact/core/text-detection';
import { detectFiles } from '../detection/detectFiles.ts';
import type { SearchPool } from '../detection/searchPool.ts';

/** What the policy blanks of one file, or why it could not be searched: then it is not written unseen. */
export type FoundRegions = { readonly regions: readonly PixelRegion[] } | { readonly error: CodedError };

/**
 * Searches files for text, each series together, before the first of them is de-identified.
 *
 * @param onFile called after each
 */
export const findRegions = async (
  paths: readonly string[],
  {
    policy,
    harmlessTexts,
    turnedSearch,
  }: {
    readonly policy: TextPolicy;
    readonly harmlessTexts: readonly HarmlessRule[] | null;
    readonly turnedSearch: TurnedSearch;
  },
  pool: SearchPool,
  onFile: () => void,
): Promise<ReadonlyMap<string, FoundRegions>> => {
  const files = await detectFiles(paths, pool, { onFile, harmlessTexts, turnedSearch });
  return new Map(
    files.map((file): [string, FoundRegions] => [
      file.path,
      'error' in file ? { error: file.error } : { regions: regionsOf(file.texts.texts, policy) },
    ]),
  );
};

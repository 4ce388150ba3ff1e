import { CodedError } from '@pseudonymize-redact/core/errors';
import type { HarmlessRule, TurnedSearch } from '@pseudonymize-redact/core/text-detection';
import type { InstanceTexts } from './searchInstance.ts';
import type { SearchPool } from './searchPool.ts';
import { seriesOfFile } from './seriesOfFile.ts';
import { withSharedTexts } from './sharedInstanceTexts.ts';

/** What became of one file. */
export type DetectedFile =
  | { readonly path: string; readonly texts: InstanceTexts }
  | { readonly path: string; readonly error: CodedError };

export interface DetectFilesOptions {
  /** Called when a file was searched or refused. */
  readonly onFile?: () => void;
  /** @default null: the list that comes with the product */
  readonly harmlessTexts?: readonly HarmlessRule[] | null;
  /** @default 'evidence' */
  readonly turnedSearch?: TurnedSearch;
}

/**
 * Searches files, several at once, each together with the others of its series.
 *
 */
export const detectFiles = async (
  paths: readonly string[],
  pool: SearchPool,
  { onFile, harmlessTexts = null, turnedSearch = 'evidence' }: DetectFilesOptions = {},
): Promise<readonly DetectedFile[]> => {
  const detect = async (path: string): Promise<DetectedFile & { readonly series: string | null }> => {
    try {
      const series = seriesOfFile(path);
      return {
        path,
        series,
        texts: await pool.search({
          input: path,
          series,
          turnedSearch,
          ...(harmlessTexts && { harmlessTexts }),
        }),
      };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return { path, series: null, error };
    } finally {
      onFile?.();
    }
  };

  const files = await Promise.all(paths.map(detect));
  const shared = new Map<string, InstanceTexts>();
  for (const members of Map.groupBy(files, ({ series }) => series).values()) {
    const searched = members.flatMap((file) => ('texts' in file ? [file] : []));
    const texts = withSharedTexts(searched.map((file) => file.texts));
    texts.forEach((each, i) => shared.set(searched[i]?.path ?? '', each));
  }
  return files.map((file) =>
    'error' in file
      ? { path: file.path, error: file.error }
      : { path: file.path, texts: shared.get(file.path) ?? file.texts },
  );
};

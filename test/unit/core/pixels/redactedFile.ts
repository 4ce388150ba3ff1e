import { concatenate, splice, type Part10File } from '@pseudonymize-redact/core/part10';
import {
  CORE_CODECS,
  redactPixels,
  type PixelRegion,
  type RedactPixelsOptions,
} from '@pseudonymize-redact/core/pixels';
import { DEFLATE, parse } from './syntheticImage.ts';

/** `file` with its pixels redacted and nothing else changed but the Transfer Syntax UID where the pixels need another one. */
export const redactedFile = (
  file: Part10File,
  regions: readonly PixelRegion[],
  options: Partial<RedactPixelsOptions> = {},
): Part10File => {
  const { changed } = redactPixels(file, regions, { codecs: CORE_CODECS, searched: true, ...options });
  if (changed === null) return file;
  const { edits, insertions, transferSyntaxUID } = changed;
  const meta =
    transferSyntaxUID === file.transferSyntax.uid
      ? null
      : [{ tag: 0x00020010, vr: 'UI' as const, value: new TextEncoder().encode(transferSyntaxUID) }];
  const segments = splice(
    file,
    {
      meta,
      dataset: {
        elements: edits,
        insertions: new Map([[file.dataset, insertions]]),
        removedItems: new Set(),
      },
    },
    DEFLATE,
  );
  return parse(concatenate(segments));
};

import { concatenate, splice, TAG, type Part10File } from '@pseudonymize-redact/core/part10';
import {
  CORE_CODECS,
  redactPixels,
  type PixelRegion,
  type RedactPixelsOptions,
} from '@pseudonymize-redact/core/pixels';
import { DEFLATE, parse } from './cellImage.ts';

/** The bytes of `file` with its pixels redacted and nothing else changed but the Transfer Syntax UID where the pixels need another one. */
export const redactedBytes = (
  file: Part10File,
  regions: readonly PixelRegion[],
  options: Partial<RedactPixelsOptions> = {},
): Uint8Array => {
  const { changed } = redactPixels(file, regions, { codecs: CORE_CODECS, searched: true, ...options });
  if (changed === null) return file.source.read(0, file.source.size);
  const { edits, insertions, transferSyntaxUID } = changed;
  // (0002,0000) is the splicer's; (0002,0010) must follow the pixels.
  const meta = file.meta.elements.slice(file.meta.elements[0]?.tag === 0x00020000 ? 1 : 0).map((element) => ({
    tag: element.tag,
    vr: element.vr,
    value:
      element.tag === TAG.TransferSyntaxUID
        ? new TextEncoder().encode(transferSyntaxUID)
        : [{ source: file.source, start: element.valueStart, end: element.valueEnd }],
  }));
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
  return concatenate(segments);
};

export const redactedFile = (...[file, regions, options]: Parameters<typeof redactedBytes>): Part10File =>
  parse(redactedBytes(file, regions, options));

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** A finished copy: its bytes, or the path of its file. */
export type Copy = Uint8Array | string;

/** A multipart/related body (RFC 2387) of Part 10 files, read as it is sent. */
export interface MultipartBody {
  readonly contentType: string;
  readonly length: number;
  readonly open: () => Readable;
}

const lengthOf = async (copy: Copy): Promise<number> =>
  typeof copy === 'string' ? (await stat(copy)).size : copy.byteLength;

/** @param boundary must not occur in the files: a UUID does not */
export const multipartOf = async (copies: readonly Copy[], boundary: string): Promise<MultipartBody> => {
  const head = Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`);
  const end = Buffer.from('\r\n');
  const last = Buffer.from(`--${boundary}--\r\n`);
  const lengths = await Promise.all(copies.map(lengthOf));
  async function* parts(): AsyncGenerator<Uint8Array, void> {
    for (const copy of copies) {
      yield head;
      if (typeof copy === 'string') yield* createReadStream(copy) as AsyncIterable<Uint8Array>;
      else yield copy;
      yield end;
    }
    yield last;
  }
  return {
    contentType: `multipart/related; type="application/dicom"; boundary=${boundary}`,
    length: lengths.reduce((sum, length) => sum + head.length + length + end.length, last.length),
    open: () => Readable.from(parts(), { objectMode: false }),
  };
};

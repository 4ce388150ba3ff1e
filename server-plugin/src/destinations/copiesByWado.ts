import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import type { InstanceInput } from '../engine/engine.ts';
import { BYTES_IN_MEMORY } from '../orthanc/originalFiles.ts';
import type { OrthancRequests } from '../orthanc/orthancRequests.ts';
import { atDestination } from './destinationErrors.ts';
import { withScratchFile } from './scratchFile.ts';
import type { StoredCopies } from './storedCopies.ts';

/** Of one answer: archives may give fewer. */
const MOST_LISTED = 1000;
/** The headers of a part and its boundary. */
const MOST_BYTES_OF_HEAD = 4096;
const BLANK_LINE = Buffer.from('\r\n\r\n');

const value = z.object({ Value: z.tuple([z.string()]).rest(z.string()) });
const Found = z.array(z.looseObject({ '00080018': value, '0020000E': value }));
/** An archive answers with 204, without a body, where it has none. */
const Instances = z.union([z.literal('').transform(() => []), z.null().transform(() => []), Found]);

/**
 * Where the one part of a multipart/related body (RFC 2046 section 5.1.1) begins and ends.
 *
 * @param head the first bytes of the body @param tail the last ones; at most as many as the head
 * @param length of the body, in bytes
 * @throws CodedError DESTINATION_REFUSED where it is no such body
 */
export const partOf = (
  head: Buffer,
  tail: Buffer,
  length: number,
): { readonly start: number; readonly end: number } => {
  const boundaryAt = head.indexOf('--');
  const boundaryEnd = head.indexOf('\r\n', boundaryAt);
  const blank = head.indexOf(BLANK_LINE, boundaryAt);
  const boundary = head.subarray(boundaryAt, boundaryEnd);
  const endInTail = tail.lastIndexOf(Buffer.concat([Buffer.from('\r\n'), boundary]));
  if (boundaryAt < 0 || boundaryEnd < 0 || blank < 0 || endInTail < 0)
    throw new CodedError('DESTINATION_REFUSED', 'an answer of another form');
  return { start: blank + BLANK_LINE.length, end: length - tail.length + endInTail };
};

const partIn = async (path: string): Promise<{ readonly start: number; readonly end: number }> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const span = Math.min(size, MOST_BYTES_OF_HEAD);
    const head = Buffer.alloc(span);
    const tail = Buffer.alloc(span);
    await file.read(head, 0, span, 0);
    await file.read(tail, 0, span, size - span);
    return partOf(head, tail, size);
  } finally {
    await file.close();
  }
};

/** Those in an archive with QIDO-RS and WADO-RS (PS3.18 sections 10.6 and 10.4). */
export const copiesByWado = (requests: OrthancRequests, scratchFolder: string): StoredCopies => {
  /** As it was stored: archives that are asked for any Transfer Syntax encode nothing anew. */
  const read = <T>(url: string, work: (input: InstanceInput) => Promise<T>): Promise<T> =>
    withScratchFile(
      scratchFolder,
      (body) =>
        atDestination(() =>
          requests.stream(url, () => createWriteStream(body, { mode: 0o600 }), {
            Accept: 'multipart/related; type="application/dicom"; transfer-syntax=*',
          }),
        ),
      (body) =>
        withScratchFile(
          scratchFolder,
          async (path) => {
            const { start, end } = await partIn(body);
            await pipeline(
              createReadStream(body, { start, end: end - 1 }),
              createWriteStream(path, { mode: 0o600 }),
            );
          },
          work,
        ),
    );

  return {
    ofStudy: async (studyInstanceUID) => {
      const found = new Map<string, string>();
      for (let isMore = true; isMore;) {
        const page = await atDestination(() =>
          requests.answer(Instances, {
            url: `/studies/${studyInstanceUID}/instances?limit=${MOST_LISTED}&offset=${found.size}`,
            headers: { Accept: 'application/dicom+json' },
          }),
        );
        const before = found.size;
        for (const instance of page) found.set(instance['00080018'].Value[0], instance['0020000E'].Value[0]);
        isMore = found.size > before;
      }
      return [...found].map(([sopInstanceUID, series]) => ({
        sopInstanceUID,
        // Not told before it is read.
        fileBytes: BYTES_IN_MEMORY,
        series,
        with: (work) =>
          read(`/studies/${studyInstanceUID}/series/${series}/instances/${sopInstanceUID}`, work),
      }));
    },
  };
};

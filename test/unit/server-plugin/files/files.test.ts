import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { NO_EDITS, readPart10, segmentOf, splice, type ByteSource } from '@pseudonymize-redact/core/part10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeDeflate } from '../../../../server-plugin/src/engine/nodeDeflate.ts';
import { FileSource } from '../../../../server-plugin/src/files/fileSource.ts';
import { readableOf, writeSegments } from '../../../../server-plugin/src/files/segmentWriter.ts';
import { buildPart10 } from '../../../synthetic/buildPart10.ts';
import { SAMPLE_ELEMENTS } from '../../../synthetic/sampleDataset.ts';

const MEBIBYTE = 1024 * 1024;
const LARGE = buildPart10({
  elements: [
    ...SAMPLE_ELEMENTS.slice(0, -1),
    { tag: 0x7fe00010, vr: 'OW', value: new Uint8Array(3 * MEBIBYTE).map((_, index) => index % 251) },
  ],
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonymize-files-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('FileSource', () => {
  it('reads ranges of an open file', () => {
    const source = new FileSource(fileOf('ranges', Uint8Array.of(1, 2, 3, 4, 5)));
    expect(source.size).toBe(5);
    expect([...source.read(1, 4)]).toEqual([2, 3, 4]);
    expect([...source.read(5, 5)]).toEqual([]);
    expect(() => source.read(4, 6)).toThrow(RangeError);
    expect(() => source.read(-1, 1)).toThrow(RangeError);
    source.close();
    expect(() => source.read(0, 1)).toThrow('EBADF');
  });

  it('refuses a file that has become shorter', () => {
    const path = fileOf('shrinking', new Uint8Array(10));
    const source = new FileSource(path);
    truncateSync(path, 4);
    expect(() => source.read(0, 10)).toThrow(new CodedError('PART10_TRUNCATED', 'at byte 4'));
    source.close();
  });

  it('is spliced like a file in memory, and written by ranges', () => {
    const source = new FileSource(fileOf('large.dcm', LARGE));
    const file = readPart10(source, nodeDeflate);
    const [first] = file.dataset.elements;
    if (first === undefined) throw new Error('no element');
    const dataset = { ...NO_EDITS, elements: new Map([[first, { action: 'remove' } as const]]) };
    const path = join(folder, 'spliced.dcm');
    writeSegments(splice(file, { dataset, meta: null }, nodeDeflate), path);
    source.close();
    const expected = Buffer.concat([LARGE.subarray(0, first.start), LARGE.subarray(first.end)]);
    expect(Buffer.compare(readFileSync(path), expected)).toBe(0);
  });
});

describe('segments', () => {
  const failing: ByteSource = {
    size: 10,
    read: () => {
      throw new CodedError('PART10_TRUNCATED');
    },
  };

  it('become a stream that never holds more than a mebibyte at once', async () => {
    const asked: number[] = [];
    const source: ByteSource = {
      size: LARGE.length,
      read: (start, end) => {
        asked.push(end - start);
        return LARGE.subarray(start, end);
      },
    };
    const streamed = await buffer(
      readableOf([{ source, start: 0, end: source.size }, segmentOf(Uint8Array.of(9))]),
    );
    expect(Buffer.compare(streamed, Buffer.concat([LARGE, Uint8Array.of(9)]))).toBe(0);
    expect(Math.max(...asked)).toBe(MEBIBYTE);
  });

  it('leave no file behind when they cannot be read to the end', () => {
    const path = join(folder, 'half.dcm');
    const segments = [segmentOf(Uint8Array.of(1)), { source: failing, start: 0, end: 10 }];
    expect(() => writeSegments(segments, path)).toThrow(CodedError);
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('end a stream with the error of their source', async () => {
    await expect(buffer(readableOf([{ source: failing, start: 0, end: 10 }]))).rejects.toThrow(CodedError);
  });
});

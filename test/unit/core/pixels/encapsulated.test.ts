import { find, TAG, type Part10File } from '@pseudonymize-redact/core/part10';
import { CORE_CODECS, imagePixelOf, pixelFramesOf, verifyRedaction } from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import { buildPart10, RLE_LOSSLESS, type SyntheticElement } from '../../../synthetic/buildPart10.ts';
import { redactedBytes, redactedFile } from '../../../synthetic/redactedFile.ts';
import { image, imagePixelElements, literalRle, parse } from '../../../synthetic/cellImage.ts';

const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
const made = image({ transferSyntaxUID: RLE_LOSSLESS, frames: 3 });
const rle = made.cells.map((cells) => literalRle(made, cells));

const encapsulated = (
  fragments: readonly Uint8Array[],
  offsetTable: readonly number[] = [],
  extended: readonly SyntheticElement[] = [],
  transferSyntaxUID = RLE_LOSSLESS,
): Part10File =>
  parse(
    buildPart10({
      transferSyntaxUID,
      elements: [
        ...imagePixelElements({ ...made, frames: 3 }),
        ...extended,
        { tag: 0x7fe00010, vr: 'OB', value: { offsetTable, fragments } },
      ],
    }),
  );

const uint64s = (values: readonly number[]): Uint8Array =>
  new Uint8Array(BigUint64Array.from(values, (value) => BigInt(value)).buffer);

const split = (bytes: Uint8Array): Uint8Array[] => [bytes.subarray(0, 80), bytes.subarray(80)];
const starts = (frames: readonly (readonly Uint8Array[])[]): number[] => {
  let offset = 0;
  return frames.map((fragments) => {
    const start = offset;
    for (const { length } of fragments) offset += length + 8;
    return start;
  });
};

const storedFrames = (file: Part10File): Uint8Array[] => {
  const frames = pixelFramesOf(file, imagePixelOf(file), CORE_CODECS);
  return [0, 1, 2].map((index) => frames.stored(index));
};

const fragmentBytes = (file: Part10File): Uint8Array[] =>
  (find(file.dataset, TAG.PixelData)?.fragments ?? []).map(({ valueStart, end }) =>
    file.source.read(valueStart, end),
  );

const uint32s = (bytes: Uint8Array | undefined): number[] => [
  ...new Uint32Array((bytes ?? new Uint8Array()).slice().buffer),
];

const second = {
  box: [1, 1, 4, 4] as [number, number, number, number],
  angleDegrees: 0,
  frames: { first: 2, last: 2 },
};

describe('fragments and frames', () => {
  it('[PX-11] takes one fragment a frame where they are as many', () => {
    expect(storedFrames(encapsulated(rle))).toEqual(rle);
  });

  it('[PX-11] follows a Basic Offset Table over several fragments a frame', () => {
    const fragments = rle.map(split);
    expect(storedFrames(encapsulated(fragments.flat(), starts(fragments)))).toEqual(rle);
  });

  it('[PX-11] follows an Extended Offset Table', () => {
    const offsets = starts(rle.map((bytes) => [bytes]));
    const extended = [
      { tag: 0x7fe00001, vr: 'OV', value: uint64s(offsets) },
      { tag: 0x7fe00002, vr: 'OV', value: uint64s(rle.map(({ length }) => length)) },
    ];
    const file = encapsulated(rle, [], extended);
    expect(storedFrames(file)).toEqual(rle);
    const redacted = redactedFile(file, [second]);
    verifyRedaction(file, redacted, [second], CORE_CODECS);
    const value = find(redacted.dataset, 0x7fe00001);
    const table = redacted.source.read(value?.valueStart ?? 0, value?.valueEnd ?? 0).slice();
    const fragments = fragmentBytes(redacted).slice(1);
    expect([...new BigUint64Array(table.buffer)].map(Number)).toEqual(
      starts(fragments.map((bytes) => [bytes])),
    );
    expect(fragmentBytes(redacted)[0]).toHaveLength(0);
  });

  it('[PX-11] looks for codestreams where there is no table', () => {
    const codestreams = [1, 2, 3].map((frame) =>
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, frame, frame, 0xff, 0xd9),
    );
    const fragments = codestreams.flatMap((bytes) => [bytes.subarray(0, 6), bytes.subarray(6)]);
    expect(storedFrames(encapsulated(fragments, [], [], JPEG_BASELINE))).toEqual(codestreams);
  });

  it('[PX-11] refuses what does not give every frame its fragments', () => {
    const fragments = rle.map(split).flat();
    const files = [
      encapsulated(rle.slice(0, 2)),
      encapsulated(fragments),
      encapsulated(fragments, [0, 88]),
      encapsulated(fragments, [0, 90, 300]),
      encapsulated(fragments, [8, 88, 300]),
      encapsulated(rle, [0, 0, 0]),
    ];
    for (const file of files)
      expect(() => storedFrames(file)).toThrow(expect.objectContaining({ code: 'PIXELS_FRAMES_AMBIGUOUS' }));
  });

  it('[PX-05] keeps the fragments of frames without a region', () => {
    const fragments = rle.map(split);
    const file = encapsulated(fragments.flat(), starts(fragments));
    const redacted = redactedFile(file, [second]);
    const [, first, more, , third, last] = fragmentBytes(redacted);
    expect([first, more, third, last]).toEqual([...(fragments[0] ?? []), ...(fragments[2] ?? [])]);
    verifyRedaction(file, redacted, [second], CORE_CODECS);
  });

  it('[PX-12] writes the Basic Offset Table anew, and leaves an empty one empty', () => {
    const fragments = rle.map(split);
    const redacted = redactedFile(encapsulated(fragments.flat(), starts(fragments)), [second]);
    const [table, a = new Uint8Array(), b = new Uint8Array(), c = new Uint8Array()] = fragmentBytes(redacted);
    expect(uint32s(table)).toEqual([0, a.length + b.length + 16, a.length + b.length + c.length + 24]);
    expect(fragmentBytes(redactedFile(encapsulated(rle), [second]))[0]).toHaveLength(0);
  });

  it('[PX-06] leaves Pixel Data alone where there is no region, whatever they are', () => {
    const strange = encapsulated([Uint8Array.of(1, 2)], [], [], JPEG_BASELINE);
    expect(redactedBytes(strange, [])).toEqual(strange.source.read(0, strange.source.size));
  });

  it('[PX-15] refuses a Transfer Syntax without a codec', () => {
    const file = encapsulated(rle, [], [], JPEG_BASELINE);
    expect(() => redactedFile(file, [second])).toThrow(
      expect.objectContaining({ code: 'PIXELS_TRANSFER_SYNTAX_UNSUPPORTED', where: JPEG_BASELINE }),
    );
  });
});

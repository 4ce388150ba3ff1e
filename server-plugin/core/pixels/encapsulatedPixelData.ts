import { CodedError } from '../errors/index.ts';
import {
  concatenate,
  type ByteSource,
  type Fragment,
  type Part10File,
  type Segment,
} from '../part10/index.ts';
import { findPixelData, type ImagePixel } from './imagePixel.ts';
import { readOffsetTable, type OffsetTable, type OffsetTableKind } from './offsetTable.ts';

/** Encapsulated frames (PS3.5 section A.4), each with its fragments in order. */
export interface EncapsulatedPixelData {
  readonly offsetTable: OffsetTableKind;
  readonly frames: readonly (readonly Segment[])[];
}

const ambiguous = (where: string): CodedError => new CodedError('PIXELS_FRAMES_AMBIGUOUS', where);

/** The indices of the fragments that frames begin with, from the table's offsets. */
const startsByTable = (fragments: readonly Fragment[], { offsets }: OffsetTable): readonly number[] => {
  const first = fragments[0]?.start ?? 0;
  const indexByOffset = new Map(fragments.map(({ start }, index) => [start - first, index]));
  return offsets.map((offset) => {
    const index = indexByOffset.get(offset);
    if (index === undefined) throw ambiguous('offset table');
    return index;
  });
};

/** SOI of the JPEG family, SOC and SIZ of JPEG 2000: neither can stand in entropy-coded data (ISO 10918-1 B.1.1.2, 15444-1 A.2). */
const beginsCodestream = (source: ByteSource, { valueStart, end }: Fragment): boolean => {
  if (end - valueStart < 4) return false;
  const [a, b, c, d] = source.read(valueStart, valueStart + 4);
  if (a !== 0xff || c !== 0xff) return false;
  return b === 0xd8 || (b === 0x4f && d === 0x51);
};

const startsByCodestream = (source: ByteSource, fragments: readonly Fragment[]): readonly number[] =>
  fragments.flatMap((fragment, index) => (beginsCodestream(source, fragment) ? [index] : []));

const frameStarts = (
  file: Part10File,
  fragments: readonly Fragment[],
  table: OffsetTable,
  numberOfFrames: number,
): readonly number[] => {
  if (table.offsets.length > 0) return startsByTable(fragments, table);
  if (numberOfFrames === 1) return [0];
  if (fragments.length === numberOfFrames) return fragments.map((_, index) => index);
  return startsByCodestream(file.source, fragments);
};

/**
 * Which fragments make up which frame: by the offset tables; without one, all of them where there is one frame, one each where
 * they are as many as the frames, else by where codestreams begin.
 *
 * @throws CodedError PIXELS_FRAMES_AMBIGUOUS where that does not give every frame its fragments
 */
export const encapsulatedPixelDataOf = (
  file: Part10File,
  { numberOfFrames }: ImagePixel,
): EncapsulatedPixelData => {
  const [basic, ...fragments] = findPixelData(file)?.fragments ?? [];
  if (basic === undefined) throw ambiguous('no Basic Offset Table');
  const table = readOffsetTable(file, basic);
  const starts = frameStarts(file, fragments, table, numberOfFrames);
  const ascending = starts.every((start, index) => start > (starts[index - 1] ?? -1));
  if (starts.length !== numberOfFrames || starts[0] !== 0 || !ascending || fragments.length === 0)
    throw ambiguous(`${numberOfFrames} frames, ${fragments.length} fragments`);
  const frames = starts.map((start, index) =>
    fragments
      .slice(start, starts[index + 1] ?? fragments.length)
      .map(({ valueStart, end }) => ({ source: file.source, start: valueStart, end })),
  );
  return { offsetTable: table.kind, frames };
};

/** The codestream of a frame. */
export const codestreamOf = (fragments: readonly Segment[]): Uint8Array => {
  const [only, ...more] = fragments;
  return only !== undefined && more.length === 0
    ? only.source.read(only.start, only.end)
    : concatenate(fragments);
};

import { CodedError } from '../errors/index.ts';
import { find, nameOf, TAG, type Fragment, type Part10File } from '../part10/index.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';

/** How a file tells where its frames begin. */
export type OffsetTableKind = 'none' | 'basic' | 'extended';

/** 0-based offsets of frames from the first fragment's Item Tag on (PS3.5 section A.4). */
export interface OffsetTable {
  readonly kind: OffsetTableKind;
  readonly offsets: readonly number[];
}

const MAX_BASIC_OFFSET = 0xffffffff;

const uint64s = (bytes: Uint8Array): readonly number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, index) => Number(view.getBigUint64(index * 8, true)));
};

const basicOffsets = (file: Part10File, table: Fragment): readonly number[] => {
  const bytes = file.source.read(table.valueStart, table.end);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length % 4 !== 0) throw new CodedError('PIXELS_FRAMES_AMBIGUOUS', 'Basic Offset Table');
  return Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4, true));
};

/** The Extended Offset Table where there is one (PS3.3 section C.7.6.3.1.8), else the Basic one, which can be empty. */
export const readOffsetTable = (file: Part10File, basic: Fragment): OffsetTable => {
  const extended = find(file.dataset, IMAGE_PIXEL_TAG.ExtendedOffsetTable);
  if (extended !== undefined) {
    if ((extended.valueEnd - extended.valueStart) % 8 !== 0)
      throw new CodedError('PIXELS_FRAMES_AMBIGUOUS', nameOf(extended.tag));
    return { kind: 'extended', offsets: uint64s(file.source.read(extended.valueStart, extended.valueEnd)) };
  }
  const offsets = basicOffsets(file, basic);
  return { kind: offsets.length === 0 ? 'none' : 'basic', offsets };
};

/** @throws CodedError PIXELS_LENGTH_MISMATCH where 32 bits do not hold an offset */
export const encodeBasicOffsets = (offsets: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(offsets.length * 4);
  const view = new DataView(bytes.buffer);
  offsets.forEach((offset, index) => {
    if (offset > MAX_BASIC_OFFSET) throw new CodedError('PIXELS_LENGTH_MISMATCH', nameOf(TAG.PixelData));
    view.setUint32(index * 4, offset, true);
  });
  return bytes;
};

/** The values of Extended Offset Table and Extended Offset Table Lengths. */
export const encodeUint64s = (values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setBigUint64(index * 8, BigInt(value), true));
  return bytes;
};

import { segmentOf, segmentsLength, TAG, type Segment } from '../part10/index.ts';
import type { AttributeEdits } from './attributeEdits.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';
import { encodeBasicOffsets, encodeUint64s, type OffsetTableKind } from './offsetTable.ts';

const ITEM_HEADER_BYTES = 8;
const evenLength = (fragment: Segment): number => {
  const length = segmentsLength([fragment]);
  return length + (length % 2);
};

/** Fragments and offset table (PS3.5 section A.4); the table is of the kind that the file had, so far as readers can do with it. */
export const setFragments = (
  edits: AttributeEdits,
  frames: readonly (readonly Segment[])[],
  kind: OffsetTableKind,
): void => {
  const lengths = frames.map((fragments) =>
    fragments.reduce((sum, fragment) => sum + evenLength(fragment), 0),
  );
  const offsets: number[] = [];
  let offset = 0;
  frames.forEach((fragments, index) => {
    offsets.push(offset);
    offset += fragments.length * ITEM_HEADER_BYTES + (lengths[index] ?? 0);
  });
  const clear = frames.length === 1 || frames.every(({ length }) => length === 1);
  const basic =
    kind === 'basic' || (kind === 'none' && !clear) ? encodeBasicOffsets(offsets) : new Uint8Array();
  const fragments = frames.flat().map((fragment) => [fragment]);
  edits.set(TAG.PixelData, 'OB', { fragments: [[segmentOf(basic)], ...fragments] });
  if (kind !== 'extended') return;
  edits.set(IMAGE_PIXEL_TAG.ExtendedOffsetTable, 'OV', encodeUint64s(offsets));
  edits.set(IMAGE_PIXEL_TAG.ExtendedOffsetTableLengths, 'OV', encodeUint64s(lengths));
};

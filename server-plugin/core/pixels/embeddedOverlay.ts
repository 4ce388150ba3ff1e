import { elementOf, find, groupOf, makeTag, numbersOf, type Part10File } from '../part10/index.ts';
import type { ImagePixel } from './imagePixel.ts';

const FIRST_OVERLAY_GROUP = 0x6000;
const LAST_OVERLAY_GROUP = 0x60ff;
const OVERLAY_BIT_POSITION = 0x0102;
const OVERLAY_DATA = 0x3000;

/**
 * The bit positions that overlay groups (60xx) without Overlay Data of their own claim in the Pixel Cells.
 *
 * @see PS3.3 section C.9.2, PS3.5 section 8.1.2 (both retired, still found)
 */
export const embeddedOverlayPositions = ({ dataset, source }: Part10File): readonly number[] =>
  dataset.elements.flatMap((element) => {
    const group = groupOf(element.tag);
    if (group < FIRST_OVERLAY_GROUP || group > LAST_OVERLAY_GROUP) return [];
    if (elementOf(element.tag) !== OVERLAY_BIT_POSITION) return [];
    if (find(dataset, makeTag(group, OVERLAY_DATA)) !== undefined) return [];
    return numbersOf(source, element, dataset.encoding);
  });

/**
 * The bits of a Pixel Cell to clear, because what an overlay plane shows may identify (Clean Graphics, PS3.15 section E.3.3);
 * never one of the stored value.
 */
export const overlayBits = (
  positions: readonly number[],
  { bitsAllocated, bitsStored, highBit }: ImagePixel,
): number => {
  const lowBit = highBit + 1 - bitsStored;
  return positions
    .filter((position) => position < bitsAllocated && (position < lowBit || position > highBit))
    .reduce((bits, position) => (bits | (1 << position)) >>> 0, 0);
};

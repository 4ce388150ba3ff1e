import { CodedError } from '../errors/index.ts';
import { find, nameOf, numbersOf, type Part10File, type Tag } from '../part10/index.ts';
import type { ImagePixel } from './imagePixel.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';

/** Entries of one colour; the first is for the stored value `firstMapped` and all below it. */
export interface LookupTable {
  readonly firstMapped: number;
  readonly entries: readonly number[];
}

/** 0 stands for 65536: the number has 16 bits (PS3.3 section C.7.6.3.1.5). */
const MOST_ENTRIES = 0x10000;
/** Luma as PS3.3 section C.7.6.3.1.2 weighs the colours for YBR_FULL. */
const LUMA_WEIGHTS = [0.299, 0.587, 0.114] as const;

const invalid = (tag: Tag): CodedError => new CodedError('PIXELS_ATTRIBUTE_INVALID', nameOf(tag));

const DATA_TAGS: readonly Tag[] = [
  IMAGE_PIXEL_TAG.RedPaletteColorLookupTableData,
  IMAGE_PIXEL_TAG.GreenPaletteColorLookupTableData,
  IMAGE_PIXEL_TAG.BluePaletteColorLookupTableData,
];

/** The entries of one table as 16-bit numbers; 8-bit ones may be packed two to a word (PS3.3 section C.7.6.3.1.6). */
const entriesOf = (file: Part10File, tag: Tag, count: number, bits: number): readonly number[] => {
  const element = find(file.dataset, tag);
  if (element === undefined) throw invalid(tag);
  const words = numbersOf(file.source, { ...element, vr: 'OW' }, file.dataset.encoding);
  if (words.length >= count) return words.slice(0, count);
  if (bits !== 8 || words.length * 2 < count) throw invalid(tag);
  return words.flatMap((word) => [word & 0xff, word >>> 8]).slice(0, count);
};

/**
 * The tables of red, green and blue.
 *
 * @throws CodedError PIXELS_ATTRIBUTE_INVALID; segmented tables (0028,1221) are not read
 */
export const lookupTables = (file: Part10File, { sampleType }: ImagePixel): readonly LookupTable[] => {
  const tag = IMAGE_PIXEL_TAG.RedPaletteColorLookupTableDescriptor;
  const element = find(file.dataset, tag);
  if (element === undefined) throw invalid(tag);
  const vr = sampleType === 'signed' ? 'SS' : 'US';
  const [count = 0, firstMapped = 0, bits = 0] = numbersOf(
    file.source,
    { ...element, vr },
    file.dataset.encoding,
  );
  const entries = count & 0xffff || MOST_ENTRIES;
  return DATA_TAGS.map((data) => ({ firstMapped, entries: entriesOf(file, data, entries, bits) }));
};

/**
 * The stored value of a PALETTE COLOR image that is displayed darkest.
 *
 * @throws CodedError PIXELS_ATTRIBUTE_INVALID; segmented tables (0028,1221) are not read
 * @see PS3.3 section C.7.9
 */
export const darkestPaletteValue = (file: Part10File, imagePixel: ImagePixel): number => {
  const tables = lookupTables(file, imagePixel);
  const [red] = tables;
  if (red === undefined) throw invalid(IMAGE_PIXEL_TAG.RedPaletteColorLookupTableData);
  const last =
    imagePixel.sampleType === 'signed'
      ? 2 ** (imagePixel.bitsStored - 1) - 1
      : 2 ** imagePixel.bitsStored - 1;
  const reachable = Math.min(red.entries.length, last - red.firstMapped + 1);
  let darkest = 0;
  let least = Infinity;
  for (let index = 0; index < reachable; index++) {
    const luma = tables.reduce(
      (sum, { entries }, colour) => sum + (entries[index] ?? 0) * (LUMA_WEIGHTS[colour] ?? 0),
      0,
    );
    if (luma < least) {
      least = luma;
      darkest = index;
    }
  }
  return red.firstMapped + darkest;
};

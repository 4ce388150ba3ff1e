/** A Data Element Tag as one unsigned 32-bit number: group × 0x10000 + element (PS3.5 section 7.1). */
export type Tag = number;

export const makeTag = (group: number, element: number): Tag => ((group << 16) | element) >>> 0;
export const groupOf = (tag: Tag): number => tag >>> 16;
export const elementOf = (tag: Tag): number => tag & 0xffff;
/** Odd groups are private (PS3.5 section 7.8). */
export const isPrivate = (tag: Tag): boolean => (groupOf(tag) & 1) === 1;
/** (gggg,0010–00FF) of a private group reserve a block for a Private Creator (PS3.5 section 7.8.1). */
export const isPrivateCreator = (tag: Tag): boolean =>
  isPrivate(tag) && elementOf(tag) >= 0x10 && elementOf(tag) <= 0xff;
export const isGroupLength = (tag: Tag): boolean => elementOf(tag) === 0;

/** "(GGGG,EEEE)" in upper-case hexadecimal. */
export const formatTag = (tag: Tag): string => {
  const hex = tag.toString(16).toUpperCase().padStart(8, '0');
  return `(${hex.slice(0, 4)},${hex.slice(4)})`;
};

export const TAG = {
  FileMetaInformationGroupLength: 0x00020000,
  MediaStorageSOPClassUID: 0x00020002,
  MediaStorageSOPInstanceUID: 0x00020003,
  TransferSyntaxUID: 0x00020010,
  SpecificCharacterSet: 0x00080005,
  SOPInstanceUID: 0x00080018,
  SeriesInstanceUID: 0x0020000e,
  PixelData: 0x7fe00010,
  FloatPixelData: 0x7fe00008,
  DoubleFloatPixelData: 0x7fe00009,
  DataSetTrailingPadding: 0xfffcfffc,
  Item: 0xfffee000,
  ItemDelimitationItem: 0xfffee00d,
  SequenceDelimitationItem: 0xfffee0dd,
} as const;

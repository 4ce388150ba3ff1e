/**
 * Whether OHIF shows nothing of an image: its rows or columns are 0 mm apart.
 * @param header its values by keywords, as the viewer has them: Pixel Spacing (0028,0030), PS3.3 10.7.1.3
 */
export const isShownBlack = ({ PixelSpacing }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(PixelSpacing) && PixelSpacing.slice(0, 2).some((spacing) => Number(spacing) === 0);

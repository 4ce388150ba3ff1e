/** What of an image's header makes OHIF show nothing of it. */
export type BlackBy = 'PixelSpacing' | 'WindowWidth';

/**
 * Why OHIF shows nothing of an image: its rows or columns are 0 mm apart, or its displayed window has no width. Null where it does.
 * @param header its values by keywords, as the viewer has them: Pixel Spacing (0028,0030), PS3.3 10.7.1.3; Window Width (0028,1051),
 * PS3.3 C.11.2.1.2
 */
export const blackBy = ({ PixelSpacing, WindowWidth }: Readonly<Record<string, unknown>>): BlackBy | null => {
  if (Array.isArray(PixelSpacing) && PixelSpacing.slice(0, 2).some((spacing) => Number(spacing) === 0))
    return 'PixelSpacing';
  const [width] = [WindowWidth].flat();
  return width !== undefined && width !== null && Number(width) === 0 ? 'WindowWidth' : null;
};

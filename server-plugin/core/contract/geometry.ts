import { z } from 'zod';

/** A UID (PS3.5 section 9.1), not checked for leading zeros: sources in the wild have them. */
export const Uid = z.string().regex(/^[0-9.]{1,64}$/);

/** [x0, y0, x1, y1] in image pixels, edge coordinates: 0 is the left or top edge of the first pixel, x1 = Columns the right edge of the last. */
export const Box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([x0, y0, x1, y1]) => x0 < x1 && y0 < y1);
export type Box = z.infer<typeof Box>;

/** 1-based, both ends included, as PS3.3 counts frames. */
export const FrameRange = z
  .object({ first: z.int().min(1), last: z.int().min(1) })
  .refine(({ first, last }) => first <= last);
export type FrameRange = z.infer<typeof FrameRange>;

/** Exactly one of the two: one SOP Instance, or every image of a series. */
export const RegionScope = z.union([
  z.object({ sopInstanceUID: Uid }).strict(),
  z.object({ seriesInstanceUID: Uid }).strict(),
]);
export type RegionScope = z.infer<typeof RegionScope>;

/**
 * What blanked pixels become: the darkest displayed value; the mean of what surrounds them; or stored values, one for each sample,
 * which an image of another kind refuses.
 */
export const Fill = z.union([z.enum(['darkest', 'surroundings']), z.array(z.number()).min(1).max(3)]);
export type Fill = z.infer<typeof Fill>;

/** What a text tells about a person. */
export const TextClass = z.enum(['identifying', 'unknown', 'harmless']);

/** A place whose pixels are to be blanked. */
export const Region = z.object({
  scope: RegionScope,
  /** Absent: every frame. */
  frames: FrameRange.optional(),
  box: Box,
  /** Rotation of the box about its centre, clockwise as seen on the image. */
  angleDegrees: z.number().min(-180).max(180).default(0),
  /** Of the text that was found there; absent: a person drew the region. Counted in reports. */
  textClass: TextClass.optional(),
});
export type Region = z.infer<typeof Region>;

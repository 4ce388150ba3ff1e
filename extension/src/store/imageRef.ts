/** One displayed image: a frame of a SOP Instance. Frames are 1-based, as in PS3.3. */
export interface ImageRef {
  readonly studyInstanceUID: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  readonly frame: number;
}

/** An image of an open study, and where the viewer has it. */
export interface ListedImage extends ImageRef {
  readonly imageId: string;
  readonly displaySetInstanceUID: string;
}

/** The key of an image in maps. A UID holds digits and dots only, so `#` keeps keys apart. */
export const imageKey = ({ sopInstanceUID, frame }: Pick<ImageRef, 'sopInstanceUID' | 'frame'>): string =>
  `${sopInstanceUID}#${frame}`;

export const isSameImage = (a: ImageRef | null, b: ImageRef | null): boolean =>
  a === b || (a !== null && b !== null && imageKey(a) === imageKey(b));

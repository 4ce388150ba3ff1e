import { CodedError } from '../errors/index.ts';

/** Stored values of one frame; any numeric array that a decoder or a viewer hands out. */
export type StoredValues =
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** The values, in the units of the image's `pixels`, that are displayed black and white. */
export interface DisplayWindow {
  readonly lower: number;
  readonly upper: number;
}

/** One frame to search for text, or a part of one. */
export interface SourceImage {
  readonly rows: number;
  readonly columns: number;
  /** 1 for grey values, 3 for RGB, 4 for RGBA (alpha is ignored); palettes and YBR are turned into RGB by the caller. */
  readonly samplesPerPixel: 1 | 3 | 4;
  /** Rows × Columns × Samples per Pixel values, colour by pixel. */
  readonly pixels: StoredValues;
  /** True for MONOCHROME1 (PS3.3 C.7.6.3.1.2): the lowest value is white. */
  readonly invert: boolean;
  /** The displayed window of a grey image; it is searched beside the full range of the values. */
  readonly window?: DisplayWindow;
  /** Rows × Columns of the frame that it is a part of. @default its own */
  readonly frameArea?: number;
}

/** @throws CodedError DETECTION_IMAGE_INVALID where there are not as many pixels as it says */
export const checkSize = ({ rows, columns, samplesPerPixel, pixels }: SourceImage): void => {
  const whole = Number.isInteger(rows) && Number.isInteger(columns) && rows > 0 && columns > 0;
  if (!whole || pixels.length !== rows * columns * samplesPerPixel)
    throw new CodedError('DETECTION_IMAGE_INVALID');
};

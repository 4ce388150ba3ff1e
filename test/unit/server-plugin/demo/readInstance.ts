import type { Box } from '@pseudonymize-redact/core/contract';
import {
  characterSetOf,
  find,
  numbersOf,
  tagOfKeyword,
  textOf,
  type DataElement,
  type Dataset,
} from '@pseudonymize-redact/core/part10';
import { CORE_CODECS, findPixelData, imagePixelOf, pixelFramesOf } from '@pseudonymize-redact/core/pixels';
import { openPart10 } from '../../../synthetic/openPart10.ts';

/** An image read with the project's own reader. */
export interface ReadInstance {
  /** '' where the attribute is absent. */
  text(keyword: string): string;
  metaText(keyword: string): string;
  number(keyword: string): number;
  /** Uncompressed, frame after frame. */
  readonly pixelData: Uint8Array;
  /** Everything before the pixels. */
  readonly headerBytes: Uint8Array;
  /** Range of the stored values in the box over that of the frame: of the first sample, colour by pixel. */
  contrast(frame: number, box: Box): number;
}

export const readInstance = (bytes: Uint8Array): ReadInstance => {
  const file = openPart10(bytes);
  const { source, meta, dataset } = file;
  const characters = characterSetOf(source, dataset);

  const element = (from: Dataset, keyword: string): DataElement | undefined => {
    const tag = tagOfKeyword(keyword);
    if (tag === undefined) throw new Error(`no attribute ${keyword}`);
    return find(from, tag);
  };
  const text = (from: Dataset, keyword: string): string => {
    const found = element(from, keyword);
    return found === undefined ? '' : textOf(source, found, characters).trim();
  };
  const number = (keyword: string): number => {
    const found = element(dataset, keyword);
    return found === undefined ? Number.NaN : Number(numbersOf(source, found, dataset.encoding)[0]);
  };
  const imagePixel = imagePixelOf(file);
  const frames = pixelFramesOf(file, imagePixel, CORE_CODECS);
  const pixelData = new Uint8Array(
    Buffer.concat(
      Array.from({ length: imagePixel.numberOfFrames }, (_, index) => frames.decoded(index).bytes),
    ),
  );

  const rangeIn = (frame: number, [x0, y0, x1, y1]: Box): number => {
    const [samples, bits] = [number('SamplesPerPixel'), number('BitsAllocated')];
    const [rows, columns] = [number('Rows'), number('Columns')];
    const signed = number('PixelRepresentation') === 1;
    const view = new DataView(pixelData.buffer, pixelData.byteOffset, pixelData.byteLength);
    let low = Infinity;
    let high = -Infinity;
    for (let row = y0; row < y1; row++)
      for (let column = x0; column < x1; column++) {
        const pixel = ((frame - 1) * rows + row) * columns + column;
        const at = pixel * samples * (bits / 8);
        const value =
          bits === 8 ? view.getUint8(at) : signed ? view.getInt16(at, true) : view.getUint16(at, true);
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    return high - low;
  };
  const frameRanges = new Map<number, number>();
  const contrast = (frame: number, box: Box): number => {
    const whole = frameRanges.get(frame) ?? rangeIn(frame, [0, 0, number('Columns'), number('Rows')]);
    frameRanges.set(frame, whole);
    return rangeIn(frame, box) / whole;
  };

  return {
    text: (keyword) => text(dataset, keyword),
    metaText: (keyword) => text(meta, keyword),
    number,
    pixelData,
    headerBytes: bytes.subarray(0, findPixelData(file)?.start),
    contrast,
  };
};

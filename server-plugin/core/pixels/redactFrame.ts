import { areasOf } from './areas.ts';
import type { FillRule } from './fill.ts';
import type { RowSpan } from './rowSpans.ts';
import type { StoredPixels } from './storedPixels.ts';

/** What is done to one uncompressed frame. */
export interface FrameRedaction {
  readonly spans: readonly RowSpan[];
  readonly fill: FillRule;
  /** Bits of every Pixel Cell of the frame that hold overlay planes and are cleared; 0 where there are none. */
  readonly overlayBits: number;
}

/** Blanks the spans in place and clears overlay planes; nothing else changes. */
export const redactFrame = (pixels: StoredPixels, { spans, fill, overlayBits }: FrameRedaction): void => {
  const { columns } = pixels.imagePixel;
  if (spans.length > 0) {
    const areas = areasOf(spans);
    const fills = fill(pixels, areas);
    areas.forEach((area, index) => {
      fills[index]?.forEach((value, sample) => {
        for (const { row, start, end } of area) {
          for (let pixel = row * columns + start; pixel < row * columns + end; pixel++)
            pixels.set(pixel, sample, value);
        }
      });
    });
  }
  if (overlayBits !== 0) pixels.clear(overlayBits);
};

import { imagePixelOf, regionFault, spansByFrame, type PixelRegion } from '@pseudonymize-redact/core/pixels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { image, imageBytes, parse } from '../../../synthetic/cellImage.ts';

const box = (x0: number, y0: number, x1: number, y1: number, angleDegrees = 0): PixelRegion => ({
  box: [x0, y0, x1, y1],
  angleDegrees,
});
const imagePixel = imagePixelOf(parse(imageBytes(image({ rows: 20, columns: 30, frames: 3 }))));
const spansOf = (...regions: PixelRegion[]) => spansByFrame(regions, imagePixel).get(0);

const tenths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 10);

describe('regions to pixels', () => {
  it('[PX-03] blanks every pixel that a box touches', () => {
    expect(spansOf(box(2.1, 3.9, 4, 5))).toEqual([
      { row: 3, start: 2, end: 4 },
      { row: 4, start: 2, end: 4 },
    ]);
  });

  it('[PX-03] turns a box clockwise about its centre', () => {
    expect(spansOf(box(4, 9, 16, 11, 90))).toEqual(
      Array.from({ length: 12 }, (_, index) => ({ row: index + 4, start: 9, end: 11 })),
    );
    const clockwise = spansOf(box(5, 9, 15, 11, 30)) ?? [];
    expect(clockwise[0]?.start).toBeLessThan(clockwise.at(-1)?.start ?? 0);
  });

  it('[PX-03] makes one list of overlapping regions', () => {
    expect(spansOf(box(0, 0, 4, 1), box(2, 0, 8, 1), box(20, 0, 22, 1))).toEqual([
      { row: 0, start: 0, end: 8 },
      { row: 0, start: 20, end: 22 },
    ]);
  });

  it('[PX-03] blanks both pixels of a pair that shares its chrominance', () => {
    const subsampled = imagePixelOf(
      parse(imageBytes(image({ photometricInterpretation: 'YBR_FULL_422', rows: 4, columns: 10 }))),
    );
    expect(spansByFrame([box(3, 1, 5, 2)], subsampled).get(0)).toEqual([{ row: 1, start: 2, end: 6 }]);
  });

  it('[PX-03] holds every point of a rotated box, within the image', () => {
    fc.assert(
      fc.property(
        fc.tuple(tenths(-50, 250), tenths(-50, 150), tenths(30, 200), tenths(30, 200)),
        fc.integer({ min: -180, max: 180 }),
        // A point of the box, from its centre in halves of width and height; none on an edge, which belongs to both sides.
        fc.tuple(tenths(-9, 9), tenths(-9, 9)),
        ([x, y, width, height], angle, [u, v]) => {
          const radians = (angle * Math.PI) / 180;
          const [dx, dy] = [(u * width) / 2, (v * height) / 2];
          const px = Math.floor(x + width / 2 + dx * Math.cos(radians) - dy * Math.sin(radians));
          const py = Math.floor(y + height / 2 + dx * Math.sin(radians) + dy * Math.cos(radians));
          fc.pre(px >= 0 && px < 30 && py >= 0 && py < 20);
          const spans = spansOf(box(x, y, x + width, y + height, angle)) ?? [];
          expect(spans.some(({ row, start, end }) => row === py && start <= px && px < end)).toBe(true);
          for (const { row, start, end } of spans)
            expect(row >= 0 && row < 20 && start >= 0 && start < end && end <= 30).toBe(true);
        },
      ),
    );
  });

  it('[PX-04] refuses a region outside the image, and one of a frame that it has not', () => {
    const outside = [box(30, 0, 40, 5), box(-9, -9, 0, 0), box(0, 20, 5, 30)];
    for (const region of outside)
      expect(() => spansByFrame([region], imagePixel)).toThrow(
        expect.objectContaining({ code: 'PIXELS_REGION_OUTSIDE' }),
      );
    const frames = { ...box(0, 0, 2, 2), frames: { first: 3, last: 4 } };
    expect(() => spansByFrame([frames], imagePixel)).toThrow(
      expect.objectContaining({ code: 'PIXELS_FRAME_OUTSIDE' }),
    );
  });

  it('[PX-04] tells from the size alone why a region does not fit', () => {
    const size = { rows: 10, columns: 20, numberOfFrames: 3 };
    const fault = (changes: Partial<PixelRegion>) =>
      regionFault({ box: [0, 0, 2, 2], angleDegrees: 0, ...changes }, size);
    expect(fault({})).toBeNull();
    expect(fault({ box: [18, 8, 30, 30], frames: { first: 3, last: 3 } })).toBeNull();
    expect(fault({ box: [20, 0, 22, 2] })).toBe('PIXELS_REGION_OUTSIDE');
    expect(fault({ box: [0, -4, 2, 0] })).toBe('PIXELS_REGION_OUTSIDE');
    expect(fault({ frames: { first: 3, last: 4 } })).toBe('PIXELS_FRAME_OUTSIDE');
  });

  it('[PX-03] names only the frames of the range, counted from 1', () => {
    const spans = spansByFrame([{ ...box(0, 0, 1, 1), frames: { first: 2, last: 3 } }], imagePixel);
    expect([...spans.keys()]).toEqual([1, 2]);
  });
});

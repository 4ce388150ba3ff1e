import { find, numbersOf, type Dataset, type Part10File, type Tag } from '../part10/index.ts';
import { CodedError } from '../errors/index.ts';
import { imagePixelOf } from './imagePixel.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';
import type { PixelRegion } from './rowSpans.ts';

/** [x0, y0, x1, y1] in image pixels, edge coordinates. */
type Rectangle = readonly [x0: number, y0: number, x1: number, y1: number];

const CORNER_TAGS: readonly Tag[] = [
  IMAGE_PIXEL_TAG.RegionLocationMinX0,
  IMAGE_PIXEL_TAG.RegionLocationMinY0,
  IMAGE_PIXEL_TAG.RegionLocationMaxX1,
  IMAGE_PIXEL_TAG.RegionLocationMaxY1,
];

/** The corners are pixels, the last one within the region (PS3.3 section C.8.5.5.1.1); some regions exceed their image. */
const rectangleOf = (file: Part10File, item: Dataset, rows: number, columns: number): Rectangle => {
  const [minX, minY, maxX, maxY] = CORNER_TAGS.map((tag) => {
    const element = find(item, tag);
    return element === undefined ? undefined : numbersOf(file.source, element, item.encoding)[0];
  });
  if (minX === undefined || minY === undefined || maxX === undefined || maxY === undefined)
    throw new CodedError('PIXELS_ATTRIBUTE_INVALID', 'SequenceOfUltrasoundRegions');
  return [minX, minY, Math.min(columns, maxX + 1), Math.min(rows, maxY + 1)];
};

/** What of [0, columns) no rectangle of the band covers. */
const gaps = (rectangles: readonly Rectangle[], columns: number): readonly (readonly [number, number])[] => {
  const out: (readonly [number, number])[] = [];
  let free = 0;
  for (const [x0, , x1] of [...rectangles].sort((a, b) => a[0] - b[0])) {
    if (x0 > free) out.push([free, x0]);
    free = Math.max(free, x1);
  }
  if (free < columns) out.push([free, columns]);
  return out;
};

/**
 * Everything outside the ultrasound regions (0018,6011), of every frame: where scanners write names.
 *
 * @throws CodedError PIXELS_ULTRASOUND_REGIONS_ABSENT where the file has no such regions, PIXELS_ATTRIBUTE_INVALID and those of `imagePixelOf`
 * @see PS3.3 section C.8.5.5
 */
export const outsideUltrasoundRegions = (file: Part10File): readonly PixelRegion[] => {
  const sequence = find(file.dataset, IMAGE_PIXEL_TAG.SequenceOfUltrasoundRegions);
  const items = sequence?.items ?? [];
  if (items.length === 0) throw new CodedError('PIXELS_ULTRASOUND_REGIONS_ABSENT');
  const { rows, columns } = imagePixelOf(file);
  const rectangles = items.map(({ dataset }) => rectangleOf(file, dataset, rows, columns));
  const edges = new Set([0, rows, ...rectangles.flatMap(([, y0, , y1]) => [y0, y1])]);
  const heights = [...edges].filter((y) => y <= rows).sort((a, b) => a - b);
  return heights.slice(1).flatMap((y1, index) => {
    const y0 = heights[index] ?? 0;
    const across = rectangles.filter((rectangle) => rectangle[1] <= y0 && rectangle[3] >= y1);
    return gaps(across, columns).map(([x0, x1]) => ({ box: [x0, y0, x1, y1], angleDegrees: 0 }));
  });
};

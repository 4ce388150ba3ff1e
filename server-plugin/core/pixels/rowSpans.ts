import type { Region } from '../contract/index.ts';
import { CodedError } from '../errors/index.ts';
import type { ImagePixel } from './imagePixel.ts';
import { isSubsampled } from './photometricInterpretation.ts';

/** Where pixels are blanked: the scope is the caller's business. */
export type PixelRegion = Pick<Region, 'box' | 'angleDegrees' | 'frames'>;

/** Pixels [start, end) of a row, all 0-based. */
export interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

type Point = readonly [x: number, y: number];

/** So near to an edge that it is rounding: a box turned by 90 degrees must not grow by a pixel. */
const TOLERANCE = 1e-6;

const cornersOf = ({ box: [x0, y0, x1, y1], angleDegrees }: PixelRegion): readonly Point[] => {
  const radians = (angleDegrees * Math.PI) / 180;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const centreX = (x0 + x1) / 2;
  const centreY = (y0 + y1) / 2;
  // y points down: a positive angle turns clockwise as seen.
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([x = 0, y = 0]) => [
    centreX + (x - centreX) * cosine - (y - centreY) * sine,
    centreY + (x - centreX) * sine + (y - centreY) * cosine,
  ]);
};

/** The x range of a convex polygon between two heights, or null where it is not there. */
const extentBetween = (corners: readonly Point[], top: number, bottom: number): Point | null => {
  const xs: number[] = [];
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    if (y >= top && y <= bottom) xs.push(x);
    for (const height of [top, bottom]) {
      if ((y < height && nextY > height) || (y > height && nextY < height))
        xs.push(x + ((nextX - x) * (height - y)) / (nextY - y));
    }
  });
  return xs.length === 0 ? null : [Math.min(...xs), Math.max(...xs)];
};

/** Every pixel that the region touches, within the image. */
const spansOfRegion = (
  region: PixelRegion,
  {
    rows,
    columns,
    photometricInterpretation,
  }: Pick<ImagePixel, 'rows' | 'columns' | 'photometricInterpretation'>,
): readonly RowSpan[] => {
  const corners = cornersOf(region);
  const heights = corners.map(([, y]) => y);
  const firstRow = Math.max(0, Math.floor(Math.min(...heights) + TOLERANCE));
  const endRow = Math.min(rows, Math.ceil(Math.max(...heights) - TOLERANCE));
  // Two pixels that share their chrominance are blanked together.
  const step = isSubsampled(photometricInterpretation) ? 2 : 1;
  const spans: RowSpan[] = [];
  for (let row = firstRow; row < endRow; row++) {
    const extent = extentBetween(corners, row, row + 1);
    if (extent === null) continue;
    const start = Math.max(0, Math.floor((extent[0] + TOLERANCE) / step) * step);
    const end = Math.min(columns, Math.ceil((extent[1] - TOLERANCE) / step) * step);
    if (start < end) spans.push({ row, start, end });
  }
  return spans;
};

/** Spans in the order of the rows, none touching another. */
const merged = (spans: readonly RowSpan[]): readonly RowSpan[] => {
  const out: RowSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.row - b.row || a.start - b.start)) {
    const last = out.at(-1);
    if (last?.row === span.row && span.start <= last.end)
      out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
};

const frameRangeOf = (
  { frames }: PixelRegion,
  { numberOfFrames }: Pick<ImagePixel, 'numberOfFrames'>,
): Point | null => {
  if (frames === undefined) return [1, numberOfFrames];
  const isThere = frames.first >= 1 && frames.last >= frames.first && frames.last <= numberOfFrames;
  return isThere ? [frames.first, frames.last] : null;
};

/** How large an image is. */
export type ImageSize = Pick<ImagePixel, 'rows' | 'columns' | 'numberOfFrames'>;

/** Why a region cannot be blanked in an image of this size; null where it can. */
export const regionFault = (
  region: PixelRegion,
  size: ImageSize,
): 'PIXELS_REGION_OUTSIDE' | 'PIXELS_FRAME_OUTSIDE' | null => {
  // Whether samples are shared makes a region larger, never empty.
  const spans = spansOfRegion(region, { ...size, photometricInterpretation: 'MONOCHROME2' });
  if (spans.length === 0) return 'PIXELS_REGION_OUTSIDE';
  return frameRangeOf(region, size) === null ? 'PIXELS_FRAME_OUTSIDE' : null;
};

/**
 * The pixels to blank, by the 0-based index of the frame; frames with none are not in the map. A region may reach beyond the
 * image's edges, as a rotated one does, but not lie wholly outside.
 *
 * @throws CodedError PIXELS_REGION_OUTSIDE, PIXELS_FRAME_OUTSIDE
 */
export const spansByFrame = (
  regions: readonly PixelRegion[],
  imagePixel: ImagePixel,
): ReadonlyMap<number, readonly RowSpan[]> => {
  const regionsOfFrame = new Map<number, number[]>();
  const spansOf = regions.map((region, index) => {
    const spans = spansOfRegion(region, imagePixel);
    if (spans.length === 0) throw new CodedError('PIXELS_REGION_OUTSIDE', `region ${index + 1}`);
    const range = frameRangeOf(region, imagePixel);
    if (range === null) throw new CodedError('PIXELS_FRAME_OUTSIDE', `region ${index + 1}`);
    const [first, last] = range;
    for (let frame = first - 1; frame < last; frame++) {
      const indices = regionsOfFrame.get(frame);
      if (indices === undefined) regionsOfFrame.set(frame, [index]);
      else indices.push(index);
    }
    return spans;
  });
  // Most clips have the same regions in all frames: one list of spans serves them all.
  const shared = new Map<string, readonly RowSpan[]>();
  const out = new Map<number, readonly RowSpan[]>();
  for (const [frame, indices] of [...regionsOfFrame].sort(([a], [b]) => a - b)) {
    const key = indices.join();
    const spans = shared.get(key) ?? merged(indices.flatMap((index) => spansOf[index] ?? []));
    shared.set(key, spans);
    out.set(frame, spans);
  }
  return out;
};

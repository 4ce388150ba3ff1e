import type { ByteImage } from './byteImage.ts';
import { componentsAbove } from './components.ts';
import type { PixelMap } from './connectedRuns.ts';
import type { PixelBox } from './detectedText.ts';
import { boxInside, isUpended, rectangleAround, type Rectangle } from './rectangle.ts';

/** What differs by this much from the ground of a line, in grey levels of 255, is ink, or may be. */
const LEAST_CONTRAST = 20;
/** Letters of the next line reach this far into a line's rectangle at most, as a share of the height of the lower one. */
const MOST_DEPTH = 0.5;

/** Rows of pixels from the upper or the lower edge of a box inwards. */
type Edge = 'top' | 'bottom';
const EDGES = ['top', 'bottom'] as const;

const topOf = ({ y, halfHeight }: Rectangle): number => y - halfHeight;
const bottomOf = ({ y, halfHeight }: Rectangle): number => y + halfHeight;

const isLevel = ({ angle, halfLength, halfHeight }: Rectangle): boolean =>
  angle === 0 && !isUpended(halfLength, halfHeight);

/** How far a line reaches over the edge of another one that its middle lies beyond, in image pixels; 0 where it does not. */
const depthOf = (other: Rectangle, line: Rectangle, edge: Edge): number => {
  const isBeyond = edge === 'top' ? other.y < topOf(line) : other.y > bottomOf(line);
  const isBeside = Math.abs(other.x - line.x) >= other.halfLength + line.halfLength;
  if (!isBeyond || isBeside) return 0;
  const depth = edge === 'top' ? bottomOf(other) - topOf(line) : bottomOf(line) - topOf(other);
  return Math.min(depth, MOST_DEPTH * 2 * Math.min(other.halfHeight, line.halfHeight));
};

/** Each channel's median in a box: letters fill less than half of theirs. */
const groundOf = ({ width, channels, data }: ByteImage, [x0, y0, x1, y1]: PixelBox): readonly number[] =>
  Array.from({ length: channels }, (_, channel) => {
    const values = new Uint8Array((x1 - x0) * (y1 - y0));
    let to = 0;
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) values[to++] = data[(y * width + x) * channels + channel] ?? 0;
    }
    return values.sort()[values.length >> 1] ?? 0;
  });

/** The rows of a box from one of its edges inwards, up to the first that is all ground: 1 where there is ink. Null where no row is all ground. */
const rowsOfInk = (
  picture: ByteImage,
  [x0, y0, x1, y1]: PixelBox,
  edge: Edge,
  deepest: number,
): PixelMap | null => {
  const { width, channels, data } = picture;
  const ground = groundOf(picture, [x0, y0, x1, y1]);
  const rows: number[][] = [];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const y = edge === 'top' ? y0 + depth : y1 - 1 - depth;
    const row = Array.from({ length: x1 - x0 }, (_, i): number => {
      const at = (y * width + x0 + i) * channels;
      return ground.some((level, c) => Math.abs((data[at + c] ?? 0) - level) >= LEAST_CONTRAST) ? 1 : 0;
    });
    if (!row.includes(1)) return { width: x1 - x0, height: rows.length, data: Uint8Array.from(rows.flat()) };
    rows.push(row);
  }
  return null;
};

/**
 * How many rows at an edge of a box hold nothing but ink of its neighbours: everything in them, up to a row that is all ground, hangs
 * together with what the edge cuts, and lies in a neighbour.
 */
const rowsOfNeighbours = (
  picture: ByteImage,
  box: PixelBox,
  edge: Edge,
  neighbours: readonly Rectangle[],
  deepest: number,
): number => {
  const rows = rowsOfInk(picture, box, edge, deepest);
  if (rows === null) return 0;
  const areTheirs = componentsAbove(rows, 0).every(
    ({ outline }) =>
      outline.some(([, depth]) => depth === 0) &&
      neighbours.some(({ x, halfLength }) =>
        outline.every(([column]) => Math.abs(box[0] + column - x) <= halfLength),
      ),
  );
  return areTheirs ? rows.height : 0;
};

/**
 * A level line without the letters of the lines above and below it that its edges cut: each edge is moved to the row of bare ground
 * between them, where there is one. The other line may stay where this one is blanked.
 */
export const apartFrom = (line: Rectangle, others: readonly Rectangle[], picture: ByteImage): Rectangle => {
  const inside = isLevel(line) ? boxInside(line, picture.width, picture.height) : null;
  if (inside === null) return line;
  const [left, top, right, bottom] = inside;
  const box: PixelBox = [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)];
  const [above, below] = EDGES.map((edge) => {
    const neighbours = others.filter((other) => isLevel(other) && depthOf(other, line, edge) > 0);
    const deepest = Math.max(0, ...neighbours.map((other) => depthOf(other, line, edge)));
    return deepest === 0 ? 0 : rowsOfNeighbours(picture, box, edge, neighbours, deepest);
  });
  if (above === 0 && below === 0) return line;
  return rectangleAround(
    [
      [left, Math.max(top, box[1] + (above ?? 0))],
      [right, Math.min(bottom, box[3] - (below ?? 0))],
    ],
    0,
  );
};

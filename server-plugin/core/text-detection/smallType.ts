import { areasAround } from './activeAreas.ts';
import type { ByteImage } from './byteImage.ts';
import type { GlyphGroup } from './glyphGroups.ts';
import { boxInside, grown, type Rectangle } from './rectangle.ts';
import type { Tile } from './tiles.ts';

/** Pictures of fewer pixels are enlarged whole. */
const SMALL_PICTURE = 120_000;
/** Type that is as high as this needs no enlargement. */
const MOST_HEIGHT = 20;
/** What is around a text, in image pixels, helps the detector to see it. */
const MARGIN = 24;
/** Bounds the time spent on textures, as a share of the picture; the strongest groups come first. */
const MOST_SHARE = 0.5;

/** A doubt may be a single letter of a text: what is around it within so many image pixels is looked at as well. */
const AROUND_DOUBT = 48;

/**
 * The parts of a picture where small type may stand that was not found yet.
 * @param groups strokes that no finding covers
 * @param doubts where the detector saw something, but hardly a text
 */
export const smallTypeAreas = (
  picture: ByteImage,
  groups: readonly GlyphGroup[],
  doubts: readonly Rectangle[],
): readonly Tile[] => {
  const { width, height } = picture;
  if (width * height <= SMALL_PICTURE) return [{ x: 0, y: 0, width, height }];
  const small = groups
    .filter(({ box }) => box[3] - box[1] <= MOST_HEIGHT)
    .toSorted((a, b) => b.contrast - a.contrast);
  let left = MOST_SHARE * width * height;
  const chosen = small.filter(({ box: [x0, y0, x1, y1] }) => {
    left -= (x1 - x0 + 2 * MARGIN) * (y1 - y0 + 2 * MARGIN);
    return left >= 0;
  });
  const doubted = doubts.flatMap((rectangle) => {
    const isSmall = 2 * Math.min(rectangle.halfLength, rectangle.halfHeight) <= MOST_HEIGHT;
    const box = isSmall ? boxInside(grown(rectangle, AROUND_DOUBT - MARGIN), width, height) : null;
    return box === null ? [] : [box];
  });
  return areasAround([...chosen.map(({ box }) => box), ...doubted], MARGIN, picture);
};

/** A part of a picture, in its pixels. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bounds the detector's memory (about 350 MB of activations) on any image; smaller images are one tile. */
const LARGEST_TILE = 1344;
/** Tiles share this many pixels, so that no text is seen only by its edge. */
const OVERLAP = 128;

const spans = (
  length: number,
  largest: number,
): readonly { readonly start: number; readonly size: number }[] => {
  if (length <= largest) return [{ start: 0, size: length }];
  const count = Math.ceil((length - OVERLAP) / (largest - OVERLAP));
  const size = Math.ceil((length + (count - 1) * OVERLAP) / count);
  return Array.from({ length: count }, (_, i) => ({
    start: Math.round((i * (length - size)) / (count - 1)),
    size,
  }));
};

/** Equal tiles that cover width × height pixels and overlap. @param largest their longest side, more than they overlap */
export const tilesOf = (width: number, height: number, largest = LARGEST_TILE): readonly Tile[] =>
  spans(height, largest).flatMap((down) =>
    spans(width, largest).map((across) => ({
      x: across.start,
      y: down.start,
      width: across.size,
      height: down.size,
    })),
  );

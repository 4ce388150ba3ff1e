import type { ByteImage } from './byteImage.ts';
import { componentBoxes, type ComponentBox } from './components.ts';
import type { PixelBox } from './detectedText.ts';
import { loneBars } from './loneBars.ts';
import { POLARITIES, type Polarity, type Strokes } from './strokes.ts';
import { withoutSpeckle } from './withoutSpeckle.ts';

/** Strokes that stand together like the letters of one text, alone on a quiet ground. */
export interface GlyphGroup {
  readonly box: PixelBox;
  /** How far the brightest stroke rises above the ground, in grey levels. */
  readonly contrast: number;
  /** The greatest share of its contrast by which it rises at an edge. */
  readonly steepness: number;
  /** How many strokes it is made of: what hangs together is one. */
  readonly parts: number;
}

/**
 * Strokes are told from their ground at each of these contrasts, in grey levels of 255: on texture a letter stands free at a high one
 * only, and a faint one at a low one.
 */
const CONTRASTS = [72, 36, 20] as const;
/** On speckle bright type stands free at a higher one; so do bones, so that a single shape is no group. */
const SPECKLE_CONTRAST = 128;
/** A group of several letters is this many times as wide as high. */
const LEAST_WIDTH = 1.5;
/** Letters of one row may stand free at different contrasts: at these only rows are looked for. */
const ROW_CONTRASTS = [104, 160] as const;
/** The same for bright type in speckle, once that is taken away. */
const SPECKLED_CONTRASTS = [52, 72, 88, 104, 128, 160] as const;
/** A bar, or two letters that run in whatever direction, are taken for a text only where they are as clear as this. */
export const CLEAR_CONTRAST = 72;
/** Strokes of texts that were found rise at least so far. */
const GLYPH_CONTRAST = 36;
/** Groups that share this part of the area that they cover together are one. */
const SAME_SHARE = 0.6;
const LEAST_HEIGHT = 5;
const MOST_HEIGHT = 64;
const LEAST_PIXELS = 8;
const LONGEST = 24;
/** Ticks and bars fill their box, letters do not. */
const MOST_FILLED = 0.92;
/** The ground around a group, as a share of its height, that has to be quiet … */
export const RING = 0.35;
/** … where a pixel counts as a stroke from this share of the group's contrast … */
const RING_CONTRAST = 0.4;
/** … and this share of strokes is allowed. */
const RING_STROKES = 0.03;

const around = (a: PixelBox, b: PixelBox): PixelBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

type PictureSize = Pick<ByteImage, 'width' | 'height'>;

/** Strokes beside each other. */
export interface Line extends ComponentBox {
  readonly parts: number;
}

/** Neighbours on one line: alike in height, beside each other, less than a letter apart. */
const areNeighbours = (a: PixelBox, b: PixelBox): boolean => {
  const lower = Math.min(a[3] - a[1], b[3] - b[1]);
  const higher = Math.max(a[3] - a[1], b[3] - b[1]);
  if (lower < 0.45 * higher) return false;
  const gap = Math.max(a[0], b[0]) - Math.min(a[2], b[2]);
  return gap <= 0.8 * higher && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) >= 0.5 * lower;
};

/** The place of the last box that a glyph stands beside; −1 where there is none. */
const lastNeighbour = (boxes: readonly PixelBox[], glyph: PixelBox): number => {
  for (let place = boxes.length - 1; place >= 0; place -= 1) {
    const box = boxes[place];
    if (box !== undefined && areNeighbours(box, glyph)) return place;
  }
  return -1;
};

const fromTheLeft = (a: ComponentBox, b: ComponentBox): number => a.box[0] - b.box[0];

/** Joins glyphs to lines from left to right. */
const joined = (glyphs: readonly ComponentBox[]): readonly Line[] => {
  const lines: Line[] = [];
  const last: PixelBox[] = [];
  for (const glyph of glyphs.toSorted(fromTheLeft)) {
    const place = lastNeighbour(last, glyph.box);
    const line = lines[place];
    if (line === undefined) {
      lines.push({ ...glyph, parts: 1 });
      last.push(glyph.box);
    } else {
      lines[place] = {
        box: around(line.box, glyph.box),
        pixels: line.pixels + glyph.pixels,
        parts: line.parts + 1,
      };
      last[place] = glyph.box;
    }
  }
  return lines;
};

const areaOf = ([x0, y0, x1, y1]: PixelBox): number => (x1 - x0) * (y1 - y0);

/** Edges are looked for over this share of a group's height, and over so many pixels at least: enlarged ink is blurred. */
const EDGE = 1 / 12;
const LEAST_EDGE = 2;

/** The greatest difference between two pixels of a box, in a row or a column, that are an edge apart. */
const steepestRise = (
  [x0, y0, x1, y1]: PixelBox,
  strokes: Uint8Array,
  { width, height }: PictureSize,
): number => {
  const edge = Math.max(LEAST_EDGE, Math.round(EDGE * (y1 - y0)));
  let most = 0;
  for (let y = Math.max(y0 - edge, 0); y < y1; y += 1) {
    for (let x = Math.max(x0 - edge, 0); x < x1; x += 1) {
      const at = y * width + x;
      const value = strokes[at] ?? 0;
      if (x + edge < width) most = Math.max(most, Math.abs(value - (strokes[at + edge] ?? 0)));
      if (y + edge < height) most = Math.max(most, Math.abs(value - (strokes[at + edge * width] ?? 0)));
    }
  }
  return most;
};

/** The group that strokes are, if they stand alone on a quiet ground and are no bar. */
export const groupOf = (
  { box, pixels, parts }: Line,
  strokes: Uint8Array,
  { width, height }: PictureSize,
): GlyphGroup | null => {
  const [x0, y0, x1, y1] = box;
  if (x1 - x0 > LONGEST * (y1 - y0) || pixels > MOST_FILLED * areaOf(box)) return null;
  let contrast = 0;
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) contrast = Math.max(contrast, strokes[y * width + x] ?? 0);
  }
  const margin = Math.max(3, Math.round(RING * (y1 - y0)));
  let ring = 0;
  let loud = 0;
  for (let y = Math.max(y0 - margin, 0); y < Math.min(y1 + margin, height); y += 1) {
    for (let x = Math.max(x0 - margin, 0); x < Math.min(x1 + margin, width); x += 1) {
      // The blurred rim of the strokes is theirs.
      if (x >= x0 - 1 && x <= x1 && y >= y0 - 1 && y <= y1) continue;
      ring += 1;
      if ((strokes[y * width + x] ?? 0) > RING_CONTRAST * contrast) loud += 1;
    }
  }
  if (loud > RING_STROKES * ring) return null;
  const steepness = steepestRise(box, strokes, { width, height }) / contrast;
  return { box, contrast, steepness, parts };
};

/** The common area as a share of the area that both cover. */
const shareInCommon = (a: PixelBox, b: PixelBox): number => {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (across <= 0 || down <= 0) return 0;
  return (across * down) / (areaOf(a) + areaOf(b) - across * down);
};

const isGlyph = ({ box }: ComponentBox): boolean => {
  const tall = box[3] - box[1];
  return tall >= LEAST_HEIGHT && tall <= MOST_HEIGHT;
};

/** The strokes of the size of letters, by the contrast at which they stand free. @param contrasts ascending */
const glyphsOf = (
  strokes: Uint8Array,
  { width, height }: PictureSize,
  contrasts: readonly number[],
): ReadonlyMap<number, readonly ComponentBox[]> => {
  const boxes = componentBoxes({ width, height, data: strokes }, contrasts, LEAST_PIXELS);
  return new Map(contrasts.map((contrast, i) => [contrast, (boxes[i] ?? []).filter(isGlyph)]));
};

const ALL_CONTRASTS = [...CONTRASTS, SPECKLE_CONTRAST, ...ROW_CONTRASTS].toSorted((a, b) => a - b);

/** Bright strokes of the size of letters, by the contrast at which they stand free of speckle. */
const glyphsInSpeckle = (bright: Uint8Array, picture: PictureSize): readonly (readonly PixelBox[])[] => {
  const strokes = withoutSpeckle(bright, picture.width, picture.height, SPECKLED_CONTRASTS[0]);
  const shapes = glyphsOf(strokes, picture, SPECKLED_CONTRASTS);
  return [...shapes.values()].map((glyphs) => glyphs.map(({ box }) => box));
};

/** What strokes tell of the texts in a picture. */
export interface StrokeTexts {
  readonly groups: readonly GlyphGroup[];
  /** Strokes of the size of letters, whatever is around them: a list for each contrast at which they stand free. */
  readonly glyphs: readonly (readonly PixelBox[])[];
  /** The same, of which rows are made: those in speckle as well. */
  readonly rowGlyphs: readonly (readonly PixelBox[])[];
  /** Upright strokes that may each be a letter. */
  readonly bars: readonly PixelBox[];
  /** Clear strokes of the size of letters. */
  readonly clear: Readonly<Record<Polarity, readonly PixelBox[]>>;
}

/**
 * The groups of strokes on a quiet ground, in pixels of the picture. The detector overlooks single letters and cuts the ends of
 * lines; where nothing else is around, a few strokes are enough to know a text by.
 */
export const strokeTexts = (picture: ByteImage, allStrokes: Strokes): StrokeTexts => {
  const groups: GlyphGroup[] = [];
  const glyphs: (readonly PixelBox[])[] = [];
  const bars: PixelBox[] = [];
  const clear: Record<Polarity, readonly PixelBox[]> = { bright: [], dark: [] };
  for (const polarity of POLARITIES) {
    const strokes = allStrokes[polarity];
    const shapes = glyphsOf(strokes, picture, ALL_CONTRASTS);
    for (const least of [...CONTRASTS, SPECKLE_CONTRAST]) {
      const found = shapes.get(least) ?? [];
      if (least >= GLYPH_CONTRAST) glyphs.push(found.map(({ box }) => box));
      for (const line of joined(found)) {
        const [x0, y0, x1, y1] = line.box;
        if (least === SPECKLE_CONTRAST && x1 - x0 < LEAST_WIDTH * (y1 - y0)) continue;
        const group = groupOf(line, strokes, picture);
        if (group === null) continue;
        if (groups.every(({ box }) => shareInCommon(box, group.box) < SAME_SHARE)) groups.push(group);
      }
    }
    const clearShapes = shapes.get(CLEAR_CONTRAST) ?? [];
    clear[polarity] = clearShapes.map(({ box }) => box);
    bars.push(...loneBars(clearShapes, strokes, picture));
    for (const least of ROW_CONTRASTS) glyphs.push((shapes.get(least) ?? []).map(({ box }) => box));
  }
  return {
    groups,
    glyphs,
    bars,
    clear,
    rowGlyphs: [...glyphs, ...glyphsInSpeckle(allStrokes.bright, picture)],
  };
};

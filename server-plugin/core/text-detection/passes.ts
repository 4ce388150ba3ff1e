import { cropped, quarterTurned, resized, turnedLevel, type ByteImage } from './byteImage.ts';
import type { Point } from './detectedText.ts';
import { minimumRectangle } from './minimumRectangle.ts';
import { probabilityMap, type Detector } from './probabilityMap.ts';
import { cornersOf, grown, moved, scaledDown, type Rectangle } from './rectangle.ts';
import { doubtfulRectangles, textRectangles, type ScoredRectangle } from './textRectangles.ts';
import { tilesOf, type Tile } from './tiles.ts';

/** A text that was found, in image pixels, and the picture that it was found in. */
export interface Finding extends ScoredRectangle {
  readonly picture: ByteImage;
}

/** One run of the detector over one form of a picture, or of a part of it. */
export interface Pass {
  readonly picture: ByteImage;
  /** How many pixels the detector gets to see. */
  readonly pixels: number;
  readonly form: () => ByteImage;
  /** The detector was trained on dark print on white paper and sees bright overlays better as a negative. */
  readonly isNegative: boolean;
  /** The parts of the form that are searched. */
  readonly areas: readonly Tile[];
  /** From the form's pixels to the image's. */
  readonly toImage: (rectangle: Rectangle) => Rectangle;
}

/** Added on each side, in image pixels, so that the blurred rim of the ink is covered as well. */
export const PADDING = 2;
/** Small type is found at this size. */
const ENLARGEMENT = 2;

const pixelsOf = (areas: readonly Tile[]): number =>
  areas
    .flatMap(({ width, height }) => tilesOf(width, height))
    .reduce((sum, tile) => sum + tile.width * tile.height, 0);

/** The picture at its own size. */
export const nativePass = (picture: ByteImage, areas: readonly Tile[]): Pass => ({
  picture,
  pixels: pixelsOf(areas),
  form: () => picture,
  isNegative: true,
  areas,
  toImage: (rectangle) => rectangle,
});

/** A part of the picture, enlarged. */
export const enlargedPass = (picture: ByteImage, part: Tile): Pass => {
  const [width, height] = [part.width * ENLARGEMENT, part.height * ENLARGEMENT];
  const areas = [{ x: 0, y: 0, width, height }];
  return {
    picture,
    pixels: pixelsOf(areas),
    form: () => resized(cropped(picture, part), width, height),
    isNegative: false,
    areas,
    toImage: (rectangle) => moved(scaledDown(rectangle, ENLARGEMENT), part.x, part.y),
  };
};

/** A part of a picture with its dark levels drawn apart, enlarged. @param picture brightened */
export const brightenedPass = (picture: ByteImage, part: Tile): Pass => ({
  ...enlargedPass(picture, part),
  isNegative: true,
});

const HALF = 0.5;

/** The picture at half its size: what is in large type stands out of speckle there. */
export const halvedPass = (picture: ByteImage, areas: readonly Tile[]): Pass => {
  const [width, height] = [Math.ceil(picture.width * HALF), Math.ceil(picture.height * HALF)];
  const halves = areas.map((area): Tile => {
    const [x, y] = [Math.floor(area.x * HALF), Math.floor(area.y * HALF)];
    return {
      x,
      y,
      width: Math.ceil((area.x + area.width) * HALF) - x,
      height: Math.ceil((area.y + area.height) * HALF) - y,
    };
  });
  return {
    picture,
    pixels: pixelsOf(halves),
    form: () => resized(picture, width, height),
    isNegative: true,
    areas: halves,
    toImage: (rectangle) => scaledDown(rectangle, HALF),
  };
};

/** The picture turned by 90°, for lines that run from top to bottom. */
export const turnedPass = (picture: ByteImage, areas: readonly Tile[]): Pass => ({
  picture,
  pixels: pixelsOf(areas),
  form: () => quarterTurned(picture),
  isNegative: true,
  areas: areas.map(({ x, y, width, height }) => ({
    x: picture.height - y - height,
    y: x,
    width: height,
    height: width,
  })),
  toImage: (rectangle) =>
    minimumRectangle(cornersOf(rectangle).map(([x, y]): Point => [y, picture.height - x])),
});

/** Around a row, as a share of its height. */
const LEVEL_MARGIN = 1;

/** A row of the picture, turned level and enlarged. */
export const levelledPass = (picture: ByteImage, row: Rectangle): Pass => {
  const part = grown(row, LEVEL_MARGIN * 2 * row.halfHeight);
  const [width, height] = [
    Math.ceil(2 * part.halfLength * ENLARGEMENT),
    Math.ceil(2 * part.halfHeight * ENLARGEMENT),
  ];
  const areas = [{ x: 0, y: 0, width, height }];
  const corners = (rectangle: Rectangle): readonly Point[] => cornersOf(scaledDown(rectangle, ENLARGEMENT));
  const [origin] = cornersOf(part);
  const [cos, sin] = [Math.cos(part.angle), Math.sin(part.angle)];
  return {
    picture,
    pixels: pixelsOf(areas),
    form: () => turnedLevel(picture, part, ENLARGEMENT),
    isNegative: true,
    areas,
    toImage: (rectangle) =>
      minimumRectangle(
        corners(rectangle).map(([x, y]): Point => [
          origin[0] + x * cos - y * sin,
          origin[1] + x * sin + y * cos,
        ]),
      ),
  };
};

/** What a pass has seen. */
export interface PassResult {
  readonly findings: readonly Finding[];
  /** Where text may stand that is too small to be seen well, in image pixels. */
  readonly doubts: () => readonly Rectangle[];
}

/** @param onPixels called with the pixels of each tile that was searched */
export const runPass = async (
  { picture, form, isNegative, areas, toImage }: Pass,
  detector: Detector,
  onPixels: (pixels: number) => void,
): Promise<PassResult> => {
  const map = await probabilityMap({ image: form(), isNegative }, areas, detector, onPixels);
  const findings = textRectangles(map).map(({ rectangle, confidence }) => ({
    rectangle: grown(toImage(rectangle), PADDING),
    confidence,
    picture,
  }));
  return { findings, doubts: () => doubtfulRectangles(map).map(toImage) };
};

import type { ByteImage } from './byteImage.ts';
import type { ComponentBox } from './components.ts';
import type { PixelBox } from './detectedText.ts';

/** Heights of letters that are taken, in pixels. */
const LEAST_HEIGHT = 8;
const MOST_HEIGHT = 48;
/** The letter I without serifs: this many times as wide as high, … */
const LEAST_WIDTH = 0.06;
const MOST_WIDTH = 0.36;
/** … a stroke that fills its box, … */
const LEAST_FILLED = 0.85;
/** … with ground around it that is this wide, in heights, and as quiet as this, as a share of the bar's contrast. */
const RING = 0.8;
const RING_CONTRAST = 0.2;
/** A few loud pixels are noise. */
const RING_STROKES = 0.005;
/** Bars alike in height by so much that stand in one row or column, to the pixel, are the marks of a scale. */
const SAME_HEIGHT = 1;
const SAME_LINE = 1;

const hasQuietGround = (
  [x0, y0, x1, y1]: PixelBox,
  strokes: Uint8Array,
  { width, height }: ByteImage,
): boolean => {
  const contrast = strokes[Math.floor((y0 + y1) / 2) * width + Math.floor((x0 + x1) / 2)] ?? 0;
  const margin = Math.max(4, Math.round(RING * (y1 - y0)));
  let ring = 0;
  let loud = 0;
  for (let y = Math.max(y0 - margin, 0); y < Math.min(y1 + margin, height); y += 1) {
    for (let x = Math.max(x0 - margin, 0); x < Math.min(x1 + margin, width); x += 1) {
      // The blurred rim of the stroke is its own.
      if (x >= x0 - 2 && x < x1 + 2 && y >= y0 - 2 && y < y1 + 2) continue;
      ring += 1;
      if ((strokes[y * width + x] ?? 0) > RING_CONTRAST * contrast) loud += 1;
    }
  }
  return loud <= RING_STROKES * ring;
};

const isBar = ({ box: [x0, y0, x1, y1], pixels }: ComponentBox): boolean => {
  const [across, down] = [x1 - x0, y1 - y0];
  return (
    down >= LEAST_HEIGHT &&
    down <= MOST_HEIGHT &&
    across >= LEAST_WIDTH * down &&
    across <= MOST_WIDTH * down &&
    pixels >= LEAST_FILLED * across * down
  );
};

const areOfOneScale = ({ box: a }: ComponentBox, { box: b }: ComponentBox): boolean =>
  Math.abs(a[3] - a[1] - (b[3] - b[1])) <= SAME_HEIGHT &&
  (Math.abs(a[1] - b[1]) <= SAME_LINE || Math.abs(a[0] - b[0]) <= SAME_LINE);

/**
 * Upright bars that stand alone on a quiet ground and are no marks of a scale: an I without serifs, which no reader knows from a stroke.
 * @param shapes the strokes of the size of letters of a picture
 */
export const loneBars = (
  shapes: readonly ComponentBox[],
  strokes: Uint8Array,
  picture: ByteImage,
): readonly PixelBox[] => {
  const bars = shapes.filter(isBar);
  return bars
    .filter((bar) => bars.every((other) => other === bar || !areOfOneScale(bar, other)))
    .filter(({ box }) => hasQuietGround(box, strokes, picture))
    .map(({ box }) => box);
};

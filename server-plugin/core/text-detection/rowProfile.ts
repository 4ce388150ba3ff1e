import type { ByteImage } from './byteImage.ts';
import type { Rectangle } from './rectangle.ts';

/** Of columns of a row as far apart as this, in pixels, one stands on a stroke and the other beside it. */
const STROKE = 2;
/** Such columns of a line of text differ at least so much more than those of noise would. */
const LEAST_CHANGE = 1;
/** Letters that lean and touch change no more than noise, which hardly makes a row this many times longer than high: … */
const LONG_RATIO = 4;
/** … there less is enough, but an edge changes less than this. */
const LEAST_CHANGE_OF_LONG = 0.7;
/** A line of text has at least so many strokes in a square of its height. */
const LEAST_STROKES = 0.9;
/** Least rows of samples. */
const LEAST_SAMPLES = 4;

/** The level of the first channel at a place, taken from the nearest pixel. */
const levelAt = ({ width, height, channels, data }: ByteImage, x: number, y: number): number => {
  const column = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const row = Math.min(Math.max(Math.floor(y), 0), height - 1);
  return data[(row * width + column) * channels] ?? 0;
};

/** The mean level of each column across a line, and the mean variance of the levels within a column. */
const profileOf = (
  picture: ByteImage,
  { x, y, halfLength, halfHeight, angle }: Rectangle,
  samples: number,
): { readonly levels: Float64Array; readonly variance: number } => {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const levels = new Float64Array(Math.max(1, Math.round(2 * halfLength)));
  let variance = 0;
  for (let i = 0; i < levels.length; i += 1) {
    const along = i + 0.5 - halfLength;
    let sum = 0;
    let squares = 0;
    for (let j = 0; j < samples; j += 1) {
      const across = ((j + 0.5) / samples) * 2 * halfHeight - halfHeight;
      const level = levelAt(picture, x + along * cos - across * sin, y + along * sin + across * cos);
      sum += level;
      squares += level * level;
    }
    levels[i] = sum / samples;
    variance += (squares - (sum * sum) / samples) / (samples - 1);
  }
  return { levels, variance: variance / levels.length };
};

/**
 * Whether strokes cross a row one after the other, as those of letters do: those of an edge or a rim run along it, and noise does not
 * agree from one side of the row to the other.
 * @param row its longer side is its length
 */
export const isCrossedByStrokes = (picture: ByteImage, row: Rectangle): boolean => {
  const samples = Math.max(LEAST_SAMPLES, Math.round(2 * row.halfHeight));
  const { levels, variance } = profileOf(picture, row, samples);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  let [change, strokes] = [0, 0];
  levels.forEach((level, i) => {
    const [before, after] = [levels[i - 1] ?? -Infinity, levels[i + 1] ?? -Infinity];
    if (i >= STROKE) change += (level - (levels[i - STROKE] ?? 0)) ** 2;
    if (level > mean && level > before && level >= after) strokes += 1;
  });
  // A mean of so many samples of noise varies by as much less; one grey level is no change.
  const noise = (variance + 1) / samples;
  const pairs = Math.max(1, levels.length - STROKE);
  const leastChange = row.halfLength >= LONG_RATIO * row.halfHeight ? LEAST_CHANGE_OF_LONG : LEAST_CHANGE;
  return (
    change >= 2 * pairs * leastChange * noise && strokes * 2 * row.halfHeight >= LEAST_STROKES * levels.length
  );
};

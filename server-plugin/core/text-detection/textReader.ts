import { CodedError } from '../errors/index.ts';
import { sampleAlong, type ByteImage } from './byteImage.ts';
import type { DetectedText, Point, Reading } from './detectedText.ts';
import { distance, isUpended } from './rectangle.ts';
import type { Infer, Tensor } from './tensor.ts';

/** The PP-OCRv4 reader. */
export interface TextReader {
  /** A line of text in, 1 × 3 × height × width; for each step along it the probabilities of the two most probable classes, and these classes, out: steps × 4. */
  readonly infer: Infer;
  /** The characters of the model's classes in their order, without the blank that comes before them. */
  readonly characters: readonly string[];
}

/** Two probabilities, the greater first, and the classes that have them. */
const STEP_NUMBERS = 4;
/** The reader's input is as high as this; its width follows the text. */
const LINE_HEIGHT = 48;
/** Narrower lines are filled up: the reader misses letters that stand alone at its edge. */
const LEAST_WIDTH = 64;
/** Bounds the reader's memory: longer lines are squeezed. */
const MOST_WIDTH = 1920;
const WIDTH_MULTIPLE = 8;

/** The characters of a key file: one a line, then the space, which the model knows and the file leaves out. */
export const charactersOf = (keyFile: string): readonly string[] => [...keyFile.split('\n'), ' '];

/** The line turned upright at the reader's height: 1 × 3 × height × width, from −1 to 1, 0 beyond its end. */
const lineTensor = (picture: ByteImage, [topLeft, topRight, , bottomLeft]: DetectedText['quad']): Tensor => {
  const ratio = distance(topLeft, topRight) / distance(topLeft, bottomLeft);
  const lineWidth = Math.min(Math.max(Math.round(LINE_HEIGHT * ratio), 1), MOST_WIDTH);
  const width = Math.max(LEAST_WIDTH, Math.ceil(lineWidth / WIDTH_MULTIPLE) * WIDTH_MULTIPLE);
  const plane = LINE_HEIGHT * width;
  const data = new Float32Array(3 * plane);
  const { channels } = picture;
  const levels = new Float64Array(lineWidth * channels);
  const along: Point = [topRight[0] - topLeft[0], topRight[1] - topLeft[1]];
  const down: Point = [bottomLeft[0] - topLeft[0], bottomLeft[1] - topLeft[1]];
  const step: Point = [along[0] / lineWidth, along[1] / lineWidth];
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    const share = (row + 0.5) / LINE_HEIGHT;
    const start: Point = [
      topLeft[0] + step[0] / 2 + share * down[0] - 0.5,
      topLeft[1] + step[1] / 2 + share * down[1] - 0.5,
    ];
    sampleAlong(picture, start, step, levels);
    for (let channel = 0; channel < channels; channel += 1) {
      // Blue, green, red, as the detector's input.
      let to = (channels - 1 - channel) * plane + row * width;
      for (let from = channel; from < levels.length; from += channels)
        data[to++] = (levels[from] ?? 0) / 127.5 - 1;
    }
  }
  if (channels === 1) data.copyWithin(plane, 0, plane).copyWithin(2 * plane, 0, plane);
  return { data, dims: [1, 3, LINE_HEIGHT, width] };
};

/** Whether two characters are a capital and its small letter: many of these have the same shape where no other letter is beside them. */
const isOneLetter = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/**
 * Connectionist temporal classification, best path: repeats fall together, class 0 is the blank between characters. The reader is as
 * sure of a letter that stands alone as of its capital and its small letter together.
 */
const decoded = ({ data, dims }: Tensor, characters: readonly string[]): Reading => {
  const [steps = 0, numbers = 0] = dims;
  if (numbers !== STEP_NUMBERS) throw new CodedError('DETECTION_FAILED', 'output of the reader');
  let text = '';
  let [sum, alone, count, previous] = [0, 0, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    const [most = 0, second = 0, best = 0, other = 0] = data.subarray(STEP_NUMBERS * step);
    if (best !== 0 && best !== previous) {
      const character = characters[best - 1];
      if (character === undefined) throw new CodedError('DETECTION_FAILED', 'classes of the reader');
      text += character;
      sum += most;
      alone = isOneLetter(character, characters[other - 1]) ? most + second : most;
      count += 1;
    }
    previous = best;
  }
  if (count === 0) return { text: '', score: 0 };
  return { text, score: count === 1 ? alone : sum / count };
};

/** Reads the line in a quadrilateral of a picture. */
export type LineReader = (picture: ByteImage, quad: DetectedText['quad']) => Promise<Reading>;

/** Reads lines as they are turned, and each only once: several passes come to the same places. */
const readingOnce = ({ infer, characters }: TextReader): LineReader => {
  const known = new Map<ByteImage, Map<string, Promise<Reading>>>();
  return (picture, line) => {
    const readings = known.get(picture) ?? new Map<string, Promise<Reading>>();
    known.set(picture, readings);
    const place = line.join(' ');
    const reading =
      readings.get(place) ?? infer(lineTensor(picture, line)).then((output) => decoded(output, characters));
    readings.set(place, reading);
    return reading;
  };
};

/** Reads lines; a rectangle that is much higher than wide is read in both directions and the better reading counts. */
export const lineReader = (reader: TextReader): LineReader => {
  const read = readingOnce(reader);
  return async (picture, quad) => {
    const [topLeft, topRight, bottomRight, bottomLeft] = quad;
    if (!isUpended(distance(topLeft, topRight), distance(topLeft, bottomLeft))) return read(picture, quad);
    const upwards = await read(picture, [bottomLeft, topLeft, topRight, bottomRight]);
    const downwards = await read(picture, [topRight, bottomRight, bottomLeft, topLeft]);
    return downwards.score > upwards.score ? downwards : upwards;
  };
};

// Images of blocks, and models that see them.
import type {
  Infer,
  SourceImage,
  Tensor,
  TextModels,
  TextReader,
} from '@pseudonymize-redact/core/text-detection';

/** Grey values on black: every block stands for the core of a text. */
export const imageWith = (
  columns: number,
  rows: number,
  ...blocks: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
): SourceImage => {
  const pixels = new Uint8Array(columns * rows);
  for (const [x0, y0, x1, y1] of blocks) {
    for (let y = y0; y < y1; y += 1) pixels.fill(255, y * columns + x0, y * columns + x1);
  }
  return { rows, columns, samplesPerPixel: 1, pixels, invert: false };
};

/** A detector for the test: what differs from the ground, the most frequent value, is text. */
export const marksAreText =
  (seen: (readonly number[])[] = []): Infer =>
  ({ data, dims }) => {
    seen.push(dims);
    const [, , height = 0, width = 0] = dims;
    const plane = data.subarray(0, width * height);
    const ground = plane.toSorted()[plane.length >> 1] ?? 0;
    return Promise.resolve({
      data: plane.map((value) => (Math.abs(value - ground) > 1 ? 0.9 : 0)),
      dims: [1, 1, height, width],
    });
  };

/** The detector alone. */
export const only = (detector: Infer): TextModels => ({ detector, loadReader: null });

/** What the reader puts out. @param steps the probabilities of all classes in each, the blank first */
export const readSteps = (...steps: readonly (readonly number[])[]): Tensor => ({
  data: Float32Array.from(
    steps.flatMap((classes) => {
      const [most, second] = classes
        .map((_, i) => i)
        .toSorted((a, b) => (classes[b] ?? 0) - (classes[a] ?? 0));
      return [classes[most ?? 0] ?? 0, classes[second ?? 0] ?? 0, most ?? 0, second ?? 0];
    }),
  ),
  dims: [steps.length, 4],
});

/** A reader for the test: one character, read with this score, in every line. */
export const readsAs = (text: string, score: number): (() => Promise<TextReader>) => {
  const infer: Infer = () => {
    const steps = Array.from(text).flatMap((_, i) => [
      [1 - score, ...Array.from(text, (_, j) => (i === j ? score : 0))],
      [1, ...Array.from(text, () => 0)],
    ]);
    return Promise.resolve(readSteps(...steps));
  };
  return () => Promise.resolve({ infer, characters: Array.from(text) });
};

/** A reader for the test: so many letters in a line, by the width of its picture at the reader's height. */
export const readsLetters = (lettersIn: (width: number) => number): TextReader => ({
  infer: ({ dims }) => {
    const letters = Array.from({ length: lettersIn(dims[3] ?? 0) }, () => [
      [1, 0],
      [0.05, 0.95],
    ]);
    return Promise.resolve(readSteps(...letters.flat()));
  },
  characters: ['A'],
});

export const letterInEverySquare = (width: number): number => Math.floor(width / 48);

export const findsNothing: Infer = ({ dims: [, , height = 0, width = 0] }) =>
  Promise.resolve({ data: new Float32Array(width * height), dims: [1, 1, height, width] });

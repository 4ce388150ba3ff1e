import { interleaved } from './interleaved.ts';
import type { OnnxGraph } from './onnxGraph.ts';
import { integersAttribute, operation, type OnnxConstant, type OnnxNode } from './onnxModel.ts';

const SIDE = 3;
const HALF = [0, 1] as const;

/** A convolution without stride. @param pads top, left, bottom, right */
export const convolution = (
  inputs: readonly string[],
  output: string,
  side: number,
  pads: readonly number[] = [0, 0, 0, 0],
): OnnxNode =>
  operation('Conv', inputs, output, [
    integersAttribute('kernel_shape', [side, side]),
    integersAttribute('pads', pads),
  ]);

/** Of a row of three weights, on pixels of which two and two are alike, the weights of these two: [left, right] half of such a pixel. */
const halved = (down: number, tap: number): number => Math.floor((down + tap + 1) / 2) - down;

/** What a convolution of 3 × 3 does at one of the four places of a picture that was repeated to twice its size: one of 2 × 2 on the picture. */
const weightAt = ({ dims, values }: OnnxConstant, down: number, right: number): OnnxConstant => {
  const [outputs = 0, channels = 0] = dims;
  const at = new Float32Array(outputs * channels * 4);
  for (let kernel = 0; kernel < outputs * channels; kernel += 1) {
    for (let y = 0; y < SIDE; y += 1) {
      for (let x = 0; x < SIDE; x += 1) {
        const place = kernel * 4 + halved(down, y) * 2 + halved(right, x);
        at[place] = (at[place] ?? 0) + (values[kernel * SIDE * SIDE + y * SIDE + x] ?? 0);
      }
    }
  }
  return { dims: [outputs, channels, 2, 2], values: at };
};

/** The convolution of `input` repeated to twice its size, without repeating it. */
export const repeatedConvolution = (
  graph: OnnxGraph,
  input: string,
  weight: OnnxConstant,
  output: string,
): readonly OnnxNode[] => {
  const nameOf = (down: number, right: number): string => `${output}.${String(down)}${String(right)}`;
  const places = HALF.flatMap((down) => HALF.map((right) => ({ down, right })));
  const parts = places.map(({ down, right }): OnnxNode => {
    const name = nameOf(down, right);
    const { dims, values } = weightAt(weight, down, right);
    return convolution([input, graph.addConstant(`${name}.weight`, dims, values)], name, 2, [
      1 - down,
      1 - right,
      down,
      right,
    ]);
  });
  const rows = HALF.map((down) => HALF.map((right) => nameOf(down, right)));
  const [channels = 0] = weight.dims;
  return [...parts, ...interleaved(graph, rows, channels, output)];
};

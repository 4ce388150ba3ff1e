import type { OnnxGraph } from './onnxGraph.ts';
import { integersOf, operation, type OnnxConstant, type OnnxNode } from './onnxModel.ts';
import { convolution, repeatedConvolution } from './repeatedConvolution.ts';

// The neck and the head of PP-OCRv4's detector take half of its time: they convolve 96 channels at a quarter of the picture's size. Most
// of these channels are copies, or mixtures of a few: what was repeated to twice its size before a convolution, and what a
// convolution of single pixels spread. The same sums are had from what they were made of.

const SIDE = 3;

/** A convolution of 3 × 3 without stride, as its weights; nothing for another. */
const weightOf = (graph: OnnxGraph, node: OnnxNode | undefined): OnnxConstant | undefined => {
  if (node?.operator !== 'Conv') return undefined;
  const weight = graph.constant(node.inputs[1]);
  const [, , height, width] = weight?.dims ?? [];
  if (height !== SIDE || width !== SIDE) return undefined;
  if (integersOf(node, 'strides').some((stride) => stride !== 1)) return undefined;
  return integersOf(node, 'pads').every((pad) => pad === 1) ? weight : undefined;
};

/** The channels [start, end) that a convolution takes. */
const takenChannels = ({ dims, values }: OnnxConstant, start: number, end: number): OnnxConstant => {
  const [outputs = 0, channels = 0, height = 0, width = 0] = dims;
  const each = height * width;
  const taken = new Float32Array(outputs * (end - start) * each);
  for (let output = 0; output < outputs; output += 1) {
    const from = (output * channels + start) * each;
    taken.set(values.subarray(from, from + (end - start) * each), output * (end - start) * each);
  }
  return { dims: [outputs, end - start, height, width], values: taken };
};

/** What a node repeats, and how many times its size; nothing where it repeats nothing. */
const repeated = (
  graph: OnnxGraph,
  node: OnnxNode | undefined,
): { readonly input: string; readonly times: number } | undefined => {
  const [input, , scales] = node?.operator === 'Resize' ? node.inputs : [];
  const [, , down, right] = graph.constant(scales)?.values ?? [];
  if (input === undefined || down === undefined || down !== right || down % 2 !== 0) return undefined;
  return { input, times: down };
};

/** Convolutions of a sum with something repeated become sums of two convolutions. */
const convolveBeforeSum = (graph: OnnxGraph): void => {
  for (const node of graph.nodesOf('Conv')) {
    const weight = weightOf(graph, node);
    const add = graph.makerOf(node.inputs[0] ?? '');
    if (weight === undefined || node.inputs.length > 2 || add?.operator !== 'Add') continue;
    const [addend = '', name = ''] = add.inputs;
    const resize = graph.makerOf(name);
    const found = repeated(graph, resize);
    const [output = ''] = node.outputs;
    if (found?.times !== 2 || graph.takersOf(add.outputs[0] ?? '').length > 1) continue;
    const [own, other] = [`${output}.own`, `${output}.repeated`];
    graph.replace(
      [...(graph.takersOf(name).length === 1 && resize !== undefined ? [resize] : []), add, node],
      [
        { ...node, inputs: [addend, node.inputs[1] ?? ''], outputs: [own] },
        ...repeatedConvolution(graph, found.input, weight, other),
        operation('Add', [own, other], output),
      ],
    );
  }
};

/** The same for channels side by side, of which some are repeated: all of these are brought to half of the size, and no further. */
const convolveBeforeJoining = (graph: OnnxGraph): void => {
  for (const node of graph.nodesOf('Conv')) {
    const weight = weightOf(graph, node);
    const join = graph.makerOf(node.inputs[0] ?? '');
    if (weight === undefined || join?.operator !== 'Concat') continue;
    const own = join.inputs.at(-1) ?? '';
    const resizes = join.inputs.slice(0, -1).flatMap((name) => graph.makerOf(name) ?? []);
    const found = resizes.flatMap((resize) => repeated(graph, resize) ?? []);
    if (found.length < join.inputs.length - 1) continue;
    const [, channels = 0] = weight.dims;
    const ownChannels = channels / join.inputs.length;
    const start = channels - ownChannels;
    const [output = ''] = node.outputs;
    const [half, ofHalf, ofOwn] = [`${output}.half`, `${output}.repeated`, `${output}.own`];
    const ownWeight = takenChannels(weight, start, channels);
    const smaller = resizes.map((resize, i): OnnxNode | null => {
      const { times = 0 } = found[i] ?? {};
      const scales = `${resize.outputs[0] ?? ''}.scales`;
      if (times === 2) return null;
      graph.addConstant(scales, [4], Float32Array.of(1, 1, times / 2, times / 2));
      const [input = '', region = ''] = resize.inputs;
      return { ...resize, inputs: [input, region, scales] };
    });
    const halves = found.map(({ input }, i) => smaller[i]?.outputs[0] ?? input);
    graph.replace(
      [...resizes, join, node],
      [
        ...smaller.flatMap((resize) => resize ?? []),
        { ...join, inputs: halves, outputs: [half] },
        ...repeatedConvolution(graph, half, takenChannels(weight, 0, start), ofHalf),
        {
          ...node,
          inputs: [
            own,
            graph.addConstant(`${output}.weight`, ownWeight.dims, ownWeight.values),
            ...node.inputs.slice(2),
          ],
          outputs: [ofOwn],
        },
        operation('Add', [ofOwn, ofHalf], output),
      ],
    );
  }
};

/** x + x · s, where x was spread from few channels, before a convolution: the convolution takes these few, its weights have taken up the rest. */
const convolveFewChannels = (graph: OnnxGraph): void => {
  for (const node of graph.nodesOf('Conv')) {
    const weight = weightOf(graph, node);
    const gated = graph.makerOf(node.inputs[0] ?? '');
    const [x = '', product = ''] = gated?.operator === 'Add' ? gated.inputs : [];
    const multiply = graph.makerOf(product);
    const spread = graph.makerOf(x);
    const spreading = graph.constant(spread?.inputs[1]);
    if (weight === undefined || gated === undefined || spread?.operator !== 'Conv') continue;
    if (multiply?.operator !== 'Mul' || multiply.inputs[0] !== x || spread.inputs.length > 2) continue;
    const [outputs = 0] = weight.dims;
    const [channels = 0, few = 0] = spreading?.dims ?? [];
    const pool = graph.takersOf(x).find(({ operator }) => operator === 'GlobalAveragePool');
    if (spreading === undefined || few > outputs || pool === undefined) continue;
    if (graph.takersOf(gated.outputs[0] ?? '').length > 1) continue;
    // [few, channels, 1, 1]: the spreading turned over, so that it convolves the weights.
    const turned = Float32Array.from(
      spreading.values,
      (_, i) => spreading.values[(i % channels) * few + Math.floor(i / channels)] ?? 0,
    );
    const [source = ''] = spread.inputs;
    const [output = ''] = node.outputs;
    const [mean, factor] = [`${output}.mean`, `${output}.factor`];
    const [scaled, weights] = [`${output}.scaled`, `${output}.weights`];
    graph.replace(
      [spread, pool],
      [
        { ...pool, inputs: [source], outputs: [mean] },
        { ...spread, inputs: [mean, spread.inputs[1] ?? ''], outputs: pool.outputs },
      ],
    );
    graph.replace(
      [multiply, gated, node],
      [
        operation(
          'Add',
          [multiply.inputs[1] ?? '', graph.addConstant(`${output}.one`, [1], Float32Array.of(1))],
          factor,
        ),
        operation(
          'Mul',
          [graph.addConstant(`${output}.turned`, [few, channels, 1, 1], turned), factor],
          scaled,
        ),
        convolution([node.inputs[1] ?? '', scaled], weights, 1),
        { ...node, inputs: [source, weights] },
      ],
    );
  }
};

/** The neck of the detector; the reader has none. */
export const leanNeck = (graph: OnnxGraph): void => {
  convolveBeforeSum(graph);
  convolveBeforeJoining(graph);
  convolveFewChannels(graph);
};

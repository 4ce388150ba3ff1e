import { leanHead } from './leanHead.ts';
import { leanNeck } from './leanNeck.ts';
import { leanReader } from './leanReader.ts';
import { OnnxGraph } from './onnxGraph.ts';
import { floatAttribute, onnxModelOf, type OnnxNode } from './onnxModel.ts';

// PP-OCRv4's mobile models as they are exported spell out what runtimes know as one operation: the hard swish in four, and
// learnable scales beside convolutions that could hold them. Every one of them is a walk through memory.

const CEILING = 6;
const HALF = 3;
const EPSILON = 1e-5;

/** x · clip(x + 3, 0, 6) ÷ 6 becomes x · hardSigmoid(x), which runtimes join with the convolution before. */
const shortenHardSwish = (graph: OnnxGraph): void => {
  for (const add of graph.nodesOf('Add')) {
    const [x, addend] = graph.withNumber(add) ?? [];
    const clip = graph.nextOf(add, 'Clip');
    const multiply = graph.nextOf(clip, 'Mul');
    const divide = graph.nextOf(multiply, 'Div');
    if (x === undefined || addend !== HALF || clip === undefined) continue;
    if (multiply?.inputs.includes(x) !== true || divide === undefined) continue;
    if (graph.withNumber(divide)?.[1] !== CEILING) continue;
    graph.replace(
      [add, clip, multiply, divide],
      [
        {
          operator: 'HardSigmoid',
          inputs: [x],
          outputs: clip.outputs,
          attributes: [floatAttribute('alpha', 1 / CEILING), floatAttribute('beta', HALF / CEILING)],
        },
        { operator: 'Mul', inputs: [x, ...clip.outputs], outputs: divide.outputs, attributes: [] },
      ],
    );
  }
};

/** A convolution whose result is scaled: the scale goes into its weights. */
const scaleBefore = (graph: OnnxGraph): void => {
  for (const { x, scale, offset, nodes, output } of graph.affines()) {
    const convolution = graph.makerOf(x);
    if (convolution?.operator !== 'Conv' || graph.takersOf(x).length > 1) continue;
    const [input = '', weightName, biasName] = convolution.inputs;
    const weight = graph.constant(weightName);
    if (weight === undefined) continue;
    const [channels = 0] = weight.dims;
    const bias = graph.constant(biasName)?.values ?? new Float32Array(channels);
    const inputs = [
      input,
      graph.addConstant(`${output}.weight`, weight.dims, weight.values.map((value) => value * scale)),
      graph.addConstant(`${output}.bias`, [channels], bias.map((value) => value * scale + offset)),
    ]; // prettier-ignore
    graph.replace([convolution, ...nodes], [{ ...convolution, inputs, outputs: [output] }]);
  }
};

/** Whether a node is a convolution of single pixels: no edge of the picture is padded. */
const isPointwise = (graph: OnnxGraph, { operator, inputs }: OnnxNode, input: string): boolean => {
  const [, , height, width] = graph.constant(inputs[1])?.dims ?? [];
  return operator === 'Conv' && inputs[0] === input && height === 1 && width === 1;
};

/** What is scaled before convolutions of single pixels: the scale goes into their weights. */
const scaleAfter = (graph: OnnxGraph): void => {
  for (const { x, scale, offset, nodes, output } of graph.affines()) {
    const takers = graph.takersOf(output);
    if (takers.length === 0 || !takers.every((taker) => isPointwise(graph, taker, output))) continue;
    for (const convolution of takers) {
      const [, weightName, biasName] = convolution.inputs;
      const weight = graph.constant(weightName);
      const [name = ''] = convolution.outputs;
      if (weight === undefined) continue;
      const [channels = 0, each = 0] = weight.dims;
      const bias = graph.constant(biasName)?.values ?? new Float32Array(channels);
      const sumOf = (channel: number): number =>
        weight.values.subarray(channel * each, (channel + 1) * each).reduce((sum, value) => sum + value, 0);
      const inputs = [
        x,
        graph.addConstant(`${name}.scaled`, weight.dims, weight.values.map((value) => value * scale)),
        graph.addConstant(`${name}.moved`, [channels], bias.map((value, i) => value + offset * sumOf(i))),
      ]; // prettier-ignore
      graph.replace([convolution], [{ ...convolution, inputs }]);
    }
    graph.replace(nodes, []);
  }
};

const channelsOf = (graph: OnnxGraph, name: string): number | undefined => {
  const maker = graph.makerOf(name);
  if (maker?.operator === 'Conv') return graph.constant(maker.inputs[1])?.dims[0];
  return maker?.operator === 'Mul' ? channelsOf(graph, maker.inputs[0] ?? '') : undefined;
};

/** The other scales become batch normalisations, which runtimes know how to run beside convolutions. */
const scaleAsNormalisation = (graph: OnnxGraph): void => {
  for (const { x, scale, offset, nodes, output } of graph.affines()) {
    const channels = channelsOf(graph, x);
    if (channels === undefined) continue;
    const every = (name: string, value: number): string =>
      graph.addConstant(`${output}.${name}`, [channels], new Float32Array(channels).fill(value));
    const inputs = [
      x,
      every('scale', scale),
      every('offset', offset),
      every('mean', 0),
      every('variance', 1 - EPSILON),
    ];
    const attributes = [floatAttribute('epsilon', EPSILON)];
    graph.replace(nodes, [{ operator: 'BatchNormalization', inputs, outputs: [output], attributes }]);
  }
};

/**
 * A model that computes the same in fewer operations. The reader puts out the two greatest probabilities of each step, and their classes.
 * @param published ModelProto of one of the models of this folder, whose hash was compared
 */
export const leanModel = (published: Uint8Array): Uint8Array => {
  const graph = new OnnxGraph(onnxModelOf(published));
  shortenHardSwish(graph);
  scaleBefore(graph);
  scaleAfter(graph);
  scaleAsNormalisation(graph);
  leanNeck(graph);
  leanHead(graph);
  leanReader(graph);
  return graph.finish();
};

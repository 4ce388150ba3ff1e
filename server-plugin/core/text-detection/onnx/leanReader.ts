import type { OnnxGraph } from './onnxGraph.ts';
import { integerAttribute, integersAttribute, operation, TENSOR_TYPE } from './onnxModel.ts';

// The reader puts out the probabilities of 6,625 classes for every eight columns of a line: a megabyte for a line of 300 columns, of
// which only the greatest count.

const EACH_STEP = integerAttribute('axis', 1);
const AS_COLUMN = integerAttribute('keepdims', 1);

/** The greatest probability of each step and its class, steps × 2, instead of the probabilities of all classes. */
export const leanReader = (graph: OnnxGraph): void => {
  for (const multiply of graph.nodesOf('MatMul')) {
    const add = graph.nextOf(multiply, 'Add');
    const softmax = graph.nextOf(add, 'Softmax');
    const [input = '', weight = ''] = multiply.inputs;
    const bias = add?.inputs.find((name) => graph.constant(name) !== undefined);
    const [output = ''] = softmax?.outputs ?? [];
    if (add === undefined || softmax === undefined || bias === undefined || !graph.isOutput(output)) continue;
    const steps = graph.addShape(`${output}.each`, [-1, graph.constant(weight)?.dims[0] ?? 0]);
    const name = (what: string): string => `${output}.${what}`;
    graph.replace(
      [multiply, add, softmax],
      [
        operation('Reshape', [input, steps], name('steps')),
        operation('Gemm', [name('steps'), weight, bias], name('logits')),
        operation('Softmax', [name('logits')], name('probabilities'), [EACH_STEP]),
        operation('ReduceMax', [name('probabilities')], name('greatest'), [integersAttribute('axes', [1]), AS_COLUMN]),
        operation('ArgMax', [name('probabilities')], name('index'), [EACH_STEP, AS_COLUMN]),
        operation('Cast', [name('index')], name('class'), [integerAttribute('to', TENSOR_TYPE.float)]),
        operation('Concat', [name('greatest'), name('class')], output, [EACH_STEP]),
      ],
    ); // prettier-ignore
  }
};

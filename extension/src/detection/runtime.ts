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
  type TextReader,
} from '@pseudonymize-redact/core/text-detection';
import { backends, type Backend } from './backend.ts';
import { loadPublished } from './publishedFile.ts';

/** A model of one input and one output. */
const openModel = async (
  model: PublishedFile,
  bytes: ArrayBuffer,
  { runtime, provider }: Backend,
): Promise<Infer> => {
  const session = await runtime.InferenceSession.create(leanModel(new Uint8Array(bytes)), {
    executionProviders: [provider],
  });
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]];
  if (inputName === undefined || outputName === undefined)
    throw new CodedError('DETECTION_FAILED', model.name);
  return async ({ data, dims }) => {
    const outputs = await session.run({ [inputName]: new runtime.Tensor('float32', data, dims) });
    const output = outputs[outputName];
    if (!(output?.data instanceof Float32Array)) throw new CodedError('DETECTION_FAILED', model.name);
    return { data: output.data, dims: output.dims };
  };
};

/** A picture of the detector's smallest size. */
const TRIAL = { data: new Float32Array(3 * 32 * 32), dims: [1, 3, 32, 32] } as const;

/** The detector on the first runtime that runs it: drivers of GPUs fail in more ways than can be asked for before. */
const openDetector = async (
  bytes: ArrayBuffer,
  candidates: readonly (() => Promise<Backend>)[],
): Promise<{ readonly detector: Infer; readonly backend: Backend }> => {
  const [first, ...others] = candidates;
  if (first === undefined) throw new CodedError('DETECTION_FAILED', DETECTION_MODEL.name);
  try {
    const backend = await first();
    const detector = await openModel(DETECTION_MODEL, bytes, backend);
    await detector(TRIAL);
    return { detector, backend };
  } catch (error) {
    if (others.length === 0) throw error;
    return openDetector(bytes, others);
  }
};

/** Loads onnxruntime-web and the detector from `ort/` and `models/` below `base`; the reader when it is first wanted. */
export const loadModels = async (base: URL): Promise<TextModels> => {
  const folder = new URL('./models/', base);
  const [bytes, candidates] = await Promise.all([loadPublished(DETECTION_MODEL, folder), backends(base)]);
  const { detector, backend } = await openDetector(bytes, candidates);
  let reader: TextReader | null = null;
  const loadReader = async (): Promise<TextReader> => {
    if (reader !== null) return reader;
    const [model, keys] = await Promise.all([
      loadPublished(READING_MODEL, folder),
      loadPublished(READING_CHARACTERS, folder),
    ]);
    reader = {
      infer: await openModel(READING_MODEL, model, backend),
      characters: charactersOf(new TextDecoder().decode(keys)),
    };
    return reader;
  };
  return { detector, loadReader };
};

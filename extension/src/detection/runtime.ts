import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  charactersOf,
  DETECTION_MODEL,
  READING_CHARACTERS,
  READING_MODEL,
  type Infer,
  type PublishedFile,
  type TextModels,
  type TextReader,
} from '@pseudonymize-redact/core/text-detection';
import * as ort from 'onnxruntime-web/wasm';

/** onnxruntime-web 1.30.0. */
export const RUNTIME_WASM: PublishedFile = {
  name: 'ort-wasm-simd-threaded.wasm',
  integrity: 'sha256-M5jBDQfSKb2Rs2RUjhMODlGo5XBLiMfAg+u+t4hC3uI=',
};
const RUNTIME_SCRIPT = 'ort-wasm-simd-threaded.mjs';
const MOST_THREADS = 4;

/** The browser compares the hash, in insecure contexts as well, and keeps the file in its cache. */
const load = async (file: PublishedFile, folder: URL): Promise<ArrayBuffer> => {
  try {
    const response = await fetch(new URL(file.name, folder), { integrity: file.integrity });
    if (response.ok) return await response.arrayBuffer();
  } catch (cause) {
    throw new CodedError('DETECTION_MODEL_UNAVAILABLE', file.name, { cause });
  }
  throw new CodedError('DETECTION_MODEL_UNAVAILABLE', file.name);
};

/** Starts onnxruntime-web: once, before the first model. */
const startRuntime = async (folder: URL): Promise<void> => {
  ort.env.wasm.wasmBinary = await load(RUNTIME_WASM, folder);
  ort.env.wasm.wasmPaths = { mjs: new URL(RUNTIME_SCRIPT, folder) };
  // Shared memory, and so threads, only where the page is cross-origin isolated.
  ort.env.wasm.numThreads = crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, MOST_THREADS) : 1;
};

/** A model of one input and one output. */
const openModel = async (model: PublishedFile, bytes: ArrayBuffer): Promise<Infer> => {
  const session = await ort.InferenceSession.create(new Uint8Array(bytes));
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]];
  if (inputName === undefined || outputName === undefined)
    throw new CodedError('DETECTION_FAILED', model.name);
  return async ({ data, dims }) => {
    const outputs = await session.run({ [inputName]: new ort.Tensor('float32', data, dims) });
    const output = outputs[outputName];
    if (!(output?.data instanceof Float32Array)) throw new CodedError('DETECTION_FAILED', model.name);
    return { data: output.data, dims: output.dims };
  };
};

/** Loads onnxruntime-web and the detector from `ort/` and `models/` below `base`; the reader when it is first wanted. */
export const loadModels = async (base: URL): Promise<TextModels> => {
  const folder = new URL('./models/', base);
  const [model] = await Promise.all([load(DETECTION_MODEL, folder), startRuntime(new URL('./ort/', base))]);
  const detector = await openModel(DETECTION_MODEL, model);
  let reader: TextReader | null = null;
  const loadReader = async (): Promise<TextReader> => {
    if (reader !== null) return reader;
    const [model, keys] = await Promise.all([load(READING_MODEL, folder), load(READING_CHARACTERS, folder)]);
    reader = {
      infer: await openModel(READING_MODEL, model),
      characters: charactersOf(new TextDecoder().decode(keys)),
    };
    return reader;
  };
  return { detector, loadReader };
};

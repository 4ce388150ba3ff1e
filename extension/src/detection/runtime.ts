import { CodedError } from '@pseudonymize-redact/core/errors';
import { DETECTION_MODEL, type Infer, type PublishedFile } from '@pseudonymize-redact/core/text-detection';
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

/** Loads onnxruntime-web and the detector from `ort/` and `models/` below `base`. */
export const loadDetector = async (base: URL): Promise<Infer> => {
  const runtimeFolder = new URL('./ort/', base);
  const [wasm, model] = await Promise.all([
    load(RUNTIME_WASM, runtimeFolder),
    load(DETECTION_MODEL, new URL('./models/', base)),
  ]);
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.wasmPaths = { mjs: new URL(RUNTIME_SCRIPT, runtimeFolder) };
  // Shared memory, and so threads, only where the page is cross-origin isolated.
  ort.env.wasm.numThreads = crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, MOST_THREADS) : 1;
  const session = await ort.InferenceSession.create(new Uint8Array(model));
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]];
  if (inputName === undefined || outputName === undefined) throw new CodedError('DETECTION_FAILED', 'model');
  return async ({ data, dims }) => {
    const outputs = await session.run({ [inputName]: new ort.Tensor('float32', data, dims) });
    const output = outputs[outputName];
    if (!(output?.data instanceof Float32Array))
      throw new CodedError('DETECTION_FAILED', 'type of the output');
    return { data: output.data, dims: output.dims };
  };
};

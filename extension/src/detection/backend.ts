import type { PublishedFile } from '@pseudonymize-redact/core/text-detection';
import * as wasm from 'onnxruntime-web/wasm';
import { loadPublished } from './publishedFile.ts';

/** What of onnxruntime-web is used; its builds are alike in it. */
type Runtime = Pick<typeof wasm, 'env' | 'InferenceSession' | 'Tensor'>;

/** onnxruntime-web, started. */
export interface Backend {
  readonly runtime: Runtime;
  readonly provider: 'webgpu' | 'wasm';
}

interface BackendFiles {
  readonly wasm: PublishedFile;
  readonly script: PublishedFile;
}

/** Of onnxruntime-web 1.30.0. */
export const BACKEND_FILES: Readonly<Record<Backend['provider'], BackendFiles>> = {
  wasm: {
    wasm: {
      name: 'ort-wasm-simd-threaded.wasm',
      integrity: 'sha256-M5jBDQfSKb2Rs2RUjhMODlGo5XBLiMfAg+u+t4hC3uI=',
    },
    script: {
      name: 'ort-wasm-simd-threaded.mjs',
      integrity: 'sha256-4T9/lPxRtMpysS+use6V9Kzm37yJObxxiqvcCifEKZs=',
    },
  },
  webgpu: {
    wasm: {
      name: 'ort-wasm-simd-threaded.asyncify.wasm',
      integrity: 'sha256-OfnwiU1HiABIftn32+kmGEmNsyDPVcjj2Jrf+NzmWNo=',
    },
    script: {
      name: 'ort-wasm-simd-threaded.asyncify.mjs',
      integrity: 'sha256-PRyFmVNku2QzAvxv2Hegw7pa5yQBgV4PJIKKU9kZHig=',
    },
  },
};
const MOST_THREADS = 4;

/** The part of the WebGPU API (W3C) that is asked for here. */
interface GpuNavigator {
  readonly gpu?: {
    requestAdapter(): Promise<{ readonly info?: { readonly isFallbackAdapter?: boolean } } | null>;
  };
}

/** Whether the machine has a GPU; one that is imitated by the processor is slower than WebAssembly. */
export const hasGpu = async (navigator: GpuNavigator): Promise<boolean> => {
  try {
    const adapter = await navigator.gpu?.requestAdapter();
    return adapter != null && adapter.info?.isFallbackAdapter !== true;
  } catch {
    return false;
  }
};

const start = async (runtime: Runtime, provider: Backend['provider'], base: URL): Promise<Backend> => {
  const folder = new URL('./ort/', base);
  const files = BACKEND_FILES[provider];
  // The runtime imports its script itself: here it is compared and put into the browser's cache.
  const [binary] = await Promise.all([
    loadPublished(files.wasm, folder),
    loadPublished(files.script, folder),
  ]);
  runtime.env.wasm.wasmBinary = binary;
  runtime.env.wasm.wasmPaths = { mjs: new URL(files.script.name, folder) };
  // Shared memory, and so threads, only where the page is cross-origin isolated.
  runtime.env.wasm.numThreads = crossOriginIsolated
    ? Math.min(navigator.hardwareConcurrency, MOST_THREADS)
    : 1;
  return { runtime, provider };
};

/** The runtimes that can be tried on this machine, the fastest first; each is loaded when it is asked for. */
export const backends = async (base: URL): Promise<readonly (() => Promise<Backend>)[]> => {
  const onProcessor = (): Promise<Backend> => start(wasm, 'wasm', base);
  const onGpu = async (): Promise<Backend> => {
    const runtime = (await import(new URL('./webgpu.js', base).href)) as Runtime;
    return start(runtime, 'webgpu', base);
  };
  return (await hasGpu(navigator)) ? [onGpu, onProcessor] : [onProcessor];
};

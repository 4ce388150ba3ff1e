import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BACKEND_FILES, hasGpu } from '../../../../extension/src/detection/backend.ts';

const RUNTIME = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));

describe('the runtime of the detection in the browser', () => {
  it('[TD-21] has the hashes of the files that are installed', () => {
    for (const files of Object.values(BACKEND_FILES)) {
      for (const { name, integrity } of [files.wasm, files.script]) {
        const hash = createHash('sha256')
          .update(readFileSync(join(RUNTIME, name)))
          .digest('base64');
        expect(integrity, name).toBe(`sha256-${hash}`);
      }
    }
  });

  it('[TD-21] uses a GPU where there is a real one', async () => {
    const adapter = (info: { readonly isFallbackAdapter?: boolean } | null) => ({
      gpu: { requestAdapter: () => Promise.resolve(info && { info }) },
    });
    expect(await hasGpu(adapter({ isFallbackAdapter: false }))).toBe(true);
    expect(await hasGpu(adapter({}))).toBe(true);
    expect(await hasGpu(adapter({ isFallbackAdapter: true }))).toBe(false);
    expect(await hasGpu(adapter(null))).toBe(false);
    expect(await hasGpu({})).toBe(false);
    expect(await hasGpu({ gpu: { requestAdapter: () => Promise.reject(new Error('lost')) } })).toBe(false);
  });
});

import { join } from 'node:path';
import { build } from 'esbuild';
import { EXTENSION_FOLDER, WORKER_FOLDER, MODE_FOLDER } from '../src/start/checkout.ts';

interface Bundle {
  readonly entry: string;
  readonly output: string;
  /** Left as imports: the page's import map resolves them. */
  readonly imports: readonly string[];
}

const BUNDLES: readonly Bundle[] = [
  {
    entry: join(EXTENSION_FOLDER, 'src', 'index.tsx'),
    output: join(EXTENSION_FOLDER, 'dist', 'extension.js'),
    imports: [],
  },
  {
    entry: join(EXTENSION_FOLDER, 'src', 'detection', 'worker.ts'),
    output: join(WORKER_FOLDER, 'worker.js'),
    imports: [],
  },
  {
    entry: join(EXTENSION_FOLDER, 'src', 'detection', 'webgpu.ts'),
    output: join(WORKER_FOLDER, 'webgpu.js'),
    imports: [],
  },
  {
    entry: join(MODE_FOLDER, 'src', 'index.ts'),
    output: join(MODE_FOLDER, 'dist', 'mode.js'),
    imports: ['@pseudonymize-redact/extension'],
  },
];

/** A second copy of one of these in the page breaks the viewer; they may be imported as types only. */
const HOST_PACKAGES = ['@ohif/*', '@cornerstonejs/*', 'dcmjs'];

const bundle = async ({ entry, output, imports }: Bundle): Promise<void> => {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    metafile: true,
    conditions: ['@pseudonymize-redact/source'],
    external: [...HOST_PACKAGES, ...imports],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  for (const { imports: left } of Object.values(metafile.outputs)) {
    const unknown = left.find(({ path, external }) => external === true && !imports.includes(path));
    if (unknown !== undefined)
      throw new Error(`${unknown.path} belongs to the viewer and is imported as a value`);
  }
};

/** Bundles the extension, its worker and the mode as ES modules for the browser. */
export const bundleAll = async (): Promise<void> => {
  await Promise.all(BUNDLES.map(bundle));
};

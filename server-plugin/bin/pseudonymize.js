#!/usr/bin/env node
// In a checkout the sources run as they are, so that nothing has to be built first; the published package has only what was built.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { launch } from './launch.js';

const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const FLAGS = ['--disable-warning=ExperimentalWarning'];

const args = process.argv.slice(2);
if (existsSync(source)) {
  // The checkout brings its own Node.js, which runs TypeScript; the machine's may be older.
  const node = createRequire(import.meta.url).resolve('node/bin/node');
  launch(node, [...FLAGS, '--conditions=@pseudonymize-redact/source', source, ...args]);
} else launch(process.execPath, [...process.execArgv, built, ...args]);

#!/usr/bin/env node
// In a checkout the sources run as they are, so that nothing has to be built first; the published package has only what was built.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

const runSource = () => {
  // The checkout brings its own Node.js, which runs TypeScript; the machine's may be older.
  const node = createRequire(import.meta.url).resolve('node/bin/node');
  const flags = ['--disable-warning=ExperimentalWarning', '--conditions=@pseudonymize-redact/source'];
  const child = spawn(node, [...flags, source, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
};

if (existsSync(source)) runSource();
else await import('../dist/cli/main.js');

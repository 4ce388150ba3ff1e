// `npm start`: the bridge and its Orthanc, from the sources.
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { launch } from './launch.js';

const MAIN = fileURLToPath(new URL('../src/start/main.ts', import.meta.url));

launch(process.execPath, ['--conditions=@pseudonymize-redact/source', MAIN, ...process.argv.slice(2)]);

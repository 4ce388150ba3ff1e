import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { readConfig } from '../config/config.ts';
import { VIEWER_FOLDER, VIEWER_FOLDERS } from '../start/checkout.ts';
import { runUntilEnded } from '../start/lifetime.ts';
import { createLogger } from '../start/logger.ts';

const VARIABLES = `
Configuration is by environment variables; the README lists all of them.
  ORTHANC_URL, ORTHANC_USER, ORTHANC_PASSWORD   the Orthanc
  DATABASE_URL        postgresql://… of jobs that several processes share; without it PGlite in the data folder
  PSEUDONYMIZE_DATA   the folder of projects.json, profiles and keys
  LOG_LEVEL           fatal, error, warn, info, debug, silent

Examples:
  # one process, with an Orthanc that is there
  ORTHANC_URL=http://127.0.0.1:8042 pseudonymize serve
  # many: a bridge that leaves the work to workers, and workers on any machines
  DATABASE_URL=postgresql://… ORTHANC_URL=… BRIDGE_WORKS=no pseudonymize serve
  DATABASE_URL=postgresql://… ORTHANC_URL=… pseudonymize worker`;

// Most commands know these two only to tell their help: what they start is loaded when it is started.

/** `pseudonymize serve`: the bridge. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description(
      'Runs the bridge: the HTTP API, the viewer, the admin page, and jobs unless BRIDGE_WORKS=no.',
    )
    .addHelpText('after', VARIABLES)
    .action(() =>
      runUntilEnded(async (cleanup) => {
        const config = readConfig(process.env);
        if (!existsSync(VIEWER_FOLDER)) throw new Error('The viewer is not there: run npm run build.');
        const { startBridge } = await import('../start/bridge.ts');
        const address = await startBridge(config, VIEWER_FOLDERS, createLogger(config.logLevel), cleanup);
        console.log(`Pseudonymize & Redact: ${address}`);
      }),
    );

/** `pseudonymize worker`: one more process on the jobs of a bridge. */
export const workerCommand = (): Command =>
  new Command('worker')
    .description(
      'Works on the jobs of a bridge; start as many as you like, on any machines. Needs DATABASE_URL and ORTHANC_URL of the bridge, and the same projects.json, profiles and keys in PSEUDONYMIZE_DATA.',
    )
    .addHelpText('after', VARIABLES)
    .action(() =>
      runUntilEnded(async (cleanup) => {
        const config = readConfig(process.env);
        const { startWorker } = await import('../start/bridge.ts');
        await startWorker(config, createLogger(config.logLevel), cleanup);
        console.log('Working.');
      }),
    );

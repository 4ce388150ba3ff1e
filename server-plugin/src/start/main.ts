// `npm start`: installs and builds what is missing, starts Orthanc and the bridge, and prints the one address.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '../config/config.ts';
import { startBridge } from './bridge.ts';
import { PROJECT_FOLDER, VIEWER_FOLDERS } from './checkout.ts';
import { runUntilEnded } from './lifetime.ts';
import { createLogger } from './logger.ts';
import { installPackages } from './packages.ts';

const BUILD = join(PROJECT_FOLDER, 'server-plugin', 'scripts', 'build.ts');

const build = (): void => {
  const { status } = spawnSync(process.execPath, [...process.execArgv, BUILD], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build has failed.');
};

await runUntilEnded(async (cleanup) => {
  const config = readConfig(process.env);
  if (config.orthanc === null) installPackages(['orthanc', 'orthanc-dicomweb']);
  build();
  const address = await startBridge(config, VIEWER_FOLDERS, createLogger(config.logLevel), cleanup);
  console.log(`Pseudonymize & Redact: ${address}`);
});

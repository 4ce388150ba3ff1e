// `npm start`: installs and builds what is missing, starts Orthanc and the bridge, and prints the one address.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '../config/config.ts';
import { startBridge } from './bridge.ts';
import { EXTENSION_FOLDER, MODE_FOLDER, PROJECT_FOLDER, VIEWER_FOLDER } from './checkout.ts';
import { Cleanup } from './cleanup.ts';
import { createLogger } from './logger.ts';
import { installPackages } from './packages.ts';

const BUILD = join(PROJECT_FOLDER, 'server-plugin', 'scripts', 'build.ts');

const build = (): void => {
  const { status } = spawnSync(process.execPath, [...process.execArgv, BUILD], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build has failed.');
};

const cleanup = new Cleanup();
let ending = false;

const end = async (status: number): Promise<never> => {
  // Asked a second time, nothing is waited for.
  if (ending) process.exit(1);
  ending = true;
  try {
    await cleanup.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  process.exit(status);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));

try {
  const config = readConfig(process.env);
  if (config.orthanc === null) installPackages(['orthanc', 'orthanc-dicomweb']);
  build();
  const folders = {
    viewer: VIEWER_FOLDER,
    plugins: [join(EXTENSION_FOLDER, 'dist'), join(MODE_FOLDER, 'dist')],
  };
  const address = await startBridge(config, folders, createLogger(config.logLevel), cleanup);
  console.log(`Pseudonymize & Redact: ${address}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig, type OrthancAccess } from '../../src/config/config.ts';
import { ExportService } from '../../src/exports/exportService.ts';
import { JobService } from '../../src/jobs/jobService.ts';
import { JobWorker } from '../../src/jobs/jobWorker.ts';
import { initializeProjects } from '../../src/projects/projectFile.ts';
import { openParts } from '../../src/start/bridge.ts';
import { Cleanup } from '../../src/start/cleanup.ts';

/** Headers only: pixels are neither searched nor changed. */
const PROJECT = {
  id: 'default',
  name: 'Headers only',
  keyFile: 'keys/default.key',
  search: 'none',
  holds: 'off',
};

export const writeHeaderOnlyProject = (dataFolder: string): void => {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'projects.json'), JSON.stringify([PROJECT]));
  initializeProjects(dataFolder);
};

/** The bridge without its HTTP interface, in this process. */
export const openBridge = async (
  dataFolder: string,
  access: OrthancAccess,
  databaseUrl: string | null = null,
) => {
  writeHeaderOnlyProject(dataFolder);
  const cleanup = new Cleanup();
  const config = {
    ...readConfig({ PSEUDONYMIZE_DATA: dataFolder }),
    databaseUrl,
  };
  const parts = await openParts(config, access, pino({ level: 'silent' }), cleanup);
  const jobs = new JobService(parts);
  const worker = new JobWorker(parts);
  return {
    ...parts,
    jobs,
    exportService: new ExportService({ ...parts, jobs }),
    worker,
    close: async () => {
      await worker.close();
      await cleanup.run();
    },
  };
};

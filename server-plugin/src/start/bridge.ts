import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Logger } from 'pino';
import { AuditStore } from '../audit/auditStore.ts';
import type { Config, OrthancAccess } from '../config/config.ts';
import { openDestinations } from '../destinations/openDestination.ts';
import { ZipPacking } from '../destinations/zip/zipPacking.ts';
import { ZipStore } from '../destinations/zip/zipStore.ts';
import { openSearchPool } from '../detection/searchPool.ts';
import { threadedEngine } from '../engine/threadedEngine.ts';
import { ExportService } from '../exports/exportService.ts';
import { ExportStore } from '../exports/exportStore.ts';
import { HoldService } from '../holds/holdService.ts';
import { HoldStore } from '../holds/holdStore.ts';
import { createApp } from '../http/app.ts';
import type { ViewerFolders } from '../http/viewerRoutes.ts';
import { JobComparer } from '../jobs/jobComparer.ts';
import { JobHistory } from '../jobs/jobHistory.ts';
import { JobService } from '../jobs/jobService.ts';
import { JobStore } from '../jobs/jobStore.ts';
import { JobWorker } from '../jobs/jobWorker.ts';
import { startEmbeddedOrthanc } from '../orthanc/embeddedOrthanc.ts';
import { OriginalFiles } from '../orthanc/originalFiles.ts';
import { OrthancClient } from '../orthanc/orthancClient.ts';
import { agreeOnKeys, followsSettings, leadSettings } from '../projects/keyAgreement.ts';
import { initializeProjects } from '../projects/projectFile.ts';
import { ProjectService } from '../projects/projectService.ts';
import { openProjects } from '../projects/projectRegistry.ts';
import { openPglite, type Database } from '../queue/database.ts';
import { openJobQueue } from '../queue/jobQueue.ts';
import { openPostgres } from '../queue/postgres.ts';
import { ReviewService } from '../reviews/reviewService.ts';
import { ReviewStore } from '../reviews/reviewStore.ts';
import { OutputStore } from '../report/outputStore.ts';
import { ReportService } from '../report/reportService.ts';
import { ReidentificationService } from '../vault/reidentificationService.ts';
import { importVaults } from '../vault/importVaults.ts';
import { openVaults } from '../vault/vaults.ts';
import { VerificationService } from '../verification/verificationService.ts';
import { VerificationStore } from '../verification/verificationStore.ts';
import type { Cleanup } from './cleanup.ts';
import { lockDataFolder } from './dataFolderLock.ts';

/** @throws Error in one line where it does not answer, does not let us in, or lacks DICOMweb */
const checkOrthanc = async ({ url }: OrthancAccess, orthanc: OrthancClient): Promise<void> => {
  try {
    if ((await orthanc.plugins()).includes('dicom-web')) return;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw new Error(`${error.message} ORTHANC_URL is ${url}`, { cause: error });
  }
  throw new Error(`The Orthanc at ${url} has no DICOMweb plugin, which the viewer needs.`);
};

const loadDemoStudies = async (folder: string, orthanc: OrthancClient): Promise<void> => {
  const loaded = join(folder, 'demo-studies-loaded');
  if (existsSync(loaded)) return;
  const { demoStudies } = await import('../demo/demoStudies.ts');
  for (const { bytes } of demoStudies()) await orthanc.store(bytes);
  writeFileSync(loaded, '');
};

const openOrthanc = async (config: Config, log: Logger, cleanup: Cleanup): Promise<OrthancAccess> => {
  if (config.orthanc !== null) {
    await checkOrthanc(config.orthanc, new OrthancClient(config.orthanc));
    return config.orthanc;
  }
  const folder = join(config.dataFolder, 'orthanc');
  const embedded = await startEmbeddedOrthanc(folder, () =>
    log.warn('Orthanc has ended; it is started again'),
  );
  cleanup.add(() => embedded.stop());
  if (config.demoStudies) await loadDemoStudies(folder, new OrthancClient(embedded.access));
  return embedded.access;
};

const listenFailure = ({ host, port }: Config, cause: unknown): Error => {
  const { code } = cause as NodeJS.ErrnoException;
  const reason =
    code === 'EADDRINUSE'
      ? `Port ${port} is taken: set PORT to another.`
      : `Cannot listen on ${host}:${port} (${String(code)}).`;
  return new Error(reason, { cause });
};

/** Before anything is started. @throws Error in one line where the port is taken or the address is not this machine's */
const checkPort = async (config: Config): Promise<void> => {
  const server = createServer();
  try {
    await once(server.listen({ host: config.host, port: config.port }), 'listening');
  } catch (cause) {
    throw listenFailure(config, cause);
  }
  server.close();
  await once(server, 'close');
};

/** How often the bridge looks whether files of its projects have changed: workers do nothing by others. */
const LOOK_INTERVAL_MS = 5000;

const keepLooking = (rules: ProjectService, log: Logger, cleanup: Cleanup): void => {
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      await rules.look();
    } catch (error) {
      log.error({ code: error instanceof CodedError ? error.code : 'INTERNAL' }, 'projects cannot be read');
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_INTERVAL_MS);
  cleanup.add(() => {
    clearInterval(timer);
    return looking;
  });
};

/**
 * What the bridge and every worker need: Orthanc's client, the engine, the search, the database, the queue.
 *
 * @param leads whether other processes go by the projects of this one
 */
export const openParts = async (
  config: Config,
  access: OrthancAccess,
  log: Logger,
  cleanup: Cleanup,
  leads = true,
) => {
  const { dataFolder, databaseUrl } = config;
  const onError = (error: Error): void => log.error({ err: error }, 'trouble of the database');
  const database: Database =
    databaseUrl === null
      ? await openPglite(join(dataFolder, 'database'))
      : await openPostgres(databaseUrl, onError);
  cleanup.add(() => database.close());
  const projects = openProjects(dataFolder);
  const vaultOf = openVaults(database, (id) => projects.keyOf(id));
  const audit = new AuditStore(database);
  await agreeOnKeys(database, projects, audit, leads ? undefined : null);
  if (leads) await leadSettings(database, projects);
  const ids = projects.list().map(({ id }) => id);
  await importVaults(dataFolder, ids, vaultOf);
  const orthanc = new OrthancClient(access);
  const originals = new OriginalFiles(orthanc, join(dataFolder, 'originals'));
  const engine = threadedEngine(dataFolder, access, (project) => vaultOf(project).people);
  cleanup.add(() => engine.close());
  const search = openSearchPool();
  cleanup.add(() => search.close());
  const holds = new HoldStore(database);
  const store = await JobStore.open(database);
  const outputs = new OutputStore(database);
  const queue = await openJobQueue(database, onError);
  const exports = new ExportStore(database);
  const zips = new ZipStore(database);
  return {
    orthanc,
    originals,
    engine,
    search,
    database,
    audit,
    store,
    history: new JobHistory(database),
    holds,
    outputs,
    verifications: new VerificationStore(database),
    zips,
    exports,
    queue,
    projects,
    vaultOf,
    packing: new ZipPacking({ projects, dataFolder, database, pending: store, zips, log }),
    destinationOf: openDestinations({ projects, orthanc, access, dataFolder }),
    agrees: (project: string) =>
      leads ? Promise.resolve(true) : followsSettings(database, projects, project),
    dataFolder,
    log,
  };
};

type Parts = Awaited<ReturnType<typeof openParts>>;

const startWorking = async (parts: Parts, cleanup: Cleanup): Promise<void> => {
  const worker = new JobWorker(parts);
  cleanup.add(() => worker.close());
  await worker.start();
};

/**
 * Starts everything that runs as long as the bridge does; what has to be ended again is added to `cleanup`, also where the start
 * fails half-way.
 *
 * @returns the address of the viewer
 * @throws Error, its message one line for the reader
 */
export const startBridge = async (
  config: Config,
  folders: ViewerFolders,
  log: Logger,
  cleanup: Cleanup,
): Promise<string> => {
  await checkPort(config);
  cleanup.add(await lockDataFolder(config.dataFolder));
  initializeProjects(config.dataFolder);
  const access = await openOrthanc(config, log, cleanup);
  const parts = await openParts(config, access, log, cleanup);
  const rules = new ProjectService(parts);
  keepLooking(rules, log, cleanup);
  if (config.works) await startWorking(parts, cleanup);
  else cleanup.add(() => parts.queue.close());
  const { orthanc, originals, engine, projects } = parts;
  const reviews = new ReviewService(orthanc, new ReviewStore(parts.database));
  const jobs = new JobService(parts);
  const exports = new ExportService({ ...parts, jobs });
  const app = await createApp({
    api: { jobs, comparer: new JobComparer({ ...parts, jobs }), orthanc, originals, engine, projects },
    holds: new HoldService(parts, jobs),
    exports,
    reports: new ReportService({ ...parts, exportService: exports }),
    rules,
    verification: new VerificationService(parts),
    reidentification: new ReidentificationService(parts),
    reviews,
    audit: parts.audit,
    actorHeader: config.actorHeader,
    database: parts.database,
    access,
    folders,
    hosts: [config.host, ...config.publicHosts],
    log,
  });
  cleanup.add(() => app.close());
  try {
    return await app.listen({ host: config.host, port: config.port });
  } catch (cause) {
    throw listenFailure(config, cause);
  }
};

/**
 * Starts one more worker on the jobs of a bridge. It has the bridge's projects and keys in its data folder, and makes none.
 *
 * @throws Error, its message one line for the reader
 */
export const startWorker = async (config: Config, log: Logger, cleanup: Cleanup): Promise<void> => {
  if (config.databaseUrl === null) throw new Error('A worker needs DATABASE_URL, the same as the bridge.');
  if (config.orthanc === null) throw new Error('A worker needs ORTHANC_URL, the same as the bridge.');
  await new OrthancClient(config.orthanc).check();
  await startWorking(await openParts(config, config.orthanc, log, cleanup, false), cleanup);
};

import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { basicAuthorization, type OrthancAccess } from '../config/config.ts';
import { JOB_METADATA, OrthancClient } from './orthancClient.ts';

const PROGRAM = '/usr/sbin/Orthanc';
const DICOMWEB_PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';
/** Of util-linux: has the kernel end the child when its parent ends, in whatever way. */
const WITH_PARENT = ['/usr/bin/setpriv', '--pdeathsig', 'TERM'] as const;
/** Of util-linux, too: waits until an Orthanc whose bridge was killed has left the storage; two at once harm its index. */
const ALONE = ['/usr/bin/flock', '--no-fork'] as const;
const LOCK_FILE = 'lock';
const USER = 'bridge';
const PASSWORD_BYTES = 24;

const READY_CHECK_MS = 100;
const READY_LIMIT_MS = 60_000;
const RESTART_WAIT_MS = 1000;
const STOP_LIMIT_MS = 20_000;
const LOG_CHARACTERS = 4000;

/** An Orthanc that we started, with storage and credentials of its own. */
export interface EmbeddedOrthanc {
  readonly access: OrthancAccess;
  stop(): Promise<void>;
}

export const freeLoopbackPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Made once, readable by the owner only. */
const passwordIn = (folder: string): string => {
  const path = join(folder, 'password');
  if (!existsSync(path)) {
    writeFileSync(path, randomBytes(PASSWORD_BYTES).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8');
};

const configurationOf = (folder: string, port: number, password: string): object => ({
  Name: 'Pseudonymize & Redact',
  StorageDirectory: join(folder, 'storage'),
  IndexDirectory: join(folder, 'storage'),
  HttpPort: port,
  // Orthanc 1.12 binds to the loopback only; 1.10 binds to all, and refuses whatever comes from elsewhere.
  HttpBindAddresses: ['127.0.0.1'],
  RemoteAccessAllowed: false,
  AuthenticationEnabled: true,
  RegisteredUsers: { [USER]: password },
  DicomServerEnabled: false,
  // No other plugin: transcoding by one has been seen to end the whole server, and the engine has codecs of its own.
  Plugins: [DICOMWEB_PLUGIN],
  DicomWeb: { Enable: true, Root: '/dicom-web/', EnableWado: true, WadoRoot: '/wado' },
  UserMetadata: { PseudonymizeJob: JOB_METADATA },
  HttpCompressionEnabled: false,
  SyncStorageArea: true,
});

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** The last characters of what a process says; held in memory only. */
const tailOf = (child: ChildProcess): (() => string) => {
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-LOG_CHARACTERS);
    });
  }
  return () => tail;
};

/** Orthanc begins a line about an error with E and the date. */
const reasonIn = (log: string): string =>
  log
    .split('\n')
    .findLast((line) => /^E\d/.test(line))
    ?.replace(/^\S+ \S+ \S+ /, '') ?? 'it gives no reason';

const start = (configurationFile: string): ChildProcess => {
  const lock = join(dirname(configurationFile), LOCK_FILE);
  const [command, ...args] = [
    ...(existsSync(WITH_PARENT[0]) ? WITH_PARENT : []),
    ...(existsSync(ALONE[0]) ? [...ALONE, lock] : []),
    PROGRAM,
  ] as const;
  // A group of its own: Ctrl-C in a terminal reaches us alone, so that jobs end before their Orthanc does.
  return spawn(command, [...args, configurationFile], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(limit);
};

const waitUntilReady = async (
  access: OrthancAccess,
  child: ChildProcess,
  log: () => string,
): Promise<void> => {
  const client = new OrthancClient(access, 1);
  const limit = Date.now() + READY_LIMIT_MS;
  for (;;) {
    if (hasEnded(child)) throw new Error(`Orthanc does not start: ${reasonIn(log())}`);
    const answers = await client.check().then(
      () => true,
      () => false,
    );
    if (answers) return;
    if (Date.now() > limit) throw new Error('Orthanc was started, but does not answer.');
    await wait(READY_CHECK_MS);
  }
};

/**
 * Starts Orthanc on a loopback port, with its storage in `folder`, and waits until it answers. Where it ends by itself later, it is
 * started again.
 *
 * @param onRestart told of that
 * @throws Error in one line where it is not installed or does not start
 */
export const startEmbeddedOrthanc = async (
  folder: string,
  onRestart: () => void,
): Promise<EmbeddedOrthanc> => {
  for (const path of [PROGRAM, DICOMWEB_PLUGIN]) {
    if (!existsSync(path)) throw new Error(`Orthanc is not installed: ${path} is missing.`);
  }
  mkdirSync(join(folder, 'storage'), { recursive: true, mode: 0o700 });
  const password = passwordIn(folder);
  const port = await freeLoopbackPort();
  const configurationFile = join(folder, 'orthanc.json');
  const configuration = configurationOf(folder, port, password);
  writeFileSync(configurationFile, JSON.stringify(configuration, null, 2), { mode: 0o600 });
  const access = { url: `http://127.0.0.1:${port}`, headers: basicAuthorization(USER, password) };

  let stopping = false;
  let child = start(configurationFile);
  try {
    await waitUntilReady(access, child, tailOf(child));
  } catch (error) {
    await stop(child);
    throw error;
  }
  const keepRunning = (): void => {
    child.once('exit', () => {
      if (stopping) return;
      onRestart();
      setTimeout(() => {
        if (stopping) return;
        child = start(configurationFile);
        keepRunning();
      }, RESTART_WAIT_MS);
    });
  };
  keepRunning();
  return {
    access,
    stop: async () => {
      stopping = true;
      await stop(child);
    },
  };
};

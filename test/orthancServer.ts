import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { basicAuthorization } from '../server-plugin/src/config/config.ts';
import { freeLoopbackPort } from '../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { OrthancClient } from '../server-plugin/src/orthanc/orthancClient.ts';

const PROGRAM = '/usr/sbin/Orthanc';
export const PLUGINS_FOLDER = '/usr/share/orthanc/plugins';
const READY_CHECK_MS = 100;
const READY_CHECKS = 300;

/** An Orthanc as an administrator has it, with any configuration, on a free loopback port. */
export class OrthancServer {
  readonly url: string;
  readonly client: OrthancClient;
  readonly #process: ChildProcess;

  private constructor(url: string, client: OrthancClient, process: ChildProcess) {
    this.url = url;
    this.client = client;
    this.#process = process;
  }

  /** @param login `user:password` where the configuration has one */
  static async start(folder: string, configuration: object, login?: string): Promise<OrthancServer> {
    mkdirSync(folder, { recursive: true });
    const port = await freeLoopbackPort();
    const path = join(folder, 'orthanc.json');
    const own = {
      StorageDirectory: join(folder, 'storage'),
      IndexDirectory: join(folder, 'storage'),
      HttpPort: port,
      RemoteAccessAllowed: false,
      AuthenticationEnabled: false,
      DicomServerEnabled: false,
    };
    writeFileSync(path, JSON.stringify({ ...own, ...configuration }));
    const child = spawn(PROGRAM, [path], { stdio: 'ignore' });
    const [user = '', password = ''] = login?.split(':') ?? [];
    const headers = login === undefined ? {} : basicAuthorization(user, password);
    const access = { url: `http://127.0.0.1:${port}`, headers };
    const server = new OrthancServer(access.url, new OrthancClient(access), child);
    for (let check = 0; check < READY_CHECKS && child.exitCode === null; check++) {
      const answers = await new OrthancClient(access, 1).check().then(
        () => true,
        () => false,
      );
      if (answers) return server;
      await wait(READY_CHECK_MS);
    }
    throw new Error('Orthanc was started, but does not answer');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await exited;
  }
}

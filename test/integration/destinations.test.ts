// Where a project's copies go, with two real Orthancs: one has the originals, the other one is every kind of archive.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AdminJob, Project } from '@pseudonymize-redact/core/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { demoStudies } from '../../server-plugin/src/demo/demoStudies.ts';
import { freeLoopbackPort } from '../../server-plugin/src/orthanc/embeddedOrthanc.ts';
import { Service } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
import { ExportClient, sha256 } from './exportClient.ts';
import { directoryErrors, recordsOf, referenceDirectory } from './dicomDirectories.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';

const INSTANCES = 3;
const STUDIES = smallStudies('destination', 2, INSTANCES);
const LOGIN = 'archive:a-secret-of-the-archive';
const TOKEN = 'a-secret-of-the-gateway';

const root = mkdtempSync(join(tmpdir(), 'pseudonymize-destinations-'));
const data = join(root, 'bridge');
const folder = join(root, 'share', 'copies');
const zips = join(root, 'zips');
let source: OrthancServer;
let target: OrthancServer;
let bridge: Service;
let exports: ExportClient;

const storedIn = async (server: OrthancServer): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>();
  for (const study of await server.client.searchStudies({}))
    for (const { id, sopInstanceUID } of await server.client.instancesOf(study))
      hashes.set(sopInstanceUID, sha256(await server.client.file(id)));
  return hashes;
};

const filesBelow = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const dump = (path: string): string => execFileSync('dcmdump', [path], { encoding: 'utf8' });

const SMALL = { PatientID: 'QX-destination-*' };

beforeAll(async () => {
  const dicomPort = await freeLoopbackPort();
  const plugins = { Plugins: [join(PLUGINS_FOLDER, 'libOrthancDicomWeb.so')] };
  target = await OrthancServer.start(
    join(root, 'target'),
    {
      ...plugins,
      AuthenticationEnabled: true,
      RegisteredUsers: { archive: LOGIN.slice('archive:'.length) },
      DicomServerEnabled: true,
      DicomPort: dicomPort,
      DicomAet: 'TARGET',
    },
    LOGIN,
  );
  source = await OrthancServer.start(join(root, 'source'), {
    ...plugins,
    DicomModalities: {
      archive: ['TARGET', '127.0.0.1', dicomPort],
      gone: ['GONE', '127.0.0.1', await freeLoopbackPort()],
    },
  });
  for (const { files } of STUDIES) for (const bytes of files) await source.client.store(bytes);
  mkdirSync(join(data, 'credentials'), { recursive: true });
  writeFileSync(join(data, 'credentials', 'archive'), `${LOGIN}\n`, { mode: 0o600 });
  const login = { file: 'credentials/archive' };
  const destinations = {
    other: { kind: 'orthanc', url: target.url, login },
    stow: { kind: 'stow', url: `${target.url}/dicom-web`, login: { variable: 'ARCHIVE_LOGIN' } },
    node: { kind: 'dicom-node', modality: 'archive' },
    gone: { kind: 'dicom-node', modality: 'gone' },
    stranger: { kind: 'orthanc', url: target.url, tokenHeader: { variable: 'ARCHIVE_TOKEN' } },
    folder: { kind: 'folder', path: folder },
    zip: { kind: 'zip', path: zips },
  };
  const projects = Object.entries(destinations).map(([id, destination]) => ({
    id,
    name: id,
    keyFile: `keys/${id}.key`,
    search: 'none',
    holds: 'off',
    destination,
  }));
  writeFileSync(join(data, 'projects.json'), JSON.stringify(projects));
  bridge = await Service.start('serve', {
    ORTHANC_URL: source.url,
    PSEUDONYMIZE_DATA: data,
    ARCHIVE_LOGIN: LOGIN,
    ARCHIVE_TOKEN: `Authorization: Bearer ${TOKEN}`,
    PORT: '0',
    LOG_LEVEL: 'info',
  });
  exports = new ExportClient(bridge.address);
});

afterEach(async () => {
  for (const study of await target.client.searchStudies({}))
    for (const { id } of await target.client.instancesOf(study)) await target.client.delete(id);
});

afterAll(async () => {
  await bridge.stop();
  // Neither what has been sent nor where it went tells a secret.
  expect(bridge.log).toContain('job completed');
  for (const secret of [LOGIN, TOKEN, STUDIES[0]?.patientID ?? LOGIN])
    expect(bridge.log).not.toContain(secret);
  await Promise.all([source.stop(), target.stop()]);
  rmSync(root, { recursive: true });
});

const firstIn = async (server: OrthancServer): Promise<string> => {
  const [study = ''] = await server.client.searchStudies({});
  return (await server.client.instancesOf(study))[0]?.id ?? '';
};

describe('the destination of a project', () => {
  test('is told, without its address', async () => {
    const projects = z.array(Project).parse(await exports.call('GET', '/api/projects'));
    expect(projects.map(({ id, destination }) => [id, destination])).toContainEqual(['node', 'dicom-node']);
    expect(JSON.stringify(projects)).not.toContain(target.url);
  });

  test.each(['other', 'stow', 'node'])(
    '%s: another archive gets every copy, the first one none, and [DI-85] is looked at again',
    async (project) => {
      expect(await exports.run(project, SMALL)).toMatchObject({
        studies: { total: 2, completed: 2 },
        instances: { done: 2 * INSTANCES },
        errors: [],
      });
      const hashes = await exports.reported(project);
      expect(hashes.size).toBe(2 * INSTANCES);
      const stored = await storedIn(target);
      expect([...stored.keys()].sort()).toEqual([...hashes.keys()].sort());
      // A node writes the File Meta Information itself: that part of a file is not sent (PS3.10 section 7.1).
      if (project !== 'node') expect(stored).toEqual(hashes);
      expect((await storedIn(source)).size).toBe(2 * INSTANCES);
      // The viewer shows the first archive only.
      const [job] = z.array(AdminJob).parse(await exports.call('GET', `/api/jobs?project=${project}`));
      expect(job).toMatchObject({ state: 'completed', copy: null });
      // A node cannot be read.
      if (project === 'node')
        await expect(exports.verified(project)).rejects.toThrow('VERIFICATION_UNSUPPORTED');
      else {
        expect(await exports.verified(project)).toMatchObject({
          copies: 2 * INSTANCES,
          findings: [],
          errors: [],
        });
        await target.client.delete(await firstIn(target));
        expect((await exports.verified(project)).findings.map(({ code }) => code)).toEqual(['COPY_MISSING']);
      }
    },
  );

  test('other: the same again is stored once, and copies are told apart there', async () => {
    for (const name of ['first', 'second']) {
      await exports.call('POST', '/api/exports', { name, project: 'other', selection: { query: SMALL } });
      expect(await exports.until(name, ({ endedAt }) => endedAt !== null)).toMatchObject({
        studies: { completed: 2, failed: 0 },
      });
    }
    const studies = await target.client.searchStudies({});
    expect(studies).toHaveLength(2);
    for (const study of studies) expect(await target.client.jobOf(study)).not.toBeNull();
  });

  test('a node that does not answer is tried again, an archive that refuses us is not', async () => {
    await exports.call('POST', '/api/exports', {
      name: 'gone',
      project: 'gone',
      selection: { query: SMALL },
    });
    const waiting = await exports.until('gone', ({ errors }) => errors.length > 0);
    expect(waiting).toMatchObject({
      endedAt: null,
      errors: [{ error: { code: 'DESTINATION_UNREACHABLE' } }],
    });
    await exports.call('DELETE', '/api/exports/gone');
    expect(await exports.run('stranger', SMALL)).toMatchObject({
      studies: { failed: 2 },
      errors: [{ error: { code: 'DESTINATION_UNAUTHORIZED' }, studies: 2 }],
    });
    expect((await storedIn(target)).size).toBe(0);
  });

  test('folder: a share that comes back gets patients, studies and series', async () => {
    // Something is in the place of the share.
    writeFileSync(join(root, 'share'), '');
    const name = 'to-folder';
    await exports.call('POST', '/api/exports', { name, project: 'folder', selection: { query: SMALL } });
    const waiting = await exports.until(name, ({ errors }) => errors.length > 0);
    expect(waiting.errors[0]?.error).toMatchObject({ code: 'DESTINATION_UNREACHABLE' });
    rmSync(join(root, 'share'));
    expect(await exports.until(name, ({ endedAt }) => endedAt !== null)).toMatchObject({
      studies: { completed: 2 },
    });
    const files = filesBelow(folder);
    expect(new Set(files.map((path) => sha256(readFileSync(path))))).toEqual(
      new Set((await exports.reported('folder')).values()),
    );
    for (const path of files) {
      const [patient, study, series, file] = path.slice(folder.length + 1).split('/');
      const text = dump(path);
      expect(text).toContain(`[${patient ?? ''}]`);
      expect(text).toContain(`(0020,000d) UI [${study ?? ''}`);
      expect(text).toContain(`(0020,000e) UI [${series ?? ''}`);
      expect(text).toContain(`(0008,0018) UI [${file?.replace('.dcm', '') ?? ''}`);
    }
    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
  });
});

describe('a ZIP file for each export', () => {
  const unpacked = join(root, 'unpacked');

  test('has every copy', async () => {
    for (const { bytes } of demoStudies()) await source.client.store(bytes);
    const { studies, instances } = await exports.run('zip', {});
    expect(studies).toMatchObject({ failed: 0, total: studies.completed });
    const { zip } = await exports.until('to-zip', (state) => state.zip?.waiting === 0);
    const bytes = readFileSync(join(zips, 'to-zip.zip'));
    expect(zip?.files).toEqual([{ name: 'to-zip.zip', sha256: sha256(bytes), bytes: bytes.length }]);
    execFileSync('unzip', ['-q', join(zips, 'to-zip.zip'), '-d', unpacked]);
    const hashes = filesBelow(join(unpacked, 'DICOM')).map((path) => sha256(readFileSync(path)));
    expect(new Set(hashes)).toEqual(new Set((await exports.reported('zip')).values()));
    expect(hashes).toHaveLength(instances.done);
    // What is outside the file-set has a name of eight characters too (PS3.10 section 8.2).
    for (const path of filesBelow(unpacked))
      expect(path.slice(unpacked.length)).toMatch(/^(\/[A-Z0-9_]{1,8}){1,5}$|^\/README\.TXT$/);
  });

  test('has a directory that names nobody and is what dcmtk writes of the same files', () => {
    const directory = join(unpacked, 'DICOMDIR');
    const text = dump(directory);
    for (const { patientID } of STUDIES) expect(text).not.toContain(patientID);
    expect(directoryErrors(directory)).toEqual([]);
    expect(recordsOf(directory)).toEqual(recordsOf(referenceDirectory(unpacked)));
  });

  test('what is added later goes into a further file', async () => {
    const before = sha256(readFileSync(join(zips, 'to-zip.zip')));
    const [late] = smallStudies('late', 1, 1);
    for (const bytes of late?.files ?? []) await source.client.store(bytes);
    await exports.run('zip', { PatientID: 'QX-late-*' });
    const { zip } = await exports.until('to-zip', (state) => state.zip?.waiting === 0);
    expect(zip?.files.map(({ name }) => name)).toEqual(['to-zip.zip', 'to-zip.2.zip']);
    expect(sha256(readFileSync(join(zips, 'to-zip.zip')))).toBe(before);
    expect(
      execFileSync('unzip', ['-Z1', join(zips, 'to-zip.2.zip')], { encoding: 'utf8' })
        .trim()
        .split('\n'),
    ).toEqual(['DICOM/P0000001/S0000001/E0000001/I0000001', 'DICOMDIR', 'README.TXT']);
  });

  test('[DI-85] is looked at again, and what was changed in it or is gone is found', async () => {
    const copies = (await exports.reported('zip')).size;
    expect(await exports.verified('zip')).toMatchObject({ copies, findings: [], errors: [] });
    const path = join(zips, 'to-zip.2.zip');
    const bytes = readFileSync(path);
    // Packed anew, with another file in the place of the copy.
    const other = join(root, 'other');
    execFileSync('unzip', ['-q', path, '-d', other]);
    const packed = new ZipFile();
    for (const file of filesBelow(other)) {
      const content = readFileSync(file);
      const name = file.slice(other.length + 1);
      packed.addBuffer(name.startsWith('DICOM/') ? Buffer.concat([content, Buffer.alloc(2)]) : content, name);
    }
    packed.end();
    writeFileSync(path, await buffer(packed.outputStream));
    expect((await exports.verified('zip')).findings.map(({ code }) => code)).toContain('COPY_CHANGED');
    rmSync(path);
    expect((await exports.verified('zip')).findings.map(({ code }) => code)).toEqual(['COPY_MISSING']);
    writeFileSync(path, bytes);
  });
});

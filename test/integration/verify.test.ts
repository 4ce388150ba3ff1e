// Stored copies that are checked again on the command line: sound ones, and ones in which faults were planted.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Verification, type FindingCode } from '@pseudonymize-redact/core/contract';
import {
  DEFAULT_CHARACTER_SET,
  encodeText,
  tagOfKeyword,
  type NewElement,
  type VR,
} from '@pseudonymize-redact/core/part10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uidOf } from '../../server-plugin/src/demo/dicomFile.ts';
import { runCommand, Service, type Finished } from '../commandLine.ts';
import { OrthancServer, PLUGINS_FOLDER } from '../orthancServer.ts';
import { syntheticImage } from '../synthetic/images.ts';
import { openPart10, writePart10 } from '../synthetic/openPart10.ts';
import { smallStudies } from '../synthetic/smallStudies.ts';

const STUDIES = smallStudies('verify', 2, 2);
const root = mkdtempSync(join(tmpdir(), 'pseudonymize-verify-'));
const data = join(root, 'bridge');
let orthanc: OrthancServer;
let bridge: Service;

const run = (...args: string[]): Promise<Finished> =>
  runCommand(args, { PSEUDONYMIZE_URL: bridge.address, PSEUDONYMIZE_DATA: data });

const verified = async (...args: string[]): Promise<{ status: number | null; found: Verification }> => {
  const { status, output, errors } = await run('verify', ...args, '--json');
  expect(errors).not.toMatch(/[A-Z]+_[A-Z_]+:/);
  return { status, found: Verification.parse(JSON.parse(output)) };
};

const text = (keyword: string, vr: VR, value: string): NewElement => ({
  tag: tagOfKeyword(keyword) ?? 0,
  vr,
  value: encodeText(value, DEFAULT_CHARACTER_SET, vr),
});

beforeAll(async () => {
  orthanc = await OrthancServer.start(join(root, 'orthanc'), {
    Plugins: [join(PLUGINS_FOLDER, 'libOrthancDicomWeb.so')],
  });
  for (const { files } of STUDIES) for (const bytes of files) await orthanc.client.store(bytes);
  await orthanc.client.store(
    syntheticImage({ photometric: 'RGB', bits: '8', planar: 0, frames: 1, pixelSpacing: [0.5, 0.5] }).bytes,
  );
  mkdirSync(data);
  const project = {
    id: 'default',
    name: 'Default',
    keyFile: 'keys/default.key',
    search: 'none',
    holds: 'off',
  };
  const others = ['folder', 'dicom-node'].map((kind) => ({
    ...project,
    id: kind,
    keyFile: `keys/${kind}.key`,
    destination: kind === 'folder' ? { kind, path: kind } : { kind, modality: 'archive' },
  }));
  writeFileSync(join(data, 'projects.json'), JSON.stringify([project, ...others]));
  bridge = await Service.start('serve', {
    ORTHANC_URL: orthanc.url,
    PSEUDONYMIZE_DATA: data,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const small = await run('export', 'small', '--query', 'PatientID=QX-verify-*', '--wait');
  expect(small).toMatchObject({ status: 0 });
  // Nobody looks at its pixels: the name that is burned in stays.
  const image = await run('export', 'image', '--study', uidOf('image study'), '--wait');
  expect(image).toMatchObject({ status: 0 });
});

afterAll(async () => {
  await bridge.stop();
  await orthanc.stop();
  rmSync(root, { recursive: true });
});

describe('a verification', () => {
  test('[DI-85] finds nothing in copies as they were stored', async () => {
    const { status, found } = await verified('small');
    expect(found.findings).toEqual([]);
    expect(found).toMatchObject({ copies: 4, studies: { total: 2, completed: 2 }, export: 'small' });
    expect(status).toBe(0);
  });

  test('[DI-85] finds burned-in text, unless pixels are left out', async () => {
    const { status, found } = await verified('image');
    expect(status).toBe(1);
    expect(found.findings.length).toBeGreaterThan(0);
    for (const { code, frames, box } of found.findings) {
      expect(code).toBe('TEXT_IDENTIFYING');
      expect([frames?.first, box?.length]).toEqual([1, 4]);
    }
    expect(await verified('image', '--no-pixels')).toMatchObject({ status: 0, found: { findings: [] } });
  });

  test('[DI-85] finds what was changed, what is gone and what came, and where, but tells no value', async () => {
    const { findings } = (await verified('image')).found;
    const imageStudy = findings[0]?.studyInstanceUID ?? '';
    const copies: string[] = [];
    for (const study of await orthanc.client.searchStudies({ PatientID: 'PSN-*' }))
      copies.push(...(await orthanc.client.instancesOf(study)).map(({ id }) => id));
    const ofImage = await orthanc.client.instancesOf((await orthanc.client.findStudy(imageStudy)) ?? '');
    const [first = '', gone = ''] = copies.filter((id) => ofImage.every((instance) => instance.id !== id));

    const bytes = await orthanc.client.file(first);
    const file = openPart10(bytes);
    const changed = writePart10(file, {
      insertions: new Map([
        [
          file.dataset,
          [
            text('OtherPatientIDs', 'LO', 'QX-verify-00001 QX-verify-00002'),
            text('ImageComments', 'LT', 'seen with Quillfeather'),
          ],
        ],
      ]),
    });
    changed.set(new TextEncoder().encode('scanner 7'));
    await orthanc.client.delete(first);
    await orthanc.client.store(changed);
    await orthanc.client.delete(gone);

    const { status, output } = await run('verify', '--no-pixels', '--json');
    expect(status).toBe(1);
    expect(output).not.toMatch(/QX-verify|Quillfeather|scanner/);
    const found = Verification.parse(JSON.parse(output));
    const places = (code: FindingCode): readonly (string | null)[] =>
      found.findings.filter((finding) => finding.code === code).map(({ place }) => place);
    expect(places('COPY_CHANGED')).toHaveLength(1);
    expect(places('COPY_MISSING')).toHaveLength(1);
    expect(places('META_NOT_CLEAN')).toEqual(['preamble']);
    expect(places('ATTRIBUTE_LEFT')).toEqual(['OtherPatientIDs']);
    expect(places('ORIGINAL_LEFT')).toEqual(['ImageComments', 'OtherPatientIDs']);
    const jobs = await run('jobs', 'list', '--json');
    expect(jobs.output).not.toMatch(/QX-verify|Quillfeather/);
    const words = await run('verify', 'small', '--no-pixels');
    expect(words.output).toContain('1 × COPY_MISSING: The copy was stored, and is not there any more.');
  });

  test('[DI-85] looks at the files of a folder, too, and refuses what cannot be read back', async () => {
    const query = 'PatientID=QX-verify-00001';
    expect(await run('export', 'files', '--project', 'folder', '--query', query, '--wait')).toMatchObject({
      status: 0,
    });
    expect(await verified('files', '--project', 'folder', '--no-pixels')).toMatchObject({
      status: 0,
      found: { copies: 2 },
    });
    const [file = ''] = readdirSync(join(data, 'folder'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.dcm'),
    );
    writeFileSync(join(data, 'folder', file), 'not the copy any more');
    const { found } = await verified('files', '--project', 'folder', '--no-pixels');
    expect(found.findings.map(({ code }) => code)).toEqual(['COPY_CHANGED', 'COPY_UNREADABLE']);
    expect(await run('verify', '--project', 'dicom-node')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('VERIFICATION_UNSUPPORTED') as string,
    });
  });

  test('[DI-85] is refused for an export that is not there', async () => {
    const { status, errors } = await run('verify', 'nothing');
    expect([status, errors]).toEqual([2, expect.stringContaining('EXPORT_NOT_FOUND')]);
  });
});
